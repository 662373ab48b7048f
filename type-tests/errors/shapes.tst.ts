import {
  activation, adam, averagePooling2d, compile, conv2d, dense, dropout, flatten, globalAveragePooling2d, init, input, maxPooling2d,
  ndarray, sequential,
} from 'shapeproof'

// Sizes that do not fit, ranks, and what must divide. Each sentence is thrown at run time too, word for word.
declare const pixels: Float32Array

// ---- the first, one in the middle, the last of many layers, and uses of the wrong model that stay silent

const first = sequential(
  input([13, 13, 32]),
  // @ts-expect-error conv2d: kernelSize must be at most 13 to fit height 13 (was 15); use a smaller kernel or padding: 'same'
  conv2d({ filters: 8, kernelSize: 15 }),
//~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  maxPooling2d({ poolSize: 2 }),
  flatten(),
  dense({ units: 10, activation: 'softmax' }),
)
compile(first, { loss: 'categoricalCrossentropy', optimizer: adam() }).fit(ndarray(pixels, [8, 13, 13, 32]), ndarray(pixels, [8, 10]))
compile(first, { loss: 'binaryCrossentropy', optimizer: adam(), metrics: ['accuracy'] }).evaluate(ndarray(pixels, [8, 13, 13, 32]), ndarray(pixels, [8, 7]))
init(first).then(net => net.predict(ndarray(pixels, [8, 13, 13, 32])))
init(first, { seed: 7 }).then(net => net.weights.conv2d)

const middle = sequential(
  input([28, 28, 1]),
  conv2d({ filters: 8, kernelSize: 3, activation: 'relu' }),
  maxPooling2d({ poolSize: 2 }),
  conv2d({ filters: 8, kernelSize: 3, activation: 'relu' }),
  maxPooling2d({ poolSize: 2 }),
  // @ts-expect-error conv2d: kernelSize must be at most 5 to fit height 5 (was 7); use a smaller kernel or padding: 'same'
  conv2d({ filters: 16, kernelSize: 7, activation: 'relu' }),
//~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  maxPooling2d({ poolSize: 2 }),
  flatten(),
  dropout({ rate: 0.5 }),
  dense({ units: 10, activation: 'softmax' }),
)
compile(middle, { loss: 'sparseCategoricalCrossentropy', optimizer: adam() }).predict(ndarray(pixels, [8, 28, 28, 1]))
init(middle).then(net => net.setWeights({ conv2d: { kernel: pixels } }))

const last = sequential(
  input([28, 28, 1]),
  conv2d({ filters: 8, kernelSize: 3 }),
  globalAveragePooling2d(),
  dense({ units: 10, activation: 'softmax' }),
  // @ts-expect-error maxPooling2d: input must be [height, width, channels] (was [10])
  maxPooling2d({ poolSize: 2 }),
//~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
)
compile(last, { loss: 'meanSquaredError', optimizer: adam() })

// two mistakes: the first speaks, and the second when it is mended
sequential(
  input([13, 13, 3]),
  // @ts-expect-error conv2d: kernelSize must be at most 13 to fit height 13 (was 14); use a smaller kernel or padding: 'same'
  conv2d({ filters: 8, kernelSize: 14 }),
//~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  maxPooling2d({ poolSize: 99 }),
)

// ---- windows

// @ts-expect-error conv2d: kernelSize must be at most 5 to fit width 5 (was 6); use a smaller kernel or padding: 'same'
conv2d({ filters: 8, kernelSize: [3, 6] })(input([7, 5, 3]))
//                                         ~~~~~~~~~~~~~~~~

// two axes fail: the first speaks
// @ts-expect-error conv2d: kernelSize must be at most 7 to fit height 7 (was 8); use a smaller kernel or padding: 'same'
conv2d({ filters: 8, kernelSize: 8 })(input([7, 5, 3]))
//                                    ~~~~~~~~~~~~~~~~

// padding makes room, and the limit counts it
// @ts-expect-error conv2d: kernelSize must be at most 7 to fit height 5 (was 8); use a smaller kernel or padding: 'same'
conv2d({ filters: 8, kernelSize: 8, padding: 1 })(input([5, 5, 3]))
//                                                ~~~~~~~~~~~~~~~~

// @ts-expect-error conv2d: kernelSize must be at most 6 to fit width 5 (was 7); use a smaller kernel or padding: 'same'
conv2d({ filters: 8, kernelSize: 7, padding: [[1, 1], [0, 1]] })(input([5, 5, 3]))
//                                                               ~~~~~~~~~~~~~~~~

// a dilated kernel of k spans (k - 1) * dilationRate + 1
// @ts-expect-error conv2d: kernelSize must be at most 5 to fit height 9 (was 6); use a smaller kernel or padding: 'same'
conv2d({ filters: 8, kernelSize: 6, dilationRate: 2 })(input([9, 9, 3]))
//                                                     ~~~~~~~~~~~~~~~~

// @ts-expect-error conv2d: kernelSize must be at most 3 to fit width 9 (was 4); use a smaller kernel or padding: 'same'
conv2d({ filters: 8, kernelSize: 4, dilationRate: [1, 4] })(input([9, 9, 3]))
//                                                          ~~~~~~~~~~~~~~~~

// @ts-expect-error conv2d: strides and dilationRate must not both be above 1 (were 2 and 3); use one of them
conv2d({ filters: 8, kernelSize: 3, strides: 2, dilationRate: 3 })(input([28, 28, 3]))
//                                                                 ~~~~~~~~~~~~~~~~~~

// @ts-expect-error conv2d: strides and dilationRate must not both be above 1 (were 2 and 2); use one of them
conv2d({ filters: 8, kernelSize: 3, strides: 2, dilationRate: [1, 2], padding: 'same' })(input([28, 28, 3]))
//                                                                                       ~~~~~~~~~~~~~~~~~~

// @ts-expect-error maxPooling2d: poolSize must be at most 1 to fit height 1 (was 2); use a smaller pool or padding: 'same'
maxPooling2d()(input([1, 1, 64]))
//             ~~~~~~~~~~~~~~~~~

// @ts-expect-error maxPooling2d: poolSize must be at most 3 to fit width 3 (was 4); use a smaller pool or padding: 'same'
maxPooling2d({ poolSize: [2, 4], strides: 1 })(input([5, 3, 64]))
//                                             ~~~~~~~~~~~~~~~~~

// @ts-expect-error averagePooling2d: poolSize must be at most 4 to fit height 4 (was 5); use a smaller pool or padding: 'same'
averagePooling2d({ poolSize: 5 })(input([4, 4, 64]))
//                                ~~~~~~~~~~~~~~~~~

// @ts-expect-error averagePooling2d: poolSize must be at most 6 to fit height 4 (was 7); use a smaller pool or padding: 'same'
averagePooling2d({ poolSize: 7, padding: 1 })(input([4, 4, 64]))
//                                            ~~~~~~~~~~~~~~~~~

// a window in the padding alone would see nothing
// @ts-expect-error maxPooling2d: padding must be at most half of poolSize 2 (was 2)
maxPooling2d({ poolSize: 2, padding: 2 })(input([8, 8, 3]))
//                                        ~~~~~~~~~~~~~~~~

// @ts-expect-error averagePooling2d: padding must be at most half of poolSize 3 (was 2)
averagePooling2d({ poolSize: 3, padding: [[1, 1], [0, 2]] })(input([8, 8, 3]))
//                                                           ~~~~~~~~~~~~~~~~

// ---- ranks

// @ts-expect-error conv2d: input must be [height, width, channels] (was [1600])
conv2d({ filters: 8, kernelSize: 3 })(input([1600]))
//                                    ~~~~~~~~~~~~~

// @ts-expect-error conv2d: input must be [height, width, channels] (was [28, 28])
sequential(input([28, 28]), conv2d({ filters: 8, kernelSize: 3 }))
//                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error maxPooling2d: input must be [height, width, channels] (was [28, 28])
maxPooling2d({ poolSize: 2 })(input([28, 28]))
//                            ~~~~~~~~~~~~~~~

// @ts-expect-error averagePooling2d: input must be [height, width, channels] (was [4, 28, 28, 3])
averagePooling2d({ poolSize: 2 })(input([4, 28, 28, 3]))
//                                ~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error globalAveragePooling2d: input must be [height, width, channels] (was [1600])
globalAveragePooling2d()(input([1600]))
//                       ~~~~~~~~~~~~~

// @ts-expect-error dense: input must be [..., features] (was [])
dense({ units: 10 })(input([]))
//                   ~~~~~~~~~

// long shapes are cut in their middle
// @ts-expect-error conv2d: input must be [height, width, channels] (was [1, 2, 3, 4, 5, … 9])
conv2d({ filters: 8, kernelSize: 3 })(input([1, 2, 3, 4, 5, 6, 7, 8, 9]))
//                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// flatten, activation and dropout take any shape
flatten()(activation({ activation: 'relu' })(dropout({ rate: 0.5 })(input([]))))

// ---- what must divide

// @ts-expect-error conv2d: groups must divide the input's 32 channels (was 3)
conv2d({ filters: 8, kernelSize: 3, groups: 3 })(input([28, 28, 32]))
//                                               ~~~~~~~~~~~~~~~~~~~

// @ts-expect-error conv2d: groups must divide filters 8 (was 16)
conv2d({ filters: 8, kernelSize: 3, groups: 16 })(input([28, 28, 32]))
//                                                ~~~~~~~~~~~~~~~~~~~

// @ts-expect-error conv2d: groups must divide the input's 1 channels (was 2)
sequential(input([28, 28, 1]), conv2d({ filters: 8, kernelSize: 3, groups: 2 }))
//                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// ---- the first size of four digits: numbers have no limit
// @ts-expect-error conv2d: kernelSize must be at most 100000 to fit height 100000 (was 123456); use a smaller kernel or padding: 'same'
conv2d({ filters: 8, kernelSize: 123456 })(input([100000, 100000, 3]))
//                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~
