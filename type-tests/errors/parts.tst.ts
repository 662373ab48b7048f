import {
  type AnyLayer, adam, add, compile, conv2d, dense, dropout, flatten, frozen, input, model, parallel, residual, sequential, shared,
} from 'shapeproof'

// What functions that take layers are given in their place. Each sentence is thrown at run time too, word for word.
const layer = dense({ units: 3 })
const x = input([3])

// @ts-expect-error residual: its argument must be one layer (was 8); put several in sequential(...)
residual(8)
//       ~
// @ts-expect-error residual: its argument must be one layer (was an array); put several in sequential(...)
residual([layer, layer])
//       ~~~~~~~~~~~~~~
// @ts-expect-error residual: its argument must be one layer (was a function); put several in sequential(...)
residual(dense)
//       ~~~~~
// @ts-expect-error residual: its argument must be one layer (was a symbolic tensor); put several in sequential(...)
residual(x)
//       ~
// @ts-expect-error residual: its argument must be one layer (was several); put several in sequential(...)
residual(layer, layer)
//              ~~~~~
// @ts-expect-error shared: its argument must be one layer (was an array); put several in sequential(...)
shared('encoder', [layer])
//                ~~~~~~~
// @ts-expect-error frozen: its argument must be one layer (was an array); put several in sequential(...)
frozen([layer])
//     ~~~~~~~
// @ts-expect-error frozen: its argument must be one layer (was null); put several in sequential(...)
frozen(null)
//     ~~~~

// ---- sequential

// @ts-expect-error sequential: its arguments must be layers, one after another (was an array); leave out the brackets
sequential([layer, layer])
//         ~~~~~~~~~~~~~~
// @ts-expect-error sequential: its arguments must be layers, one after another (was an array); leave out the brackets
sequential([x, layer])
//         ~~~~~~~~~~
// @ts-expect-error sequential: each part must be a layer (was 3)
sequential(3, layer)
//         ~
// @ts-expect-error sequential: each part must be a layer (was 'relu')
sequential('relu')
//         ~~~~~~
// @ts-expect-error sequential: each part must be a layer (was a function)
sequential(flatten)
//         ~~~~~~~
// @ts-expect-error sequential: each part must be a layer (was a function)
sequential(x, flatten)
//            ~~~~~~~

// ---- parallel

// @ts-expect-error parallel: its branches must be at least 2 layers, one after another (was 1)
parallel('add', layer)
//              ~~~~~
// @ts-expect-error parallel: its branches must be at least 2 layers, one after another (was an array)
parallel('concatenate', [layer, layer])
//                      ~~~~~~~~~~~~~~
// @ts-expect-error parallel: its branches must be at least 2 layers, one after another (was an array)
parallel('concatenate', [dense({ units: 3 }), dense({ units: 3 })])
//                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
// @ts-expect-error parallel: each part must be a layer (was 'relu')
parallel('add', layer, 'relu', layer)
//                     ~~~~~~
// @ts-expect-error parallel: each part must be a layer (was a symbolic tensor)
parallel('add', dense({ units: 3 }), x)
//                                   ~

// ---- layers called on something else, and models of something else

const net = model({ inputs: x, outputs: layer(x) })
// @ts-expect-error dense: input must be one symbolic tensor (was a model); make one with input([...])
dense({ units: 3 })(net)
//                  ~~~
// @ts-expect-error dense: input must be one symbolic tensor (was a layer); make one with input([...])
dense({ units: 3 })(layer)
//                  ~~~~~
// @ts-expect-error dense: input must be one symbolic tensor (was an array); make one with input([...])
dense({ units: 3 })([x, x])
//                  ~~~~~~
// @ts-expect-error dropout: input must be one symbolic tensor (was a model); make one with input([...])
layer(dropout({ rate: 0.5 })(net))
//                           ~~~
// @ts-expect-error model: outputs must be a symbolic tensor, or an object of them by name (was a layer)
const ofLayer = model({ inputs: x, outputs: layer })
//                                 ~~~~~~~
// @ts-expect-error model: outputs must be a symbolic tensor, or an object of them by name (was a layer)
const ofCall = model({ inputs: x, outputs: dense({ units: 3 }) })
//                                ~~~~~~~
// @ts-expect-error model: outputs must be a symbolic tensor, or an object of them by name (was an array)
const ofList = model({ inputs: x, outputs: [layer(x), layer(x)] })
//                                ~~~~~~~
// @ts-expect-error model: outputs.b must be a symbolic tensor (was a layer)
const ofOne = model({ inputs: x, outputs: { a: layer(x), b: layer } })
//                                                       ~
// @ts-expect-error model: inputs must have at least one tensor (was none)
model({ inputs: {}, outputs: layer(x) })
//      ~~~~~~
// @ts-expect-error model: outputs must have at least one tensor (was none)
const ofNone = model({ inputs: x, outputs: {} })
//                                ~~~~~~~
// @ts-expect-error model: names of outputs must not begin with 'val', as keys of validation do (was 'val_a'); give it another name
const ofVal = model({ inputs: x, outputs: { val_a: layer(x), b: layer(x) } })
//                                          ~~~~~
model({ inputs: x, outputs: { value: layer(x), valid: layer(x) } })
for (const broken of [ofLayer, ofCall, ofList, ofOne, ofNone, ofVal]) {
  model({ inputs: x, outputs: broken(x) })
  model({ inputs: x, outputs: add()([broken(x).a, broken(x)]) })
  sequential(x, broken, dense({ units: 4, name: 'd' }))
  compile(broken, { loss: 'binaryCrossentropy', optimizer: adam(), metrics: { a: ['accuracy'] } }).fit(1 as never, 2 as never)
  broken.outputs[0].shape[0].toFixed()
}

// ---- one mistake, one error

const single = sequential(
  x,
  // @ts-expect-error parallel: its branches must be at least 2 layers, one after another (was 1)
  parallel('add', layer),
  //              ~~~~~
  dense({ units: 4 }),
)
const double = sequential(
  x,
  // @ts-expect-error residual: its argument must be one layer (was several); put several in sequential(...)
  residual(dense({ units: 9 }), dense({ units: 8 })),
  //                            ~~~~~~~~~~~~~~~~~~~
  dense({ units: 4 }),
)
compile(single, { loss: 'meanSquaredError', optimizer: adam() })
compile(double, { loss: 'meanSquaredError', optimizer: adam() })
const same = conv2d({ filters: 3, kernelSize: 3, padding: 'same' })
const wrong = sequential(
  input([8, 8, 3]),
  // @ts-expect-error residual: its argument must be one layer (was an array); put several in sequential(...)
  residual([same]),
//         ~~~~~~
  flatten(),
)
compile(wrong, { loss: 'meanSquaredError', optimizer: adam() })
// @ts-expect-error sequential: its arguments must be layers, one after another (was an array); leave out the brackets
const listed = sequential([x, layer])
//                        ~~~~~~~~~~
compile(listed, { loss: 'meanSquaredError', optimizer: adam() })

// ---- what may be right

const any: any = layer
const given: AnyLayer = layer
const fine = [residual(any), residual(given), frozen(given), shared('a', given), sequential(any), parallel('add', given, given)]
const helpers = [
  (<B extends AnyLayer>(body: B) => residual(frozen(shared('b', body))))(layer),
  (<B extends AnyLayer>(body: B) => frozen(body))(layer)(x),
]
