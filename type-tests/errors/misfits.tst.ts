import {
  adam, adaptiveMaxPooling2d, add, averagePooling3d, compile, concatenate, conv1d, conv2d, conv3d, cropping2d, dense, depthwiseConv2d, dot, dropout,
  flatten, input, maxPooling2d, permute, reshape, residual, sequential, softmax, upSampling2d, weights, zeroPadding1d, zeroPadding2d,
} from 'shapeproof'

// Options that do not fit: the error stands on the option at fault, and nothing after it lights up.
const image = input([8, 8, 3])
const row = input([8])

// ---- lists: one sentence on the option

// @ts-expect-error conv2d: kernelSize must be one number, or one for each of the 2 axes (was [3, 9, 1])
conv2d({ filters: 4, kernelSize: [3, 9, 1] })(image)
//                   ~~~~~~~~~~

// @ts-expect-error conv2d: strides must be one number, or one for each of the 2 axes (was [2])
sequential(image, conv2d({ filters: 4, kernelSize: 3, strides: [2] }), flatten(), dense({ units: 3 }))
//                                                    ~~~~~~~

// @ts-expect-error conv2d: padding must be 'valid', 'same', a whole number of at least 0, or a pair [before, after] for each axis (was [1, 2])
conv2d({ filters: 4, kernelSize: 3, padding: [1, 2] })(image)
//                                  ~~~~~~~

// @ts-expect-error conv2d: padding must be 'valid', 'same', a whole number of at least 0, or a pair [before, after] for each axis (was [[1], [2, 2]])
conv2d({ filters: 4, kernelSize: 3, padding: [[1], [2, 2]] })(image)
//                                  ~~~~~~~

// A ternary is no constant, and makes a list of any length of one.
declare const wide: boolean
// @ts-expect-error conv2d: kernelSize must be a list whose length the compiler knows (was any list); write as const behind it
conv2d({ filters: 4, kernelSize: wide ? [3, 9] : [3, 3] })
//                   ~~~~~~~~~~

// @ts-expect-error conv2d: padding must be a list whose length the compiler knows (was any list); write as const behind it
conv2d({ filters: 4, kernelSize: 3, padding: wide ? 'same' : [[1, 0], [0, 1]] })
//                                  ~~~~~~~

conv2d({ filters: 4, kernelSize: wide ? ([3, 9] as const) : ([3, 3] as const), strides: wide ? 2 : ([2, 1] as const) })(image)

// @ts-expect-error maxPooling2d: padding must be 'valid', 'same', a whole number of at least 0, or a pair [before, after] for each axis (was [1, 1])
maxPooling2d({ poolSize: 2, padding: [1, 1] })(image)
//                          ~~~~~~~

// @ts-expect-error averagePooling3d: poolSize must be one number, or one for each of the 3 axes (was [2])
averagePooling3d({ poolSize: [2] })
//                 ~~~~~~~~

// @ts-expect-error adaptiveMaxPooling2d: outputSize must be one number, or one for each of the 2 axes (was [3])
adaptiveMaxPooling2d({ outputSize: [3] })(image)
//                     ~~~~~~~~~~

// @ts-expect-error conv1d: padding must be 'valid', 'same', a whole number of at least 0, or a pair [before, after] for each axis (was [1])
conv1d({ filters: 4, kernelSize: 3, padding: [1] })(input([8, 3]))
//                                  ~~~~~~~

// @ts-expect-error conv3d: kernelSize must be one number, or one for each of the 3 axes (was [3, 3])
conv3d({ filters: 4, kernelSize: [3, 3] })
//                   ~~~~~~~~~~

// @ts-expect-error depthwiseConv2d: kernelSize must be one number, or one for each of the 2 axes (was [3])
depthwiseConv2d({ kernelSize: [3] })(image)
//                ~~~~~~~~~~

// @ts-expect-error zeroPadding2d: padding must be one number, or one for each of the 2 axes (was [1, 1, 1])
zeroPadding2d({ padding: [1, 1, 1] })(image)
//              ~~~~~~~

// @ts-expect-error zeroPadding1d: padding must be one number, or a pair [before, after] (was [1, 1, 1])
zeroPadding1d({ padding: [1, 1, 1] })
//              ~~~~~~~

// @ts-expect-error cropping2d: cropping must be one number, or one for each of the 2 axes (was [[1, 1]])
cropping2d({ cropping: [[1, 1]] })(image)
//           ~~~~~~~~

// @ts-expect-error upSampling2d: size must be one number, or one for each of the 2 axes (was [3])
upSampling2d({ size: [3] })(image)
//             ~~~~

// @ts-expect-error dot: axes must be one number, or one for each of the 2 axes (was [1])
dot({ axes: [1] })
//    ~~~~

// @ts-expect-error permute: dims must be a list of numbers (was ['b', 'a'])
permute({ dims: ['b', 'a'] })
//        ~~~~

declare const n: number
// @ts-expect-error conv2d: kernelSize must be one number, or one for each of the 2 axes (was [3, number, number])
conv2d({ filters: 4, kernelSize: [3, n, n] })(image)
//                   ~~~~~~~~~~

// of the right length, the element at fault
// @ts-expect-error Type 'string' is not assignable to type 'number'
conv2d({ filters: 4, kernelSize: [3, '3'] })(image)
//                                   ~~~

// ---- the kernel as values

// @ts-expect-error conv2d: kernel must be weights(values, [height, width, channels, filters]) (was [3, 3, 8])
conv2d({ kernel: weights(new Float32Array(72), [3, 3, 8]), groups: 2 })(image)
//       ~~~~~~

// @ts-expect-error conv2d: kernel must be weights(values, [height, width, channels, filters]) (was a Float32Array)
conv2d({ kernel: new Float32Array(27) })(image)
//       ~~~~~~

// @ts-expect-error conv2d: kernel must be weights(values, [height, width, channels, filters]) (was an array)
conv2d({ kernel: [[1]] })(image)
//       ~~~~~~

// @ts-expect-error conv2d: kernel must be weights(values, [height, width, channels, filters]) (was 3)
conv2d({ kernel: 3 })(image)
//       ~~~~~~

// ---- all else is the compiler's, on the option at fault

// @ts-expect-error Type 'string' is not assignable to type 'PerAxis2d'
conv2d({ filters: 4, kernelSize: '3' })(image)
//                   ~~~~~~~~~~

// @ts-expect-error Type 'string' is not assignable to type 'number'
conv2d({ filters: '4', kernelSize: 3 })(image)
//       ~~~~~~~

// @ts-expect-error Did you mean '"heNormal"'?
conv2d({ filters: 4, kernelSize: 3, kernelInitializer: 'heNorml' })(image)
//                                  ~~~~~~~~~~~~~~~~~

// @ts-expect-error Did you mean '"valid"'?
conv2d({ kernel: weights(new Float32Array(27), [3, 3, 3, 1]), padding: 'vaild' })(image)
//                                                            ~~~~~~~

// @ts-expect-error 'kernelInitializer' does not exist in type 'Conv2dKernelOptions'
conv2d({ kernel: weights(new Float32Array(27), [3, 3, 3, 1]), kernelInitializer: 'zeros' })(image)
//                                                            ~~~~~~~~~~~~~~~~~

// ---- one mistake, one error: what such a layer gives is not known

// @ts-expect-error Did you mean to write 'filters'?
const misspelt = conv2d({ filter: 4, kernelSize: 3 })(image)
//                        ~~~~~~
concatenate()([misspelt, image])

// @ts-expect-error Did you mean to write 'padding'?
const narrower = conv2d({ filters: 3, kernelSize: 3, paddin: 'same' })(image)
//                                                   ~~~~~~
add()([narrower, image])

// @ts-expect-error Property 'kernelSize' is missing in type '{ filters: number; }' but required in type 'Conv2dOptions'
const sizeless = flatten()(conv2d({ filters: 4 })(image))
//                                ~~~~~~~~~~~~~~
add()([sizeless, flatten()(image)])

// @ts-expect-error Did you mean to write 'padding'?
sequential(image, residual(conv2d({ filters: 3, kernelSize: 3, paddin: 'same' })), flatten(), dense({ units: 3 }))
//                                                             ~~~~~~

// @ts-expect-error Did you mean to write 'units'?
const unitless = dense({ unit: 8 })(row)
//                       ~~~~
add()([unitless, row])

// @ts-expect-error Did you mean to write 'poolSize'?
const pooled = maxPooling2d({ poolSze: 1 })(image)
//                            ~~~~~~~
add()([pooled, image])

// @ts-expect-error Did you mean to write 'axis'?
const joined = concatenate({ axs: 0 })([image, image])
//                           ~~~
add()([joined, input([16, 8, 3])])

// @ts-expect-error Did you mean to write 'padding'?
const given = conv2d({ kernel: weights(new Float32Array(27), [3, 3, 3, 1]), pading: 'same' })(image)
//                                                                          ~~~~~~
concatenate()([given, image])

// @ts-expect-error Did you mean '"softmax"'?
const classes = sequential(image, flatten(), dense({ units: 3, activation: 'sofmax' }))
//                                                             ~~~~~~~~~~
compile(classes, { loss: 'categoricalCrossentropy', optimizer: adam() })

// ---- sizes and values that only the run knows read as what they are

// @ts-expect-error add: inputs must have the same shape (was [number, 5] and [number, 4])
add()([input([n, 5]), input([n, 4])])
//    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error concatenate: inputs must have the same size on axis 1, only axis 2 may differ (was [number, 5, 3] and [number, 4, 3])
concatenate()([input([n, 5, 3]), input([n, 4, 3])])
//            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

declare const name: string
// @ts-expect-error dense: the last axis must be known to size the weights (was string); use a number
dense({ units: 3 })(input([3, name]))
//                  ~~~~~~~~~~~~~~~~

// ---- of a union of values that are all wrong, one speaks

// @ts-expect-error conv2d: kernelSize must be at most 8 to fit height 8 (was 1
conv2d({ filters: 4, kernelSize: n > 3 ? 15 : 17 })(image)
//                                                  ~~~~~

// @ts-expect-error dense: units must be a whole number of at least 1 (was
dense({ units: n > 3 ? 0 : -1 })(row)
//      ~~~~~

// @ts-expect-error dropout: rate must be at least 0 and at most 1 (was
dropout({ rate: n > 3 ? 3 : 2 })(row)
//        ~~~~

// @ts-expect-error softmax: axis must be an axis of [8, 8, 3] (was
softmax({ axis: n > 3 ? 5 : 7 })(image)
//                               ~~~~~

// @ts-expect-error reshape: [5, 1] must hold 192 values (holds 5)
reshape({ targetShape: [5, 1] })(image)
//                               ~~~~~
