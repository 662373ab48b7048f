import {
  activation, adam, add, compile, concatenate, conv2d, dense, flatten, globalAveragePooling2d, init, input, maxPooling2d, model, ndarray, residual,
  sequential,
} from 'shapeproof'

// Layers called on tensors, merges, residuals and blocks.
declare const pixels: Float32Array
const x = input([32, 32, 16])
const same = conv2d({ filters: 16, kernelSize: 3, padding: 'same' })(x)
const half = maxPooling2d({ poolSize: 2 })(same)

// ---- add

// @ts-expect-error add: inputs must have the same shape (was [32, 32, 16] and [16, 16, 16])
const sum = add()([x, half])
//                ~~~~~~~~~
// what is built on a mistake stays silent, to the end
const wrong = model({ inputs: x, outputs: dense({ units: 10, activation: 'softmax' })(flatten()(conv2d({ filters: 8, kernelSize: 99 })(sum))) })
compile(wrong, { loss: 'binaryCrossentropy', optimizer: adam(), metrics: ['accuracy'] }).fit(ndarray(pixels, [8, 32, 32, 16]), ndarray(pixels, [8, 10]))
init(wrong).then(net => net.predict(ndarray(pixels, [8, 32, 32, 16])))
add()([sum, x])
add()([sum, half])

// the first that differs is shown
// @ts-expect-error add: inputs must have the same shape (was [32, 32, 16] and [16, 16, 16])
add()([x, same, half, flatten()(x)])
//    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// ranks differ: nothing is broadcast
// @ts-expect-error add: inputs must have the same shape (was [32, 32, 16] and [16])
add({ name: 'sum' })([x, globalAveragePooling2d()(x)])
//                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error add: inputs must have the same shape (was [8] and [1])
add()([input([8]), input([1])])
//    ~~~~~~~~~~~~~~~~~~~~~~~~

// a merge in a row of layers has one input only
// @ts-expect-error add: inputs must be an array of at least 2 symbolic tensors (was [64])
sequential(input([64]), add(), dense({ units: 3 }))
//                      ~~~~~

// ---- a layer called on a tensor: the squiggle stands on the tensor

// @ts-expect-error conv2d: kernelSize must be at most 16 to fit height 16 (was 17); use a smaller kernel or padding: 'same'
const bad = conv2d({ filters: 8, kernelSize: 17 })(half)
//                                                 ~~~~
const never = model({ inputs: x, outputs: dense({ units: 1, activation: 'sigmoid' })(globalAveragePooling2d()(maxPooling2d({ poolSize: 999 })(bad))) })
compile(never, { loss: 'categoricalCrossentropy', optimizer: adam() })

// ---- residual

// @ts-expect-error residual: its layers must keep the shape [32, 32, 16] (was [30, 30, 16]); use padding: 'same' and as many filters as channels
const shrunk = sequential(x, residual(conv2d({ filters: 16, kernelSize: 3 })), globalAveragePooling2d(), dense({ units: 10, activation: 'softmax' }))
//                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
compile(shrunk, { loss: 'sparseCategoricalCrossentropy', optimizer: adam() })

// @ts-expect-error residual: its layers must keep the shape [32, 32, 16] (was [32, 32, 8]); use as many filters or units as channels: 16
residual(conv2d({ filters: 8, kernelSize: 3, padding: 'same' }))(x)
//                                                               ~

// @ts-expect-error residual: its layers must keep the shape [10, 64] (was [10, 32]); use as many filters or units as channels: 64
residual(dense({ units: 32 }))(input([10, 64]))
//                             ~~~~~~~~~~~~~~~

// @ts-expect-error residual: its layers must keep the shape [4, 4, 2] (was [32]); leave out what changes the number of axes
residual(flatten())(input([4, 4, 2]))
//                  ~~~~~~~~~~~~~~~~

// @ts-expect-error residual: its layers must keep the shape [8] (was [9]); use as many units as features: 8
residual(sequential(dense({ units: 4 }), dense({ units: 9 })))(input([8]))
//                                                             ~~~~~~~~~~

// what fails inside speaks for itself
// @ts-expect-error conv2d: kernelSize must be at most 32 to fit height 32 (was 33); use a smaller kernel or padding: 'same'
residual(sequential(conv2d({ filters: 8, kernelSize: 33 }), activation({ activation: 'relu' })))(x)
//                                                                                               ~

// @ts-expect-error conv2d: kernelSize must be at most 32 to fit height 32 (was 33); use a smaller kernel or padding: 'same'
sequential(x, activation({ activation: 'relu' }), residual(residual(conv2d({ filters: 16, kernelSize: 33 }))), flatten())
//                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// ---- blocks: right by themselves, wrong where they stand
const stem = sequential(conv2d({ filters: 8, kernelSize: 3 }), maxPooling2d({ poolSize: 2 }))
const twice = sequential(stem, stem)

const blocks = sequential(
  input([12, 12, 3]),
  stem,
  // @ts-expect-error conv2d: kernelSize must be at most 1 to fit height 1 (was 3); use a smaller kernel or padding: 'same'
  twice,
//~~~~~
  flatten(),
  dense({ units: 10, activation: 'softmax' }),
)
compile(blocks, { loss: 'categoricalCrossentropy', optimizer: adam() })

// @ts-expect-error conv2d: input must be [height, width, channels] (was [64])
sequential(input([64]), stem, flatten())
//                      ~~~~

// @ts-expect-error conv2d: groups must divide the input's 5 channels (was 2)
sequential(input([8, 8, 5]), sequential(sequential(conv2d({ filters: 8, kernelSize: 3, groups: 2 }))), flatten())
//                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error conv2d: kernelSize must be at most 2 to fit width 2 (was 3); use a smaller kernel or padding: 'same'
twice(input([11, 7, 3]))
//    ~~~~~~~~~~~~~~~~~

// ---- what is no layer, and no tensor

// @ts-expect-error sequential: each part must be a layer (was 'dense')
sequential(input([64]), 'dense')
//                      ~~~~~~~

// @ts-expect-error is not assignable to parameter of type
dense({ units: 3 })([64])
//                  ~~~~

// @ts-expect-error is not assignable to parameter of type
dense({ units: 3 })('x')

// @ts-expect-error sequential: each part must be a layer (was null)
sequential(input([64]), dense({ units: 3 }), null, dense({ units: 3 }))
//                                           ~~~~

// @ts-expect-error sequential: its arguments must be layers, one after another (was an array); leave out the brackets
sequential(input([64]), dense({ units: 3 }), [dense({ units: 3 }), dense({ units: 3 })])
//                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error sequential: its arguments must be layers, one after another (was an array); leave out the brackets
sequential([dense({ units: 3 }), dense({ units: 3 })])
//         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error Expected 1 arguments, but got 0
sequential()

// @ts-expect-error add: inputs must be an array of at least 2 symbolic tensors (was an array of 1)
add()([x])
//    ~~~

// @ts-expect-error concatenate: inputs must be an array of at least 2 symbolic tensors (was an array of 0)
concatenate()([])
//            ~~

// @ts-expect-error add: inputs must be an array of at least 2 symbolic tensors (was [32, 32, 16])
add()(x)
//    ~

// @ts-expect-error add: inputs must be an array of at least 2 symbolic tensors (was 'x')
add()('x')
//    ~~~

// the layer in the place of its output
// @ts-expect-error add: input must be one symbolic tensor (was a layer); make one with input([...])
add()([x, dense({ units: 16 })])
//        ~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error add: input must be one symbolic tensor (was undefined); make one with input([...])
add()([x, undefined, x])
//        ~~~~~~~~~

// of a list whose length only the run knows, what is wrong at any length
const many = Array.from({ length: 3 }, () => input([8]))
add()(many)
concatenate()(many)

// @ts-expect-error concatenate: axis must be an axis of [8] (was 1); count from 0, or from -1 at the end
concatenate({ axis: 1 })(many)
//                       ~~~~

// ---- two equal names

// @ts-expect-error model: names of layers must differ (was 'stem' twice); give one of them another name
const equal = sequential(input([8]), dense({ units: 3, name: 'stem' }), flatten(), dense({ units: 2, name: 'stem', activation: 'softmax' }))
//                                                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
compile(equal, { loss: 'categoricalCrossentropy', optimizer: adam() })
