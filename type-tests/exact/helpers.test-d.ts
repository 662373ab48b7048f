import {
  type AnyLayer,
  type AnyModel,
  activation,
  batchNormalization,
  conv2d,
  dense,
  flatten,
  frozen,
  input,
  type LayerShapes,
  named,
  type OutputShape,
  type ParamCount,
  parallel,
  residual,
  sequential,
  type WeightShapes,
} from 'shapeproof'
import { expectType } from 'tsd'

// Helpers that are generic in the names of layers: what those are is seen where the helpers are called.
const block = <const N extends string>(name: N) => sequential(conv2d({ name, filters: 8, kernelSize: 3 }), batchNormalization())
const pair = <const N extends string, const F extends number>(name: N, filters: F) =>
  sequential(
    conv2d({ name: `${name}_conv`, filters, kernelSize: 3 }),
    batchNormalization({ name: `${name}_norm` }),
    activation({ activation: 'relu' }),
  )
const around = <const N extends string>(name: N) => residual(sequential(dense({ name, units: 8 }), dense({ units: 8 })))
const beside = <const N extends string>(name: N) => parallel('add', dense({ name, units: 2 }), dense({ units: 2 }))
const still = <const N extends string>(name: N) => frozen(named(name, sequential(dense({ units: 3 }), dense({ units: 3 }))))

const names = sequential(input([9, 9, 1]), block('a'), pair('b', 8), around('c'), beside('d'), still('e'))
expectType<[5, 5, 3]>(names.outputShape)
declare const weights: WeightShapes<typeof names>
expectType<[3, 3, 1, 8]>(weights['block/a'].kernel)
expectType<[3, 3, 8, 8]>(weights['block_1/b_conv'].kernel)
expectType<[8]>(weights['block_1/b_norm'].gamma)
expectType<[8, 8]>(weights['residual/block/c'].kernel)
expectType<[8, 2]>(weights['parallel/d'].kernel)
expectType<[2, 3]>(weights['e/dense'].kernel)

// Helpers that are generic in layers.
const before = <const L extends AnyLayer>(layer: L) => sequential(layer, batchNormalization())
const behind = <const L extends AnyLayer>(layer: L) => sequential(batchNormalization(), layer)
const rename = <const L extends AnyLayer>(layer: L) => named('other', layer)
const flat = <const L extends readonly AnyLayer[]>(...layers: L) => sequential(flatten(), ...layers)
const ofFour = <const L extends AnyLayer>(layer: L) => sequential(input([4]), layer, dense({ units: 3, activation: 'softmax' }))
const headed = <const M extends AnyModel>(model: M) => sequential(input([4]), model, dense({ units: 2 }))

const renamed = () => sequential(input([9, 9, 1]), rename(block('f')))
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
