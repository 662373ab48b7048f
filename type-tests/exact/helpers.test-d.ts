import {
  type AnyLayer,
  type AnyModel,
  batchNormalization,
  conv2d,
  dense,
  flatten,
  input,
  type LayerShapes,
  named,
  type OutputShape,
  type ParamCount,
  sequential,
  type WeightShapes,
} from 'shapeproof'
import { expectType } from 'tsd'

// Helpers that are generic in layers.
const before = <const L extends AnyLayer>(layer: L) => sequential(layer, batchNormalization())
const behind = <const L extends AnyLayer>(layer: L) => sequential(batchNormalization(), layer)
const rename = <const L extends AnyLayer>(layer: L) => named('other', layer)
const flat = <const L extends readonly AnyLayer[]>(...layers: L) => sequential(flatten(), ...layers)
const ofFour = <const L extends AnyLayer>(layer: L) => sequential(input([4]), layer, dense({ units: 3, activation: 'softmax' }))
const headed = <const M extends AnyModel>(model: M) => sequential(input([4]), model, dense({ units: 2 }))

const block = sequential(conv2d({ name: 'f', filters: 8, kernelSize: 3 }), batchNormalization())
const renamed = () => sequential(input([9, 9, 1]), rename(block))
const layers = sequential(
  input([9, 9, 1]),
  before(conv2d({ filters: 3, kernelSize: 3 })),
  before(conv2d({ filters: 3, kernelSize: 3 })),
  behind(conv2d({ filters: 2, kernelSize: 5 })),
  flat(dense({ units: 5 }), dense({ units: 4 })),
)
expectType<[4]>(layers.outputShape)
expectType<'other/f'>({} as Exclude<keyof WeightShapes<ReturnType<typeof renamed>>, 'other/batchNormalization'>)
declare const shapes: LayerShapes<typeof layers>
expectType<[[7, 7, 3], [5, 5, 3], [1, 1, 2], [4]]>(shapes)

const four = ofFour(dense({ units: 7 }))
expectType<[3]>(four.outputShape)
expectType<'softmax'>(four.lastActivation)
declare const count: ParamCount<typeof four>
expectType<59>(count)
declare const two: OutputShape<ReturnType<typeof headed<typeof four>>>
expectType<[2]>(two)
