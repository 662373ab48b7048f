import { conv2d, convOutput, solveConv } from 'shapeproof'

// The formula of the convolution: the option at fault has the squiggle, and what can be had instead is named.
declare const n: number
declare const either: 3 | 30
declare const mode: 'valid' | 'same' | 2
declare const perhaps: { input: 5; kernelSize: 7; padding?: 1 }
declare const anything: any

// ---- what is right, and what only the run knows, is silent

convOutput({ input: 5, kernelSize: 3, padding: 1, strides: 2 })
convOutput({ input: 5, kernelSize: 7, padding: 'same' })
convOutput({ input: 5, kernelSize: 7, padding: [0, 2] })
convOutput({ input: 10000, kernelSize: 9999, strides: 10000 })
convOutput({ input: n, kernelSize: 7 })
convOutput({ input: 5, kernelSize: n, padding: 0 })
convOutput({ input: 5, kernelSize: 7, padding: [n, 0] })
convOutput({ input: 5, kernelSize: either })
convOutput({ input: 5, kernelSize: 7, padding: mode })
convOutput({ input: 5, kernelSize: anything })
convOutput({ input: 5, kernelSize: 5, padding: undefined })
convOutput(perhaps)
convOutput(anything)
solveConv({ input: 5, output: 3, kernelSize: 3, strides: 2 })
solveConv({ input: 5, output: 5, kernelSize: 4, strides: 1 })
solveConv({ input: 5, output: 9, kernelSize: n, padding: 0 })
solveConv({ input: 5, output: 9, kernelSize: 3, padding: mode })
solveConv({ input: 5, output: either, kernelSize: 3, padding: 0 })
solveConv({ input: 224, output: 112, kernelSize: 7, solve: 'padding', strides: 2, dilationRate: 1 })
solveConv({ input: 5, output: 3, kernelSize: 3, strides: 2, padding: undefined })
solveConv(anything)
conv2d({ filters: 8, kernelSize: 3, strides: 2, ...solveConv({ input: 5, output: 3, kernelSize: 3, strides: 2 }) })

// ---- values that are none

// @ts-expect-error convOutput: input must be a whole number of at least 1 (was 0)
convOutput({ input: 0, kernelSize: 3 })
//           ~~~~~

// @ts-expect-error convOutput: kernelSize must be a whole number of at least 1 (was 1.5)
convOutput({ input: 5, kernelSize: 1.5 })
//                     ~~~~~~~~~~

// @ts-expect-error convOutput: strides must be a whole number of at least 1 (was -1)
convOutput({ input: n, kernelSize: 3, strides: -1 })
//                                    ~~~~~~~

// @ts-expect-error convOutput: dilationRate must be a whole number of at least 1 (was 0)
convOutput({ input: 5, kernelSize: 3, dilationRate: 0 })
//                                    ~~~~~~~~~~~~

// @ts-expect-error convOutput: padding must be 'valid', 'same', a whole number of at least 0, or a pair [before, after] (was -1)
convOutput({ input: 5, kernelSize: 3, padding: -1 })
//                                    ~~~~~~~

// @ts-expect-error convOutput: padding must be 'valid', 'same', a whole number of at least 0, or a pair [before, after] (was 0.5)
convOutput({ input: 5, kernelSize: 3, padding: [1, 0.5] })
//                                    ~~~~~~~

// @ts-expect-error solveConv: output must be a whole number of at least 1 (was 0)
solveConv({ input: 5, output: 0, kernelSize: 3, strides: 2 })
//                    ~~~~~~

// @ts-expect-error convOutput: strides and dilationRate must not both be above 1 (were 2 and 3); use one of them
convOutput({ input: 5, kernelSize: 3, strides: 2, dilationRate: 3 })
//                                                ~~~~~~~~~~~~

// two mistakes: the first speaks
// @ts-expect-error convOutput: input must be a whole number of at least 1 (was -5)
convOutput({ input: -5, kernelSize: 0 })
//           ~~~~~

// ---- a misspelt option is at fault, and not what is missing for it

// @ts-expect-error Did you mean to write 'padding'?
solveConv({ paddin: 1, input: 5, output: 3, kernelSize: 3 })
//          ~~~~~~

// @ts-expect-error Did you mean to write 'solve'?
solveConv({ input: 5, output: 3, kernelSize: 3, solv: 'padding' })
//                                              ~~~~

// @ts-expect-error Did you mean to write 'padding'?
convOutput({ input: 5, kernelSize: 30, paddin: 1 })
//                                     ~~~~~~

// ---- kernels that do not fit: the sentence of the layers

// @ts-expect-error convOutput: kernelSize must be at most 5 to fit input 5 (was 7); use a smaller kernel or padding: 'same'
convOutput({ input: 5, kernelSize: 7 })
//                     ~~~~~~~~~~

// @ts-expect-error convOutput: kernelSize must be at most 6 to fit input 5 (was 7); use a smaller kernel or padding: 'same'
convOutput({ input: 5, kernelSize: 7, padding: [0, 1] })
//                     ~~~~~~~~~~

// @ts-expect-error convOutput: kernelSize must be at most 5 to fit input 9 (was 6); use a smaller kernel or padding: 'same'
convOutput({ input: 9, kernelSize: 6, dilationRate: 2 })
//                     ~~~~~~~~~~

// @ts-expect-error solveConv: kernelSize must be at most 5 to fit input 5 (was 6); use a smaller kernel or padding: 'same'
solveConv({ input: 5, output: 2, kernelSize: 6, padding: 0 })
//                               ~~~~~~~~~~

// @ts-expect-error solveConv: kernelSize must be at most 7 to fit input 5 (was 8); use a smaller kernel or padding: 'same'
solveConv({ input: 5, kernelSize: 8, padding: 1, strides: 1 })
//                    ~~~~~~~~~~

// ---- no solution: the nearest that there are

// @ts-expect-error solveConv: output must be at most 3 for some strides to give it (was 9)
solveConv({ input: 5, output: 9, kernelSize: 3, padding: 0 })
//                    ~~~~~~

// @ts-expect-error solveConv: output must be 4 or 6 for some strides to give it (was 5)
solveConv({ input: 13, output: 5, kernelSize: 3, padding: 0 })
//                     ~~~~~~

// @ts-expect-error solveConv: output must be 3332 or 4997 for some strides to give it (was 4000)
solveConv({ input: 10000, output: 4000, kernelSize: 7, padding: 0 })
//                        ~~~~~~

// @ts-expect-error solveConv: output must be 3 for some strides to give it (was 2)
solveConv({ input: 7, output: 2, kernelSize: 3, padding: 0, dilationRate: 2 })
//                    ~~~~~~

// @ts-expect-error solveConv: output must be at least 2 for some padding to give it (was 1)
solveConv({ input: 5, output: 1, kernelSize: 3, strides: 2 })
//                    ~~~~~~

// @ts-expect-error solveConv: output must be at most 5 for some kernelSize to give it (was 6)
solveConv({ input: 5, output: 6 })
//                    ~~~~~~

// @ts-expect-error solveConv: output must be 2 or 4 for some kernelSize to give it (was 3)
solveConv({ input: 8, output: 3, dilationRate: 2 })
//                    ~~~~~~

// @ts-expect-error solveConv: output must be 3 for some kernelSize to give it (was 4)
solveConv({ input: 5, output: 4, padding: 'same', strides: 2 })
//                    ~~~~~~

// @ts-expect-error solveConv: output must be at least 4 for some input to give it (was 1)
solveConv({ output: 1, kernelSize: 2, padding: 2 })
//          ~~~~~~

// @ts-expect-error solveConv: output must be 2 or 4 for some dilationRate to give it (was 3)
solveConv({ input: 8, output: 3, kernelSize: 3, padding: 0, strides: 1 })
//                    ~~~~~~

// ---- what is to be found

// @ts-expect-error solveConv: solve must be given where padding and strides are both left out; use solve: 'padding' or solve: 'strides'
solveConv({ input: 5, output: 3, kernelSize: 3 })
//        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error solveConv: kernelSize must be given
solveConv({ input: 5, strides: 2 })
//        ~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error solveConv: output must be given
solveConv({ input: 5, kernelSize: 3, solve: 'strides' })
//        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error solveConv: padding must be left out to be found
solveConv({ input: 5, output: 3, kernelSize: 3, padding: 1, solve: 'padding' })
//                                              ~~~~~~~

// @ts-expect-error solveConv: one of input, output, kernelSize, padding, strides and dilationRate must be left out to be found
solveConv({ input: 5, output: 3, kernelSize: 3, padding: 1, strides: 2, dilationRate: 1 })
//        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// ---- one mistake, one error: what comes of it is quiet
// @ts-expect-error convOutput: kernelSize must be at most 5 to fit input 5 (was 7); use a smaller kernel or padding: 'same'
const size = convOutput({ input: 5, kernelSize: 7 })
//                                  ~~~~~~~~~~
convOutput({ input: size, kernelSize: 3 })
// @ts-expect-error solveConv: output must be at most 3 for some strides to give it (was 9)
const found = solveConv({ input: 5, output: 9, kernelSize: 3, padding: 0 })
//                                  ~~~~~~
conv2d({ filters: 8, kernelSize: 3, strides: found.strides })

// ---- the compiler's own

// @ts-expect-error 'stride' does not exist in type 'ConvOptions'. Did you mean to write 'strides'?
convOutput({ input: 5, kernelSize: 3, stride: 2 })
//                                    ~~~~~~

// @ts-expect-error 'dilation' does not exist in type 'SolveConvOptions'
solveConv({ input: 5, output: 3, kernelSize: 3, padding: 0, dilation: 2 })
//                                                          ~~~~~~~~

// names of sizes belong into input(['h', …])
// @ts-expect-error Type 'string' is not assignable to type 'number'
convOutput({ input: 'h', kernelSize: 3 })
//           ~~~~~

// @ts-expect-error Type '"full"' is not assignable to type
convOutput({ input: 5, kernelSize: 3, padding: 'full' })
//                                    ~~~~~~~

// @ts-expect-error Type '"stride"' is not assignable to type
solveConv({ input: 5, output: 3, kernelSize: 3, solve: 'stride' })
//                                              ~~~~~
