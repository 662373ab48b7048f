import {
  activation,
  add,
  averagePooling2d,
  conv2d,
  dense,
  dropout,
  flatten,
  globalAveragePooling2d,
  type InputShape,
  init,
  input,
  type LayerShapes,
  maxPooling2d,
  model,
  type Model,
  type OutputShape,
  type ParamCount,
  paramCount,
  residual,
  sequential,
  shared,
  type Tensor,
  type WeightShapes,
} from 'shapeproof'
import { expectType } from 'tsd'

// ---- the model of the first page
const digits = sequential(
  input([28, 28, 1]),
  conv2d({ filters: 32, kernelSize: 3, activation: 'relu' }),
  maxPooling2d({ poolSize: 2 }),
  conv2d({ filters: 64, kernelSize: 3, activation: 'relu' }),
  maxPooling2d({ poolSize: 2 }),
  flatten(),
  dropout({ rate: 0.5 }),
  dense({ units: 10, activation: 'softmax' }),
)
declare const output: OutputShape<typeof digits>
declare const sizes: InputShape<typeof digits>
declare const layers: LayerShapes<typeof digits>
declare const count: ParamCount<typeof digits>
declare const weights: WeightShapes<typeof digits>
expectType<[10]>(output)
expectType<[10]>(digits.outputShape)
expectType<[28, 28, 1]>(sizes)
expectType<[28, 28, 1]>(digits.inputShape)
expectType<'softmax'>(digits.lastActivation)
expectType<[[26, 26, 32], [13, 13, 32], [11, 11, 64], [5, 5, 64], [1600], [1600], [10]]>(layers)
expectType<34826>(count)
expectType<34826>(paramCount(digits))
expectType<{
  readonly conv2d: { readonly kernel: [3, 3, 1, 32]; readonly bias: [32] }
  readonly conv2d_1: { readonly kernel: [3, 3, 32, 64]; readonly bias: [64] }
  readonly dense: { readonly kernel: [1600, 10]; readonly bias: [10] }
}>(weights)
const simple: Model<[28, 28, 1], [10], 'softmax'> = digits

// the net of it
async function netOf() {
  const net = await init(digits, { seed: 7 })
  expectType<Tensor<[3, 3, 32, 64]>>(net.weights.conv2d_1.kernel)
  expectType<Tensor<[10]>>(net.weights.dense.bias)
  expectType<Tensor<[number, 10]>>(net.forward(null! as Tensor<[number, 28, 28, 1]>))
  expectType<'conv2d' | 'conv2d_1' | 'dense'>(null! as keyof typeof net.weights)
}

// ---- padding, strides, dilation, groups: one number, one for each axis, every mode
const image = input([12, 9, 4])
expectType<[12, 9, 4]>(image.shape)
expectType<[10, 7, 8]>(conv2d({ filters: 8, kernelSize: 3 })(image).shape)
expectType<[10, 5, 8]>(conv2d({ filters: 8, kernelSize: [3, 5] })(image).shape)
expectType<[10, 7, 8]>(conv2d({ filters: 8, kernelSize: 3, padding: 'valid' })(image).shape)
expectType<[12, 9, 8]>(conv2d({ filters: 8, kernelSize: 3, padding: 'same' })(image).shape)
expectType<[4, 3, 8]>(conv2d({ filters: 8, kernelSize: 5, padding: 'same', strides: 3 })(image).shape)
expectType<[6, 9, 8]>(conv2d({ filters: 8, kernelSize: 5, padding: 'same', strides: [2, 1] })(image).shape)
expectType<[14, 11, 8]>(conv2d({ filters: 8, kernelSize: 3, padding: 2 })(image).shape)
expectType<[11, 9, 8]>(
  conv2d({
    filters: 8,
    kernelSize: 3,
    padding: [
      [1, 0],
      [0, 2],
    ],
  })(image).shape,
)
expectType<[5, 4, 8]>(conv2d({ filters: 8, kernelSize: 3, strides: 2 })(image).shape)
expectType<[5, 3, 8]>(conv2d({ filters: 8, kernelSize: 3, strides: [2, 3] })(image).shape)
expectType<[8, 5, 8]>(conv2d({ filters: 8, kernelSize: 3, dilationRate: 2 })(image).shape)
expectType<[10, 3, 8]>(conv2d({ filters: 8, kernelSize: 3, dilationRate: [1, 3] })(image).shape)
expectType<[12, 9, 8]>(conv2d({ filters: 8, kernelSize: 3, dilationRate: 4, padding: 'same' })(image).shape)
expectType<[5, 5, 8]>(conv2d({ filters: 8, kernelSize: 3, strides: [2, 1], dilationRate: [1, 2] })(image).shape)
expectType<[10, 7, 8]>(conv2d({ filters: 8, kernelSize: 3, groups: 4 })(image).shape)
expectType<[12, 9, 16]>(conv2d({ filters: 16, kernelSize: 1 })(image).shape)
expectType<[1, 1, 8]>(conv2d({ filters: 8, kernelSize: [12, 9] })(image).shape)
expectType<[6, 4, 4]>(maxPooling2d()(image).shape)
expectType<[4, 3, 4]>(maxPooling2d({ poolSize: 3 })(image).shape)
expectType<[5, 4, 4]>(maxPooling2d({ poolSize: 3, strides: 2 })(image).shape)
expectType<[6, 5, 4]>(maxPooling2d({ poolSize: 2, padding: 'same' })(image).shape)
expectType<[7, 5, 4]>(averagePooling2d({ poolSize: 2, padding: 1 })(image).shape)
expectType<[6, 9, 4]>(averagePooling2d({ poolSize: [2, 1] })(image).shape)
expectType<[6, 4, 4]>(
  averagePooling2d({
    poolSize: 2,
    padding: [
      [0, 1],
      [0, 0],
    ],
  })(image).shape,
)
expectType<[4]>(globalAveragePooling2d()(image).shape)
expectType<[432]>(flatten()(image).shape)
expectType<[1]>(flatten()(input([])).shape)
expectType<[12, 9, 7]>(dense({ units: 7 })(image).shape)
expectType<[12, 9, 4]>(activation({ activation: 'tanh' })(dropout({ rate: 0.1 })(image)).shape)
expectType<[2, 3, 4, 5, 6, 7, 9]>(dense({ units: 9 })(input([2, 3, 4, 5, 6, 7, 8])).shape)

// numbers have no limit
expectType<[999998, 1000000, 1]>(conv2d({ filters: 1, kernelSize: [3, 1] })(input([1000000, 1000000, 3])).shape)
expectType<[12345678]>(flatten()(input([2, 3, 2057613])).shape)

// ---- the last activation
const row = input([8])
expectType<'linear'>(row.last)
expectType<'linear'>(dense({ units: 3 })(row).last)
expectType<'sigmoid'>(dropout({ rate: 0.5 })(dense({ units: 3, activation: 'sigmoid' })(row)).last)
expectType<'softmax'>(flatten()(dense({ units: 3, activation: 'softmax' })(row)).last)
expectType<'unknown'>(flatten()(dense({ units: 3, activation: 'softmax' })(image)).last)
expectType<'relu'>(flatten()(maxPooling2d()(conv2d({ filters: 2, kernelSize: 1, activation: 'relu' })(image))).last)
expectType<'unknown'>(maxPooling2d()(conv2d({ filters: 2, kernelSize: 1, activation: 'softmax' })(image)).last)
expectType<'softmax'>(averagePooling2d()(conv2d({ filters: 2, kernelSize: 1, activation: 'softmax' })(image)).last)
expectType<'tanh'>(sequential(row, dense({ units: 3, activation: 'softmax' }), activation({ activation: 'tanh' })).lastActivation)
// What is shared ends as the layer does.
expectType<'softmax'>(sequential(row, shared('head', dense({ units: 3, activation: 'softmax' }))).lastActivation)
expectType<'linear'>(shared('block', sequential(dense({ units: 3, activation: 'relu' }), dense({ units: 3 })))(row).last)
expectType<'softmax'>(sequential(input([28, 28, 1]), shared('net', digits)).lastActivation)

// ---- graphs, merges, residuals, blocks
const x = input([32, 32, 16])
const y = conv2d({ filters: 16, kernelSize: 3, padding: 'same' })(x)
const graph = model({ inputs: x, outputs: add()([x, y, activation({ activation: 'relu' })(y)]) })
expectType<[32, 32, 16]>(graph.outputShape)
expectType<[32, 32, 16]>(graph.inputShape)

const named = conv2d({ filters: 4, kernelSize: 3, name: 'stem' })(x)
const head = model({ inputs: x, outputs: dense({ units: 5, name: 'head', useBias: false })(globalAveragePooling2d()(named)) })
declare const headWeights: WeightShapes<typeof head>
declare const headCount: ParamCount<typeof head>
expectType<{
  readonly stem: { readonly kernel: [3, 3, 16, 4]; readonly bias: [4] }
  readonly head: { readonly kernel: [4, 5] }
}>(headWeights)
expectType<600>(headCount)
// a layer without a name can't be counted in a graph
const unnamed = model({ inputs: x, outputs: dense({ units: 5 })(globalAveragePooling2d()(named)) })
expectType<number>(paramCount(unnamed))

const block = sequential(
  conv2d({ filters: 8, kernelSize: 3, padding: 'same' }),
  activation({ activation: 'relu' }),
  conv2d({ filters: 16, kernelSize: 1 }),
)
expectType<[32, 32, 16]>(block(x).shape)
const nested = sequential(
  x,
  residual(block),
  sequential(block, maxPooling2d()),
  dense({ units: 2 }),
  block,
  flatten(),
  dense({ units: 3, activation: 'softmax' }),
)
declare const nestedShapes: LayerShapes<typeof nested>
declare const nestedWeights: WeightShapes<typeof nested>
expectType<[[32, 32, 16], [16, 16, 16], [16, 16, 2], [16, 16, 16], [4096], [3]]>(nestedShapes)
expectType<{
  readonly 'residual/block/conv2d': { readonly kernel: [3, 3, 16, 8]; readonly bias: [8] }
  readonly 'residual/block/conv2d_1': { readonly kernel: [1, 1, 8, 16]; readonly bias: [16] }
  readonly 'block/block/conv2d': { readonly kernel: [3, 3, 16, 8]; readonly bias: [8] }
  readonly 'block/block/conv2d_1': { readonly kernel: [1, 1, 8, 16]; readonly bias: [16] }
  readonly dense: { readonly kernel: [16, 2]; readonly bias: [2] }
  readonly 'block_1/conv2d': { readonly kernel: [3, 3, 2, 8]; readonly bias: [8] }
  readonly 'block_1/conv2d_1': { readonly kernel: [1, 1, 8, 16]; readonly bias: [16] }
  readonly dense_1: { readonly kernel: [4096, 3]; readonly bias: [3] }
}>(nestedWeights)
expectType<15229>(paramCount(nested))
expectType<'softmax'>(nested.lastActivation)

// kernels of groups and of one number for each axis; no bias
const grouped = sequential(image, conv2d({ filters: 8, kernelSize: [3, 5], groups: 2, useBias: false, name: 'grouped' }))
declare const groupedWeights: WeightShapes<typeof grouped>
expectType<{ readonly grouped: { readonly kernel: [3, 5, 2, 8] } }>(groupedWeights)
expectType<240>(paramCount(grouped))
expectType<0>(paramCount(sequential(image, flatten())))

export { netOf, simple }
