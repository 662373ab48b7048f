import {
  batchNormalization,
  conv1d,
  conv1dTranspose,
  conv2d,
  conv2dTranspose,
  conv3d,
  conv3dTranspose,
  dense,
  depthwiseConv1d,
  depthwiseConv2d,
  einsumDense,
  frozen,
  groupNormalization,
  input,
  layerNormalization,
  type Layer,
  model,
  type OutputShape,
  type ParamCount,
  parallel,
  prelu,
  residual,
  rmsNormalization,
  separableConv1d,
  separableConv2d,
  sequential,
  shared,
  type WeightShapes,
  weights,
} from 'shapeproof'
import { expectType } from 'tsd'

// Every layer with weights has the option; shapes have no part in it.
const images = sequential(
  input([8, 8, 4]),
  conv2d({ filters: 4, kernelSize: 3, padding: 'same', trainable: false }),
  conv2d({ kernel: weights([1, 2, 3, 4], [1, 1, 4, 1]), trainable: false }),
  conv2dTranspose({ filters: 4, kernelSize: 3, padding: 'same', trainable: false }),
  depthwiseConv2d({ kernelSize: 3, padding: 'same', trainable: false }),
  separableConv2d({ filters: 4, kernelSize: 3, padding: 'same', trainable: false }),
  batchNormalization({ trainable: false }),
  layerNormalization({ trainable: false }),
  groupNormalization({ groups: 2, trainable: false }),
  rmsNormalization({ trainable: false }),
  prelu({ trainable: false }),
  dense({ units: 4, trainable: false }),
  einsumDense({ equation: '...b,bc->...c', outputShape: 5, trainable: false }),
)
expectType<[8, 8, 5]>(images.outputShape)
const steps = sequential(
  input([8, 4]),
  conv1d({ filters: 4, kernelSize: 3, padding: 'same', trainable: false }),
  conv1dTranspose({ filters: 4, kernelSize: 3, padding: 'same', trainable: false }),
  depthwiseConv1d({ kernelSize: 3, padding: 'same', trainable: false }),
  separableConv1d({ filters: 4, kernelSize: 3, padding: 'same', trainable: false }),
)
expectType<[8, 4]>(steps.outputShape)
const volumes = sequential(
  input([4, 4, 4, 1]),
  conv3d({ filters: 2, kernelSize: 3, padding: 'same', trainable: false }),
  conv3dTranspose({ filters: 1, kernelSize: 3, padding: 'same', trainable: false }),
)
expectType<[4, 4, 4, 1]>(volumes.outputShape)

// Frozen, a layer is of its own type: shapes, names and the total of weights are as they were.
const part = sequential(conv2d({ filters: 4, kernelSize: 3, padding: 'same' }), batchNormalization())
expectType<typeof part>(frozen(part))
const body = sequential(input([8, 8, 4]), part)
expectType<typeof body>(frozen(body))
const net = sequential(
  input([8, 8, 4]),
  frozen(part),
  frozen(residual(part)),
  frozen(shared('one', dense({ units: 4 }))),
  parallel('add', part, frozen(part)),
  frozen(body),
  frozen(dense({ units: 2, activation: 'softmax' })),
)
const moving = sequential(
  input([8, 8, 4]),
  part,
  residual(part),
  shared('one', dense({ units: 4 })),
  parallel('add', part, part),
  body,
  dense({ units: 2, activation: 'softmax' }),
)
declare const count: ParamCount<typeof net>
declare const total: ParamCount<typeof moving>
expectType<typeof total>(count)
declare const shapes: WeightShapes<typeof net>
declare const same: WeightShapes<typeof moving>
expectType<typeof same>(shapes)
expectType<'softmax'>(net.lastActivation)

const x = input([8, 8, 4])
const graph = model({ inputs: x, outputs: { y: frozen(body)(x) } })
declare const out: OutputShape<typeof graph>
expectType<{ readonly y: [8, 8, 4] }>(out)

// What is only some layer stays that.
declare const some: Layer<unknown, unknown>
expectType<Layer<unknown, unknown>>(frozen(some))
