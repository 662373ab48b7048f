import {
  adam, add, compile, conv2d, dense, flatten, input, model, parallel, residual, sequential, shared, weights,
} from 'shapeproof'

// Layers made of layers, models as layers, layers shared by name, kernels given as values, and names that stand twice.
declare const values: Float32Array

// ---- names

// @ts-expect-error model: names of layers must differ (was 'a' twice); give one of them another name
const twice = sequential(input([8]), dense({ units: 3, name: 'a' }), dense({ units: 3, name: 'a' }), dense({ units: 2 }))
//                                                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
compile(twice, { loss: 'meanSquaredError', optimizer: adam() })

// an automatic name that stands already
// @ts-expect-error model: names of layers must differ (was 'dense' twice); give one of them another name
sequential(input([8]), dense({ units: 3, name: 'dense' }), dense({ units: 3 }))
//                                                         ~~~~~~~~~~~~~~~~~~~

// in a block, where it is made
// @ts-expect-error model: names of layers must differ (was 'b' twice); give one of them another name
sequential(dense({ units: 3, name: 'b' }), dense({ units: 3, name: 'b' }))
//                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// ---- kernels as values

// @ts-expect-error conv2d: each filter must have as many kernels as the input has channels: 2 (was 3)
sequential(input([10, 10, 2]), conv2d({ kernel: weights(values, [3, 3, 3, 8]) }), flatten())
//                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error conv2d: kernelSize must be at most 2 to fit height 2 (was 3); use a smaller kernel or padding: 'same'
sequential(input([2, 10, 3]), conv2d({ kernel: weights(values, [3, 3, 3, 8]) }), flatten())
//                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error 'filters' does not exist in type 'Conv2dKernelOptions'
sequential(input([10, 10, 3]), conv2d({ filters: 2, kernel: weights(values, [3, 3, 3, 8]) }), flatten())
//                                      ~~~~~~~

// ---- names for sizes

// @ts-expect-error dense: the last axis must be known to size the weights (was 'h*w*32'); use globalAveragePooling2d() instead of flatten()
sequential(input(['h', 'w', 3]), conv2d({ filters: 32, kernelSize: 3, padding: 'same' }), flatten(), dense({ units: 10 }))
//                                                                                                   ~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error conv2d: channels must be known to size the weights (was 'c'); use a number
conv2d({ filters: 32, kernelSize: 3 })(input([8, 8, 'c']))
//                                     ~~~~~~~~~~~~~~~~~~

// @ts-expect-error add: inputs must have the same shape (was ['h', 'w', 3] and ['w', 'h', 3])
add()([input(['h', 'w', 3]), input(['w', 'h', 3])])
//    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// ---- side by side

const narrow = conv2d({ filters: 8, kernelSize: 3, padding: 'same' })
const wide = conv2d({ filters: 24, kernelSize: 5, padding: 'same' })

// @ts-expect-error add: inputs must have the same shape (was [32, 32, 8] and [32, 32, 24])
sequential(input([32, 32, 16]), parallel('add', narrow, wide), flatten())
//                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// the first branch that does not fit
// @ts-expect-error conv2d: input must be [height, width, channels] (was [16])
sequential(input([16]), parallel('concatenate', narrow, wide))
//                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error is not assignable to parameter of type '"add" | "concatenate"'
sequential(input([32, 32, 16]), parallel('concat', narrow, wide), flatten())
//                                       ~~~~~~~~

// ---- shared by name, and models as layers

const encoder = shared('encoder', dense({ units: 8 }))
const left = input([16])
const right = input([17])

// @ts-expect-error shared: 'encoder' must have one kernel (was [16, 8] and [17, 8])
model({ inputs: { left, right }, outputs: add()([encoder(left), encoder(right)]) })
//                               ~~~~~~~

const both = model({ inputs: { left, right }, outputs: { first: dense({ units: 2 })(left), second: dense({ units: 3 })(right) } })

// @ts-expect-error model: input must be [17] (was [16])
both({ left: input([16]), right: input([16]) })
//                        ~~~~~

// @ts-expect-error model: input must be given for 'right' (was left out)
both({ left: input([16]) })
//   ~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error model: c must be left out: the model has no input of that name
both({ left, right, c: left })
//                  ~

// @ts-expect-error model: input must be one tensor (was a layer)
both({ left, right: dense({ units: 3 }) })
//           ~~~~~

// @ts-expect-error model: input must be an object with a tensor for each of 'left', 'right' (was one tensor)
const none = both(left)
//                ~~~~
model({ inputs: left, outputs: add()([none.first, none.second]) })

// @ts-expect-error model: input must be an object with a tensor for each of 'left', 'right' (was an array)
both([left, right])
//   ~~~~~~~~~~~~~

// @ts-expect-error model: input must be an object with a tensor for each of 'left', 'right' (was one tensor)
sequential(input([16]), both, flatten())
//                      ~~~~

const first = model({ inputs: left, outputs: { first: dense({ units: 2 })(left), second: dense({ units: 3 })(left) } })
first(left).second.shape[0].toFixed()

// @ts-expect-error model: output must be one tensor here (was several, by name); call the model on a symbolic tensor, and use one of them
sequential(input([16]), first, dense({ units: 3 }))
//                      ~~~~~

// @ts-expect-error model: output must be one tensor here (was several, by name); call the model on a symbolic tensor, and use one of them
sequential(input([16]), residual(first), dense({ units: 3 }))
//                      ~~~~~~~~~~~~~~~

const plain = model({ inputs: left, outputs: dense({ units: 2 })(left) })

// @ts-expect-error model: input must be one tensor (was several)
plain({ left })
//    ~~~~~~~~

// @ts-expect-error model: input must be one tensor (was a layer)
plain(dense({ units: 3 }))
//    ~~~~~~~~~~~~~~~~~~~

const small = sequential(input([8, 8, 1]), conv2d({ filters: 4, kernelSize: 7 }), flatten())

// @ts-expect-error model: input must be [8, 8, 1] (was [6, 8, 1])
sequential(input([6, 8, 1]), small)
//                           ~~~~~

const halved = sequential(input(['16*h', 16, 1]), conv2d({ filters: 4, kernelSize: 3, strides: 2, padding: 'same' }))

// @ts-expect-error model: '16*h' must be a multiple of 16 (was 24); pad it to 32
sequential(input([24, 16, 1]), halved)
//                             ~~~~~~

// two layers of one name, one of them shared
const s = shared('s', dense({ units: 4 }))

// @ts-expect-error model: names of layers must differ (was 's' twice); give one of them another name
sequential(input([4]), s, dense({ units: 4, name: 's' }))
//                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error model: names of layers must differ (was 'dense' twice); give one of them another name
sequential(input([4]), shared('dense', dense({ units: 4 })), dense({ units: 4 }))
//                                                           ~~~~~~~~~~~~~~~~~~~

const x = input([4])

// @ts-expect-error model: names of layers must differ (was 's' twice); give one of them another name
model({ inputs: x, outputs: add()([s(x), dense({ units: 4, name: 's' })(x)]) })
//                 ~~~~~~~

// @ts-expect-error model: names of layers must differ (was 's' twice); give one of them another name
model({ inputs: x, outputs: add()([s(x), shared('s', dense({ units: 4, activation: 'relu' }))(x)]) })
//                 ~~~~~~~

// @ts-expect-error model: names of layers must differ (was 'd' twice); give one of them another name
model({ inputs: x, outputs: add()([dense({ units: 4, name: 'd' })(x), dense({ units: 4, name: 'd', useBias: false })(x)]) })
//                 ~~~~~~~

// @ts-expect-error residual: its argument must be one layer (was an array); put several in sequential(...)
sequential(input([4]), residual([dense({ units: 4 }), dense({ units: 4 })]), flatten())
//                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
