import {
  activation,
  batchNormalization,
  conv2d,
  dense,
  frozen,
  input,
  type LayerShapes,
  model,
  named,
  type OutputShape,
  type ParamCount,
  parallel,
  residual,
  sequential,
  type WeightShapes,
} from 'shapeproof'
import { expectType } from 'tsd'

// Helpers that are generic in the names of layers: what the names are is seen where they are called.
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

const net = sequential(input([9, 9, 1]), block('a'), pair('b', 8), around('c'), beside('d'), still('e'))
expectType<[5, 5, 3]>(net.outputShape)
declare const paths: keyof WeightShapes<typeof net>
expectType<
  | 'block/a'
  | 'block/batchNormalization'
  | 'block_1/b_conv'
  | 'block_1/b_norm'
  | 'residual/block/c'
  | 'residual/block/dense'
  | 'parallel/d'
  | 'parallel/dense'
  | 'e/dense'
  | 'e/dense_1'
>(paths)
declare const count: ParamCount<typeof net>
expectType<929>(count)

// Models in a helper, in a row and as a graph.
const row = <const N extends string, const U extends number>(name: N, units: U) =>
  sequential(input([4]), dense({ name: `${name}1`, units: 8 }), dense({ name: `${name}2`, units }))
const ofRow = row('x', 3)
declare const outputOfRow: OutputShape<typeof ofRow>
expectType<[3]>(outputOfRow)
declare const shapesOfRow: LayerShapes<typeof ofRow>
expectType<[[8], [3]]>(shapesOfRow)
declare const kernel: WeightShapes<typeof ofRow>['x2']['kernel']
expectType<[8, 3]>(kernel)

const graph = <const N extends string>(name: N) => {
  const x = input([4])
  return model({ inputs: x, outputs: dense({ name, units: 3 })(x) })
}
const ofGraph = graph('y')
declare const inGraph: WeightShapes<typeof ofGraph>['y']['kernel']
expectType<[4, 3]>(inGraph)
