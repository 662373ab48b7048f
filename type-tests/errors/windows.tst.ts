import {
  adaptiveAveragePooling1d, adaptiveAveragePooling2d, adaptiveMaxPooling3d, averagePooling1d, averagePooling3d, conv1d,
  conv1dTranspose, conv2d, conv2dTranspose, conv3d, conv3dTranspose, dense, depthwiseConv1d, depthwiseConv2d, globalAveragePooling3d,
  globalMaxPooling1d, globalMaxPooling2d, input, maxPooling1d, maxPooling3d, separableConv1d, separableConv2d, sequential,
} from 'shapeproof'

// Convolutions and poolings along one axis, two and three: what does not fit. Each sentence is thrown at run time too.
const signal = input([9, 4])
const image = input([9, 7, 4])
const volume = input([5, 9, 7, 4])

// ---- one axis

// @ts-expect-error conv1d: kernelSize must be at most 9 to fit steps 9 (was 10); use a smaller kernel or padding: 'same'
conv1d({ filters: 8, kernelSize: 10 })(signal)
//                                     ~~~~~~

// causal padding makes room for any kernel
conv1d({ filters: 8, kernelSize: 10, padding: 'causal' })(signal)

// @ts-expect-error conv1d: kernelSize must be at most 12 to fit steps 9 (was 13); use a smaller kernel or padding: 'same'
conv1d({ filters: 8, kernelSize: 13, padding: [1, 2] })(signal)
//                                                      ~~~~~~

// @ts-expect-error conv1d: padding must be 'valid', 'same', a whole number of at least 0, or a pair [before, after] for each axis (was -2)
conv1d({ filters: 8, kernelSize: 3, padding: [1, -2] })(signal)
//                                                      ~~~~~~

// @ts-expect-error conv1d: groups must divide the input's 4 channels (was 3)
conv1d({ filters: 6, kernelSize: 3, groups: 3 })(signal)
//                                               ~~~~~~

// @ts-expect-error conv1d: input must be [steps, channels] (was [9, 7, 4])
conv1d({ filters: 8, kernelSize: 3 })(image)
//                                    ~~~~~

// @ts-expect-error conv1d: filters must be a whole number of at least 1 (was 0)
conv1d({ filters: 0, kernelSize: 3 })(signal)
//       ~~~~~~~

// @ts-expect-error conv1d: strides and dilationRate must not both be above 1 (were 2 and 2); use one of them
sequential(signal, conv1d({ filters: 8, kernelSize: 3, strides: 2, dilationRate: 2 }), dense({ units: 3 }))
//                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error depthwiseConv1d: kernelSize must be at most 5 to fit steps 9 (was 6); use a smaller kernel or padding: 'same'
depthwiseConv1d({ kernelSize: 6, dilationRate: 2 })(signal)
//                                                  ~~~~~~

// @ts-expect-error separableConv1d: strides must be a whole number of at least 1 (was 0)
separableConv1d({ filters: 8, kernelSize: 3, strides: 0 })(signal)
//                                                         ~~~~~~

// @ts-expect-error conv1dTranspose: outputPadding must be below strides 2 (was 2)
conv1dTranspose({ filters: 8, kernelSize: 3, strides: 2, outputPadding: 2 })(signal)
//                                                                           ~~~~~~

// @ts-expect-error maxPooling1d: poolSize must be at most 9 to fit steps 9 (was 12); use a smaller pool or padding: 'same'
maxPooling1d({ poolSize: 12 })(signal)
//                             ~~~~~~

// @ts-expect-error averagePooling1d: padding must be at most half of poolSize 3 (was 2)
averagePooling1d({ poolSize: 3, padding: [0, 2] })(signal)
//                                                 ~~~~~~

// ---- two axes

// @ts-expect-error depthwiseConv2d: kernelSize must be at most 7 to fit width 7 (was 8); use a smaller kernel or padding: 'same'
depthwiseConv2d({ kernelSize: [3, 8] })(image)
//                                      ~~~~~

// @ts-expect-error depthwiseConv2d: depthMultiplier must be a whole number of at least 1 (was 0)
depthwiseConv2d({ kernelSize: 3, depthMultiplier: 0 })(image)
//                               ~~~~~~~~~~~~~~~

depthwiseConv2d({ kernelSize: 3, depthMultiplier: undefined })(image)

// @ts-expect-error separableConv2d: depthMultiplier must be a whole number of at least 1 (was 1.5)
sequential(image, separableConv2d({ filters: 8, kernelSize: 3, depthMultiplier: 1.5 }), dense({ units: 3 }))
//                                                             ~~~~~~~~~~~~~~~

// @ts-expect-error separableConv2d: filters must be a whole number of at least 1 (was -1)
separableConv2d({ filters: -1, kernelSize: 3, depthMultiplier: 2 })(image)
//                ~~~~~~~

// @ts-expect-error separableConv2d: input must be [height, width, channels] (was [9, 4])
separableConv2d({ filters: 8, kernelSize: 3 })(signal)
//                                             ~~~~~~

// @ts-expect-error Did you mean to write 'depthMultiplier'?
depthwiseConv2d({ kernelSize: 3, depthMultipler: 2 })(image)
//                               ~~~~~~~~~~~~~~

// @ts-expect-error conv2dTranspose: outputPadding must be at least 1 for an even kernelSize 4 with padding 'same' (was 0); or leave it out
conv2dTranspose({ filters: 8, kernelSize: [3, 4], strides: 2, padding: 'same', outputPadding: 0 })(image)
//                                                                                                 ~~~~~

// @ts-expect-error conv2dTranspose: outputPadding must be a whole number of at least 0 (was -1)
conv2dTranspose({ filters: 8, kernelSize: 3, strides: 2, outputPadding: [0, -1] })(image)
//                                                                                 ~~~~~

// @ts-expect-error conv2dTranspose: strides and dilationRate must not both be above 1 (were 2 and 3); use one of them
conv2dTranspose({ filters: 8, kernelSize: 3, strides: [1, 2], dilationRate: [2, 3] })(image)
//                                                                                    ~~~~~

// a dilated kernel of 2 spans 3, which is odd
conv2dTranspose({ filters: 8, kernelSize: 2, padding: 'same', dilationRate: 2, outputPadding: 0 })(image)

// @ts-expect-error globalMaxPooling2d: input must be [height, width, channels] (was [9, 4])
globalMaxPooling2d()(signal)
//                   ~~~~~~

// @ts-expect-error adaptiveAveragePooling2d: outputSize must be a whole number of at least 1 (was 0)
adaptiveAveragePooling2d({ outputSize: [3, 0] })(image)
//                                               ~~~~~

// ---- three axes: the first that fails speaks

// @ts-expect-error conv3d: kernelSize must be at most 5 to fit depth 5 (was 6); use a smaller kernel or padding: 'same'
conv3d({ filters: 8, kernelSize: 6 })(volume)
//                                    ~~~~~~

// @ts-expect-error conv3d: kernelSize must be at most 7 to fit width 7 (was 8); use a smaller kernel or padding: 'same'
conv3d({ filters: 8, kernelSize: [5, 9, 8] })(volume)
//                                            ~~~~~~

// @ts-expect-error conv3d: groups must divide filters 6 (was 4)
conv3d({ filters: 6, kernelSize: 3, groups: 4 })(volume)
//                                               ~~~~~~

// @ts-expect-error conv3d: input must be [depth, height, width, channels] (was [9, 7, 4])
conv3d({ filters: 8, kernelSize: 3 })(image)
//                                    ~~~~~

// @ts-expect-error conv3dTranspose: kernelSize must be a whole number of at least 1 (was 0)
conv3dTranspose({ filters: 8, kernelSize: [3, 0, 3] })(volume)
//                                                     ~~~~~~

// @ts-expect-error maxPooling3d: poolSize must be at most 5 to fit depth 5 (was 6); use a smaller pool or padding: 'same'
maxPooling3d({ poolSize: 6 })(volume)
//                            ~~~~~~

// @ts-expect-error averagePooling3d: padding must be at most half of poolSize 2 (was 2)
averagePooling3d({ padding: [[0, 0], [1, 1], [0, 2]] })(volume)
//                                                      ~~~~~~

// @ts-expect-error adaptiveMaxPooling3d: outputSize must be a whole number of at least 1 (was 2.5)
adaptiveMaxPooling3d({ outputSize: 2.5 })(volume)
//                                        ~~~~~~

// ---- names: where weights need a size, and nowhere else

// @ts-expect-error depthwiseConv2d: channels must be known to size the weights (was 'c'); use a number
depthwiseConv2d({ kernelSize: 3 })(input(['h', 'w', 'c']))
//                                 ~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error conv1dTranspose: channels must be known to size the weights (was 'c'); use a number
conv1dTranspose({ filters: 3, kernelSize: 3 })(input(['t', 'c']))
//                                             ~~~~~~~~~~~~~~~~~

globalMaxPooling1d()(input(['t', 'c']))
globalAveragePooling3d({ keepdims: true })(input(['d', 'h', 'w', 'c']))
adaptiveAveragePooling1d({ outputSize: 3 })(maxPooling1d()(input(['t', 'c'])))

// ---- groups on an input of another rank: the rank is said first

// @ts-expect-error conv2d: input must be [height, width, channels] (was [5])
conv2d({ filters: 6, kernelSize: 1, groups: 2 })(input([5]))
//                                               ~~~~~~~~~~
// @ts-expect-error conv1d: input must be [steps, channels] (was [9, 7, 5])
conv1d({ filters: 6, kernelSize: 1, groups: 2 })(input([9, 7, 5]))
//                                               ~~~~~~~~~~~~~~~~
// @ts-expect-error conv3d: input must be [depth, height, width, channels] (was [9, 5])
conv3d({ filters: 5, kernelSize: 1, groups: 2 })(input([9, 5]))
//                                               ~~~~~~~~~~~~~
// @ts-expect-error conv2d: groups must divide the input's 5 channels (was 2)
conv2d({ filters: 6, kernelSize: 10, groups: 2 })(input([9, 7, 5]))
//                                                ~~~~~~~~~~~~~~~~
