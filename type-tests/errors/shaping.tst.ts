import {
  add, average, batchNormalization, concatenate, cropping2d, dense, dot, flatten, groupNormalization, input, layerNormalization, maximum, maxPooling1d,
  minimum, multiply,
  permute, repeatVector, reshape, rmsNormalization, sequential, softmax, subtract, upSampling2d, zeroPadding1d, zeroPadding2d,
} from 'shapeproof'

// Merges, other shapes of the same values, and normalisation.
declare const n: number
declare const flag: boolean
const x = input([32, 32, 16])
const small = input([16, 32, 16])
const channels = input([16])

// ---- merges element by element

// @ts-expect-error subtract: inputs must be 2 tensors (was 3)
subtract()([x, x, x])
//         ~~~~~~~~~

// @ts-expect-error multiply: inputs must have the same shape (was [32, 32, 16] and [16])
multiply()([x, channels])
//         ~~~~~~~~~~~~~
multiply({ broadcast: true })([x, channels])

// @ts-expect-error maximum: inputs must have equal sizes, or 1, on each axis from the last (was [32, 32, 16] and [16, 32, 16])
maximum({ broadcast: true })([x, channels, small])
//                           ~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error minimum: inputs must have the same shape (was ['h', 8] and ['w', 8])
minimum()([input(['h', 8]), input(['w', 8])])
//        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
average()([input([n, 8]), input([4, 8])])
add({ broadcast: flag })([x, input([1, 16])])

// ---- joined along an axis

// @ts-expect-error concatenate: inputs must have the same size on axis 0, only axis 2 may differ (was [32, 32, 16] and [16, 32, 16])
concatenate()([x, small])
//            ~~~~~~~~~~
concatenate({ axis: 0 })([x, small])
concatenate({ axis: -3 })([x, small])

// @ts-expect-error concatenate: inputs must have as many axes as each other (was [32, 32, 16] and [16])
concatenate()([x, channels])
//            ~~~~~~~~~~~~~

// @ts-expect-error concatenate: axis must be an axis of [32, 32, 16] (was 3); count from 0, or from -1 at the end
concatenate({ axis: 3 })([x, x])
//                       ~~~~~~

// @ts-expect-error concatenate: inputs must be an array of at least 2 symbolic tensors (was [8])
sequential(input([8]), concatenate())
//                     ~~~~~~~~~~~~~

// ---- contracted

// @ts-expect-error dot: axis 1 of the first input and axis 0 of the second must have the same size (was 8 and 7)
dot({ axes: [1, 0] })([input([5, 8]), input([7, 3])])
//                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error dot: axes must be an axis of [5, 8] (was 2); count from 0, or from -1 at the end
dot({ axes: 2 })([input([5, 8]), input([5, 8])])
//               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// ---- other shapes

// @ts-expect-error reshape: [7, 7, 60] must hold 3136 values (holds 2940)
sequential(input([3136]), reshape({ targetShape: [7, 7, 60] }), dense({ units: 3 }))
//                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error reshape: [5, -1] must hold 3136 values (holds a multiple of 5)
reshape({ targetShape: [5, -1] })(input([3136]))
//                                ~~~~~~~~~~~~~

// @ts-expect-error reshape: targetShape must be whole numbers of at least 1, one of them -1 at most (was [-1, -1])
reshape({ targetShape: [-1, -1] })(x)
//                                 ~

// @ts-expect-error reshape: [-1, 5] must hold 'h*w*3' values (holds a multiple of 5)
reshape({ targetShape: [-1, 5] })(input(['h', 'w', 3]))
//                                ~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error permute: dims must be a permutation of [1, 2, 3], axes counted from 1 (was [2, 0, 1])
permute({ dims: [2, 0, 1] })(x)
//                           ~

// @ts-expect-error repeatVector: n must be a whole number of at least 1 (was 0)
repeatVector({ n: 0 })
//             ~

// @ts-expect-error repeatVector: input must be [features] (was [32, 32, 16])
repeatVector({ n: 3 })(x)
//                     ~

// @ts-expect-error zeroPadding2d: padding must be a whole number of at least 0 (was -2)
zeroPadding2d({ padding: [[1, -2], [3, 4]] })(x)
//                                            ~

// @ts-expect-error zeroPadding1d: padding must be a whole number of at least 0 (was 1.5)
zeroPadding1d({ padding: [1, 1.5] })(input([10, 8]))
//                                   ~~~~~~~~~~~~~~

// @ts-expect-error cropping2d: cropping must leave at least 1 of height 16 (was 16 in all)
sequential(input([16, 32, 16]), cropping2d({ cropping: [8, 2] }), flatten(), dense({ units: 3 }))
//                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error upSampling2d: size must be a whole number of at least 1 (was 0)
upSampling2d({ size: [2, 0] })(x)
//                             ~

// ---- normalisation

// @ts-expect-error batchNormalization: momentum must be at least 0 and below 1 (was 1.5)
batchNormalization({ momentum: 1.5 })
//                   ~~~~~~~~

// @ts-expect-error layerNormalization: epsilon must be a number above 0 (was 0)
layerNormalization({ epsilon: 0 })
//                   ~~~~~~~

// @ts-expect-error batchNormalization: the last axis must be known to size the weights (was 'h*w*3'); use globalAveragePooling2d() instead of flatten()
sequential(input(['h', 'w', 3]), batchNormalization(), flatten(), batchNormalization())
//                                                                ~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error batchNormalization: the last axis must be known to size the weights (was 'h'); use a number
sequential(input(['h', 3]), permute({ dims: [2, 1] }), batchNormalization())
//                                                     ~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error groupNormalization: the last axis must be known to size the weights (was '4*floor(h/2)'); use a number, or globalAveragePooling1d() instead of flatten()
sequential(input(['h', 4]), maxPooling1d(), flatten(), groupNormalization({ groups: 2 }))
//                                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error batchNormalization: axis must be an axis of [32, 32, 16] (was 3); count from 0, or from -1 at the end
batchNormalization({ axis: 3 })(x)
//                              ~

// @ts-expect-error batchNormalization: axis 0 must be known to size the weights (was 'h'); use a number
sequential(input(['h', 8]), batchNormalization({ axis: 0, momentum: 0.9 }), dense({ units: 3 }))
//                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
batchNormalization({ axis: -1 })(input(['h', 8]))

// @ts-expect-error batchNormalization: momentum must be at least 0 and below 1 (was 2)
batchNormalization({ axis: 0, momentum: 2 })
//                            ~~~~~~~~

// @ts-expect-error batchNormalization: input must be [..., channels] (was [])
batchNormalization()(input([]))
//                   ~~~~~~~~~

// @ts-expect-error layerNormalization: axis must be one axis, or several different ones in their order (was [1, 0])
layerNormalization({ axis: [1, 0] })(x)
//                                   ~

// @ts-expect-error rmsNormalization: axis 0 must be known to size the weights (was 'h'); use a number
rmsNormalization({ axis: 0 })(input(['h', 8]))
//                            ~~~~~~~~~~~~~~~
layerNormalization({ axis: 0, center: false, scale: false })(input(['h', 8]))
layerNormalization({ axis: n })(input(['h', 8]))

// @ts-expect-error Object literal may only specify known properties, but 'momentun' does not exist in type 'BatchNormalizationOptions'. Did you mean to write 'momentum'?
batchNormalization({ momentun: 0.5 })
//                   ~~~~~~~~

// ---- softmax

// @ts-expect-error softmax: axis must hold more than 1 value, for 1 alone is always 1 (was [10, 1]); use sigmoid, or another axis
softmax()(input([10, 1]))
//        ~~~~~~~~~~~~~~
softmax({ axis: 0 })(input([10, 1]))
softmax({ axis: [0, 1] })(input([10, 1]))
softmax()(input([10, n]))
softmax()(input([10, 'h']))

// the way out of a flattened product fits its axes
// @ts-expect-error dense: the last axis must be known to size the weights (was 'a*b*c*4'); use globalAveragePooling3d() instead of flatten()
sequential(input(['a', 'b', 'c', 4]), flatten(), dense({ units: 3 }))
// @ts-expect-error dense: the last axis must be known to size the weights (was 'a*b*c*d*4'); use a number
sequential(input(['a', 'b', 'c', 'd', 4]), flatten(), dense({ units: 3 }))
