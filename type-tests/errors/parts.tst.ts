import {
  type AnyLayer, adam, compile, conv2d, dense, flatten, frozen, input, parallel, residual, sequential, shared,
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
// @ts-expect-error residual: its argument must be one layer (was an object); put several in sequential(...)
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

// ---- one mistake, one error

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
