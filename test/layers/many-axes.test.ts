import * as tf from '@tensorflow/tfjs-core'
import { expect, test } from 'vitest'
import * as library from '../../src/dsl/index.js'
import { makeModel, together } from '../../src/dsl/model.js'
import { add, average, maximum, minimum, multiply, start, subtract } from '../../src/index.js'
import { lossOf } from '../../src/runtime/losses/losses.js'
import { lower } from '../../src/runtime/lower.js'
import { numbers } from '../engine/both-backends.js'

// Samples of five to seven axes: wasm gives what the cpu gives, in values and in the gradients of inputs and weights.

type Call = (x: library.AnySymbolic | readonly library.AnySymbolic[]) => library.AnySymbolic

const five = [2, 1, 2, 3, 4]
const six = [1, 2, 3, 1, 2, 4]
const seven = [2, 1, 2, 1, 3, 2, 4]
const sixes = 'abcdefgh'

const alone: Record<string, (rank: number) => unknown> = {
  batchNormalization: () => library.batchNormalization(),
  'batchNormalization of the first axis': () => library.batchNormalization({ axis: 0 }),
  layerNormalization: () => library.layerNormalization({ axis: [1, -1] }),
  groupNormalization: () => library.groupNormalization({ groups: 2 }),
  rmsNormalization: () => library.rmsNormalization({ axis: [0, 2] }),
  unitNormalization: () => library.unitNormalization({ axis: 1 }),
  softmax: () => library.softmax({ axis: [0, 2] }),
  prelu: () => library.prelu({ sharedAxes: [1, 3], alphaInitializer: 'ones' }),
  dense: () => library.dense({ units: 3, activation: 'tanh', biasInitializer: 'ones' }),
  einsumDense: (rank) =>
    library.einsumDense({
      equation: `${sixes.slice(0, rank + 1)},${sixes[rank]}z->${sixes.slice(0, rank)}z`,
      outputShape: [...Array<null>(rank - 1).fill(null), 3],
      biasAxes: 'bz',
      biasInitializer: 'ones',
    }),
  dropout: () => library.dropout({ rate: 0.5 }),
  'dropout of a shape of its own': (rank) =>
    library.dropout({ rate: 0.5, noiseShape: Array.from({ length: rank }, (_, at) => (at % 2 ? 1 : null)) }),
  alphaDropout: () => library.alphaDropout({ rate: 0.5 }),
  gaussianNoise: () => library.gaussianNoise({ stddev: 0.5 }),
  activation: () => library.activation({ activation: 'softmax' }),
  permute: (rank) => library.permute({ dims: Array.from({ length: rank }, (_, at) => rank - at) }),
  flatten: () => library.flatten(),
  residual: () => library.residual(library.dense({ units: 4 })),
}

const merges: Record<string, [unknown, (shape: readonly number[]) => readonly number[]]> = Object.fromEntries(
  Object.entries({ add, average, maximum, minimum, multiply, subtract }).flatMap(([kind, merge]) => {
    const every = (odd: number) => (shape: readonly number[]) => shape.map((size, axis) => (axis % 2 === odd ? 1 : size))
    return [
      [kind, [merge(), (shape: readonly number[]) => shape]],
      [`${kind}, stretched`, [merge({ broadcast: true }), every(1)]],
      [`${kind}, of fewer axes`, [merge({ broadcast: true }), (shape: readonly number[]) => shape.slice(2)]],
    ]
  }),
)

interface Case {
  readonly shapes: readonly (readonly number[])[]
  readonly layer: Call
}

const cases: [string, Case][] = [five, six, seven].flatMap((shape) => [
  ...Object.entries(alone).map(([name, make]): [string, Case] => [
    `${name} on [${shape}]`,
    { shapes: [shape], layer: make(shape.length) as Call },
  ]),
  ...Object.entries(merges).map(([name, [layer, other]]): [string, Case] => [
    `${name}, on [${shape}]`,
    { shapes: [shape, other(shape)], layer: layer as Call },
  ]),
])

const batch = 2
const tensorOf = (shape: readonly number[], seed: number) =>
  tf.tensor(
    numbers(
      shape.reduce((n, size) => n * size, 1),
      seed,
    ),
    [...shape],
  )

async function onBackend(backend: 'wasm' | 'cpu', { shapes, layer }: Case): Promise<number[][]> {
  await start({ backend })
  const symbols = shapes.map((shape) => library.input(shape) as library.AnySymbolic)
  const model = makeModel(together(symbols), symbols.length > 1 ? layer(symbols) : layer(symbols[0] as library.AnySymbolic))
  const network = lower(model, 3)
  const inputs = shapes.map((shape, at) => tensorOf([batch, ...shape], at + 1))
  const run = (given: readonly tf.Tensor[]) => network.run(given, { training: true, seed: 5 })[0] as tf.Tensor
  const made = tf.tidy(() => {
    const out = run(inputs)
    const weights = tensorOf(out.shape, 9)
    const scalar = (given: readonly tf.Tensor[]) => tf.sum(tf.mul(run(given), weights)) as tf.Scalar
    const slopes = tf.grads((...given: tf.Tensor[]) => scalar(given))(inputs)
    const variables = [...network.variables.values()]
    const grads = variables.length > 0 ? Object.values(tf.variableGrads(() => scalar(inputs), variables).grads) : []
    return [out, ...slopes, ...grads].map((tensor) => [...tensor.dataSync()])
  })
  network.dispose()
  tf.dispose(inputs)
  return made
}

function expectClose(ours: readonly number[][], reference: readonly number[][]): void {
  expect(ours.map(({ length }) => length)).toEqual(reference.map(({ length }) => length))
  for (const [at, values] of ours.entries()) {
    const all = reference[at] as number[]
    const scale = all.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1)
    const worst = values.reduce((largest, value, index) => Math.max(largest, Math.abs(value - (all[index] as number)) / scale), 0)
    expect(worst, `tensor ${at}`).toBeLessThan(2e-5)
  }
}

test.each(cases)('%s', async (_, one) => {
  const reference = await onBackend('cpu', one)
  expectClose(await onBackend('wasm', one), reference)
})

const losses = {
  categoricalCrossentropy: library.categoricalCrossentropy({ fromLogits: true, labelSmoothing: 0.1 }),
  sparseCategoricalCrossentropy: library.sparseCategoricalCrossentropy({ fromLogits: true }),
  binaryCrossentropy: library.binaryCrossentropy({ fromLogits: true, labelSmoothing: 0.1 }),
  meanSquaredError: library.meanSquaredError(),
}

test.each(
  Object.entries(losses).flatMap(([name, loss]) =>
    [five, six, seven].map((shape) => [`${name} on [${shape}]`, loss, shape] as const),
  ),
)('%s', async (_, loss, shape) => {
  const slopes = async (backend: 'wasm' | 'cpu') => {
    await start({ backend })
    return tf.tidy(() => {
      const outputs = tensorOf([batch, ...shape], 1)
      const sparse = loss.loss === 'sparseCategoricalCrossentropy'
      const positive = tf.abs(tensorOf([batch, ...(sparse ? shape.slice(0, -1) : shape)], 2))
      const labels = sparse ? tf.cast(tf.mul(positive, 3.99), 'int32') : tf.div(positive, tf.sum(positive, -1, true))
      const { value, grad } = tf.valueAndGrad((x) => lossOf(loss, labels, x))(outputs)
      return [value, grad].map((tensor) => [...tensor.dataSync()])
    })
  }
  const reference = await slopes('cpu')
  expectClose(await slopes('wasm'), reference)
})
