import {
  adam,
  add,
  average,
  type AnyLayer,
  compile,
  concatenate,
  dense,
  dot,
  init,
  input,
  type Layer,
  type LayerShapes,
  model,
  named,
  type OutputShape,
  type ParamCount,
  parallel,
  residual,
  sequential,
  type Shape,
  shared,
  subtract,
  type SymbolicTensor,
} from 'shapeproof'
import { expectType } from 'tsd'

// How many tensors there are, or which layers, only the run knows: never an error, and no more than is known of the result.
declare const tensors: SymbolicTensor<[4]>[]
declare const maps: readonly SymbolicTensor<[4, 8]>[]
declare const some: [SymbolicTensor<[4]>, ...SymbolicTensor<[4]>[]]
declare const mixed: (SymbolicTensor<[4]> | SymbolicTensor<[5]>)[]
declare const named2: SymbolicTensor<['h', 4]>[]
declare const any: any
declare const one: AnyLayer
declare const two: Layer<unknown, unknown>
declare const layers: AnyLayer[]
declare const dense4: ReturnType<typeof layer4>[]
const layer4 = () => dense({ units: 4 })
const x = input([4])

// ---- lists of tensors
expectType<[4]>(add()(tensors).shape)
expectType<[4]>(add()(some).shape)
expectType<[4]>(subtract()(tensors).shape)
expectType<[4, 8]>(average()(maps).shape)
expectType<[4] | [5]>(add()(mixed).shape)
expectType<Shape>(add({ broadcast: true })(tensors).shape)
expectType<[4]>(add()(Array.from({ length: 3 }, () => dense({ units: 4 })(x))).shape)
expectType<[number]>(concatenate()(tensors).shape)
expectType<[4, number]>(concatenate()(maps).shape)
expectType<[number, 8]>(concatenate({ axis: 0 })(maps).shape)
expectType<[number]>(concatenate()(mixed).shape)
expectType<['h', number]>(concatenate()(named2).shape)
expectType<[8, 8]>(dot({ axes: 0 })(maps).shape)
expectType<any>(add()([any, x]).shape)
expectType<any>(add()(any).shape)
expectType<[2]>(dense({ units: 2 })(concatenate()(tensors)).shape)
const joined = model({ inputs: x, outputs: dense({ units: 2, name: 'd' })(add()(tensors)) })
expectType<[2]>(joined.outputShape)

// ---- layers of which nothing is known
const unknown = [
  sequential(x, one),
  sequential(x, two),
  sequential(x, one, dense({ units: 3 })),
  sequential(x, dense({ units: 3 }), two),
  sequential(x, ...layers),
  sequential(x, ...layers, dense({ units: 3 })),
  sequential(x, ...dense4),
  sequential(x, dense({ units: 3 }), ...dense4, dense({ units: 5 })),
  sequential(x, sequential(...dense4, dense({ units: 5 }))),
  sequential(x, sequential(one, dense({ units: 3 }))),
  sequential(x, sequential(...layers)),
  sequential(x, sequential(...dense4, one)),
  sequential(x, shared('s', two)),
  sequential(x, named('n', sequential(...layers))),
  sequential(x, parallel('concatenate', one, two)),
] as const
for (const net of unknown) expectType<Shape>(net.outputShape)
expectType<Shape>(two(x).shape)
expectType<Shape>(sequential(...layers)(x).shape)
// A sum keeps the shape, whatever its layers are.
expectType<[4]>(residual(one)(x).shape)
expectType<[4]>(sequential(x, residual(two)).outputShape)
expectType<[3]>(parallel('add', one, dense({ units: 3 }))(x).shape)
expectType<Shape>(parallel('add', ...layers)(x).shape)
expectType<[4]>(parallel('add', ...dense4)(x).shape)
expectType<[number]>(parallel('concatenate', ...dense4)(x).shape)

const open = sequential(x, two, dense({ units: 3 }))
expectType<[Shape, Shape]>(0 as unknown as LayerShapes<typeof open>)
expectType<number>(0 as ParamCount<typeof open>)
expectType<Shape>(open.outputShape)
expectType<Shape>([] as unknown as OutputShape<typeof open>)
const kept = sequential(x, residual(two))
expectType<number>(0 as ParamCount<typeof kept>)

// The loss may be right.
for (const net of [sequential(x, one), sequential(x, two), sequential(x, ...layers), sequential(x, residual(one))] as const) {
  compile(net, { loss: 'categoricalCrossentropy', optimizer: adam() })
  compile(net, { loss: 'binaryCrossentropy', optimizer: adam() })
  init(net)
}
