import { dense, einsumDense, input, sequential } from 'shapeproof'

// Dense layers by an equation of letters.
declare const n: number
declare const equation: string
declare const sizes: number[]
const x = input([10, 32])

einsumDense({ equation: 'abc,cd->abd', outputShape: [null, 64], biasAxes: 'd' })(x)
einsumDense({ equation: 'abc,cd->abd', outputShape: [10, n] })(x)
einsumDense({ equation: '...c,cd->...d', outputShape: 64 })(input([n, n, 32]))
einsumDense({ equation, outputShape: 64 })(x)
einsumDense({ equation: 'abc,cd->abd', outputShape: sizes })(x)
einsumDense({ equation: 'abc,cd->abd', outputShape: [null, 64], biasAxes: 'd' })(input(['t', 32]))

// @ts-expect-error einsumDense: equation must be like 'abc,cd->abd', '...b,bc->...c' or 'ab...,bc->ac...', each letter once in a part (was 'abc->abd')
einsumDense({ equation: 'abc->abd', outputShape: 64 })(x)
//                                                     ~

// @ts-expect-error each letter once in a part (was 'abb,bd->abd')
einsumDense({ equation: 'abb,bd->abd', outputShape: 64 })(x)
//                                                        ~

// @ts-expect-error each letter once in a part (was '...c,cd->d')
einsumDense({ equation: '...c,cd->d', outputShape: 64 })(x)
//                                                       ~

// @ts-expect-error einsumDense: equation must begin its input and its output with the batch, before other letters, and not have it in the kernel (was 'abc,cd->bd')
einsumDense({ equation: 'abc,cd->bd', outputShape: 64 })(x)
//                                                       ~

// @ts-expect-error einsumDense: 'e' of the output must be in the input or the kernel too (was 'abc,cd->abde')
einsumDense({ equation: 'abc,cd->abde', outputShape: [null, 64, 2] })(x)
//                                                                    ~

// @ts-expect-error einsumDense: 'e' of the kernel must be in the input or the output too (was 'abc,cde->abd')
einsumDense({ equation: 'abc,cde->abd', outputShape: [null, 64] })(x)
//                                                                 ~

// @ts-expect-error einsumDense: outputShape must be one size for each of 'bd' (was [64])
einsumDense({ equation: 'abc,cd->abd', outputShape: 64 })(x)
//                                                        ~

// @ts-expect-error einsumDense: outputShape must be one size for each of 'bd' (was [null, null, 64])
einsumDense({ equation: 'abc,cd->abd', outputShape: [null, null, 64] })(x)
//                                                                      ~

// @ts-expect-error einsumDense: 'b' of outputShape must be 10, as in the input, or null (was 12)
einsumDense({ equation: 'abc,cd->abd', outputShape: [12, 64] })(x)
//                                                              ~

// @ts-expect-error einsumDense: 'd' of outputShape must be a number (was null), for the input has no such axis
einsumDense({ equation: 'abc,cd->abd', outputShape: [10, null] })(x)
//                                                                ~

// @ts-expect-error einsumDense: outputShape must be a whole number of at least 1 (was 0)
einsumDense({ equation: 'abc,cd->abd', outputShape: [10, 0] })(x)
//                                                             ~

// @ts-expect-error einsumDense: biasAxes must be some of 'bd' (was 'c')
einsumDense({ equation: 'abc,cd->abd', outputShape: [10, 64], biasAxes: 'c' })(x)
//                                                                             ~

// @ts-expect-error einsumDense: input must be [b, c] (was [32])
einsumDense({ equation: 'abc,cd->abd', outputShape: [null, 64] })(input([32]))
//                                                                ~~~~~~~~~~~

// @ts-expect-error einsumDense: axis c must be known to size the weights (was 'c'); use a number
einsumDense({ equation: 'abc,cd->abd', outputShape: [null, 64] })(input([10, 'c']))
//                                                                ~~~~~~~~~~~~~~~~

// The squiggle stands on the layer alone.
sequential(
  input([10, 32]),
  dense({ units: 16 }),
  // @ts-expect-error einsumDense: input must be [..., b, c, d] (was [10, 16])
  einsumDense({ equation: '...bcd,de->...bce', outputShape: [null, null, 8] }),
//~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  dense({ units: 3 }),
)
