import {
  activation, adam, add, averagePooling2d, compile, conv1d, conv2d, dense, dropout, flatten, globalAveragePooling2d, input, maxPooling2d,
  residual, sequential, weights,
} from 'shapeproof'

// Values that no option may have, and words that are not there. The first are ours to say, the second the compiler's.
const image = input([28, 28, 4])
const row = input([64])

// ---- whole numbers of at least 1: where an option is a size by itself, the squiggle stands on it

// @ts-expect-error dense: units must be a whole number of at least 1 (was 0)
const none = sequential(row, dense({ activation: 'relu', units: 0 }), dense({ units: 10, activation: 'softmax' }))
//                                                       ~~~~~
compile(none, { loss: 'categoricalCrossentropy', optimizer: adam() })

// @ts-expect-error dense: units must be a whole number of at least 1 (was 2.5)
dense({ units: 2.5 })(row)
//      ~~~~~

// @ts-expect-error conv2d: filters must be a whole number of at least 1 (was -8)
conv2d({ filters: -8, kernelSize: 3 })(image)
//       ~~~~~~~

// @ts-expect-error conv2d: filters must be a whole number of at least 1 (was 1e+30)
conv2d({ kernelSize: 3, filters: 1e30 })(image)
//                      ~~~~~~~

// @ts-expect-error dropout: rate must be at least 0 and at most 1 (was 1.01)
dropout({ rate: 1.01 })(row)
//        ~~~~

// @ts-expect-error dropout: rate must be at least 0 and at most 1 (was 50)
sequential(row, dropout({ rate: 50, name: 'half' }), dense({ units: 10 }))
//                        ~~~~

// @ts-expect-error dropout: rate must be at least 0 and at most 1 (was -0.5)
dropout({ rate: -0.5 })(row)
//        ~~~~

// @ts-expect-error dropout: rate must be at least 0 and at most 1 (was -5e-7)
dropout({ rate: -5e-7 })(row)
//        ~~~~

dropout({ rate: 5e-7 })(dropout({ rate: 0 })(dropout({ rate: 1 })(row)))

// @ts-expect-error conv2d: kernelSize must be a whole number of at least 1 (was 0)
conv2d({ filters: 8, kernelSize: 0 })(image)
//                                    ~~~~~

// @ts-expect-error conv2d: kernelSize must be a whole number of at least 1 (was -1)
conv2d({ filters: 8, kernelSize: -1 })(image)
//                                     ~~~~~

// @ts-expect-error conv2d: kernelSize must be a whole number of at least 1 (was 1.5)
conv2d({ filters: 8, kernelSize: [3, 1.5] })(image)
//                                           ~~~~~

// @ts-expect-error conv2d: kernelSize must be a whole number of at least 1 (was 0)
sequential(image, conv2d({ filters: 8, kernelSize: 0, padding: 'same' }), flatten())
//                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error conv2d: strides must be a whole number of at least 1 (was 0)
conv2d({ filters: 8, kernelSize: 3, strides: 0 })(image)
//                                                ~~~~~

// @ts-expect-error conv2d: strides must be a whole number of at least 1 (was 0.5)
conv2d({ filters: 8, kernelSize: 3, strides: [1, 0.5] })(image)
//                                                       ~~~~~

// @ts-expect-error conv2d: dilationRate must be a whole number of at least 1 (was -2)
conv2d({ filters: 8, kernelSize: 3, dilationRate: -2 })(image)
//                                                      ~~~~~

// @ts-expect-error conv2d: groups must be a whole number of at least 1 (was 0)
conv2d({ filters: 8, kernelSize: 3, groups: 0 })(image)
//                                               ~~~~~

// @ts-expect-error conv2d: groups must be a whole number of at least 1 (was 2.5)
conv2d({ filters: 8, kernelSize: 3, groups: 2.5 })(image)
//                                                 ~~~~~

// @ts-expect-error maxPooling2d: poolSize must be a whole number of at least 1 (was 0)
maxPooling2d({ poolSize: 0 })(image)
//                            ~~~~~

// @ts-expect-error maxPooling2d: strides must be a whole number of at least 1 (was -1)
maxPooling2d({ poolSize: 2, strides: -1 })(image)
//                                         ~~~~~

// @ts-expect-error averagePooling2d: poolSize must be a whole number of at least 1 (was 2.5)
averagePooling2d({ poolSize: [2, 2.5] })(image)
//                                       ~~~~~

// ---- a kernel given as values, beside groups

const kernel = weights(new Float32Array(288), [3, 3, 4, 8])

// @ts-expect-error conv2d: kernel must have 4 channels / groups 4 = 1 on its third axis (was 4)
conv2d({ kernel, groups: 4 })(image)
//                            ~~~~~

// @ts-expect-error conv2d: kernel must have 28 channels / groups 2 = 14 on its third axis (was 4)
sequential(input([28, 28, 28]), conv2d({ kernel, groups: 2 }), flatten())
//                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error conv2d: each filter must have as many kernels as the input has channels: 8 (was 4)
conv2d({ kernel, groups: undefined })(input([28, 28, 8]))
//                                    ~~~~~~~~~~~~~~~~~~

// @ts-expect-error conv2d: channels must be known to size the weights (was 'c'); use a number
conv2d({ kernel, groups: 2 })(input([28, 28, 'c']))
//                            ~~~~~~~~~~~~~~~~~~~~

conv2d({ kernel, groups: 2 })(input([28, 28, 8]))

// ---- padding

// @ts-expect-error conv2d: padding must be 'valid', 'same', a whole number of at least 0, or a pair [before, after] for each axis (was -1)
conv2d({ filters: 8, kernelSize: 3, padding: -1 })(image)
//                                                 ~~~~~

// @ts-expect-error conv2d: padding must be 'valid', 'same', a whole number of at least 0, or a pair [before, after] for each axis (was 1.5)
conv2d({ filters: 8, kernelSize: 3, padding: 1.5 })(image)
//                                                  ~~~~~

// @ts-expect-error conv2d: padding must be 'valid', 'same', a whole number of at least 0, or a pair [before, after] for each axis (was -1)
conv2d({ filters: 8, kernelSize: 3, padding: [[1, 1], [0, -1]] })(image)
//                                                                ~~~~~

// @ts-expect-error maxPooling2d: padding must be 'valid', 'same', a whole number of at least 0, or a pair [before, after] for each axis (was 0.5)
maxPooling2d({ poolSize: 2, padding: 0.5 })(image)
//                                          ~~~~~

// @ts-expect-error Did you mean '"same"'?
conv2d({ filters: 8, kernelSize: 3, padding: 'sam' })(image)
//                                  ~~~~~~~

// @ts-expect-error Did you mean '"valid"'?
maxPooling2d({ padding: 'vaild' })(image)
//             ~~~~~~~

// ---- words that are not there: the compiler's own sentence and suggestion

// @ts-expect-error Did you mean to write 'kernelSize'?
const misspelt = sequential(image, conv2d({ filters: 8, kernalSize: 3 }), flatten(), dense({ units: 10, activation: 'softmax' }))
//                                                      ~~~~~~~~~~
compile(misspelt, { loss: 'categoricalCrossentropy', optimizer: adam() })

// an optional one, which a looser check would let through
// @ts-expect-error Did you mean to write 'strides'?
conv2d({ filters: 8, kernelSize: 3, stride: 2 })(image)
//                                  ~~~~~~

// @ts-expect-error Did you mean to write 'activation'?
dense({ units: 8, activaton: 'relu' })(row)
//                ~~~~~~~~~

// @ts-expect-error Did you mean to write 'poolSize'?
maxPooling2d({ polSize: 2 })(image)
//             ~~~~~~~

// @ts-expect-error Did you mean to write 'poolSize'?
averagePooling2d({ poolsize: 2 })(image)
//                 ~~~~~~~~

// @ts-expect-error Did you mean to write 'rate'?
dropout({ ratee: 0.5 })(row)
//        ~~~~~

// @ts-expect-error Did you mean to write 'activation'?
activation({ activaton: 'relu' })(row)
//           ~~~~~~~~~

// @ts-expect-error Did you mean to write 'name'?
flatten({ nam: 'row' })(image)
//        ~~~

// @ts-expect-error Did you mean to write 'name'?
globalAveragePooling2d({ nme: 'means' })(image)
//                       ~~~

// @ts-expect-error Did you mean to write 'name'?
add({ nme: 'sum' })([row, row])
//    ~~~

// @ts-expect-error Object literal may only specify known properties, and 'channels' does not exist in type
conv2d({ filters: 8, kernelSize: 3, channels: 4 })(image)
//                                  ~~~~~~~~

// ---- values that are not there

// @ts-expect-error Did you mean '"relu"'?
sequential(row, dense({ units: 8, activation: 'reluu' }), dense({ units: 10, activation: 'softmax' }))
//                                ~~~~~~~~~~

// @ts-expect-error Did you mean '"sigmoid"'?
activation({ activation: 'sigmod' })(row)
//           ~~~~~~~~~~

// @ts-expect-error Did you mean '"glorotUniform"'?
dense({ units: 8, kernelInitializer: 'glorotuniform' })(row)
//                ~~~~~~~~~~~~~~~~~

// @ts-expect-error Did you mean '"zeros"'?
conv2d({ filters: 8, kernelSize: 3, biasInitializer: 'zeroes' })(image)
//                                  ~~~~~~~~~~~~~~~

// ---- how weights begin: a kernel has two axes or more, and only a matrix can be the identity

// @ts-expect-error Type '"identity"' is not assignable to type
conv1d({ filters: 8, kernelSize: 3, kernelInitializer: 'identity' })
//                                  ~~~~~~~~~~~~~~~~~

// @ts-expect-error Type '"orthogonal"' is not assignable to type
dense({ units: 8, biasInitializer: 'orthogonal' })(row)
//                ~~~~~~~~~~~~~~~

// @ts-expect-error dense: kernel must be square to begin as 'identity' (was [64, 8]); use 'orthogonal'
sequential(row, dense({ units: 8, kernelInitializer: 'identity' }), dense({ units: 10, activation: 'softmax' }))
//              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error dense: units must be a whole number of at least 1 (was 0)
dense({ units: 0, kernelInitializer: 'identity' })(row)
//      ~~~~~

// @ts-expect-error dense: the last axis must be known to size the weights (was 'f'); use a number
dense({ units: 8, kernelInitializer: 'identity' })(input(['f']))
//                                                 ~~~~~~~~~~~~

dense({ units: 64, kernelInitializer: 'identity' })(row)
conv2d({ filters: 8, kernelSize: 3, kernelInitializer: 'orthogonal' })(image)

// ---- what must be given, and of what kind it is

// @ts-expect-error Property 'kernelSize' is missing
conv2d({ filters: 8 })
//     ~~~~~~~~~~~~~~

// @ts-expect-error Property 'units' is missing
dense({ activation: 'relu' })
//    ~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error Property 'rate' is missing
dropout({})
//      ~~

// @ts-expect-error Expected 1 arguments, but got 0
dense()

// @ts-expect-error Type 'string' is not assignable to type 'number'
dense({ units: '8' })
//      ~~~~~

// @ts-expect-error Type 'number' is not assignable to type 'boolean | undefined'
dense({ units: 8, useBias: 1 })
//                ~~~~~~~

// @ts-expect-error residual: its argument must be one layer (was 8); put several in sequential(...)
residual(8)
//       ~
