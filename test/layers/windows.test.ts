import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { start } from '../../src/index.js'
import { lower } from '../../src/runtime/lower.js'
import type { Network } from '../../src/runtime/network.js'
import { alone, samples, spaced } from '../contract/build.js'
import { windows } from '../contract/windows.js'
import { type Array_, adaptive, convolution, depthwise, pooling, type Reducer, transposed } from './oracle.js'

// Values of convolutions and poolings against their formulas, and against numbers worked out by hand. That gradients are slopes is
// the contract's to say.

const ours = samples.filter(({ kind }) => kind in windows || /^(conv|maxPooling|averagePooling)2d$/.test(kind))

const read = (tensor: tf.Tensor): Array_ => ({ shape: tensor.shape, values: tensor.dataSync() })
const first = (x: Array_): Array_ => ({ shape: x.shape.slice(1), values: x.values })

const activations: { readonly [name: string]: (row: number[]) => number[] } = {
  linear: (row) => row,
  relu: (row) => row.map((x) => Math.max(x, 0)),
  tanh: (row) => row.map(Math.tanh),
  sigmoid: (row) => row.map((x) => 1 / (1 + Math.exp(-x))),
  softmax: (row) => row.map((x) => Math.exp(x) / row.reduce((sum, y) => sum + Math.exp(y), 0)),
}

function expected(
  kind: string,
  options: { [option: string]: unknown },
  x: Array_,
  weights: { [name: string]: Array_ },
  output: readonly number[],
): number[] {
  const { kernel, bias, depthwiseKernel, pointwiseKernel } = weights as { [name: string]: Array_ }
  const reducer = /max/i.test(kind) ? 'max' : ('average' as Reducer)
  if (kind.startsWith('adaptive')) return adaptive(reducer, x, output)
  if (kind.startsWith('global')) return adaptive(reducer, x, [...x.shape.slice(1).fill(1), x.shape.at(-1) as number])
  if (/^(max|average)/.test(kind)) return pooling(reducer, x, options, output)
  const sums = () => {
    if (kind.startsWith('depthwise')) return depthwise(x, kernel as Array_, options, output)
    if (kind.endsWith('Transpose')) return transposed(x, kernel as Array_, options, output)
    if (!kind.startsWith('separable')) return convolution(x, kernel as Array_, options, output)
    const [channels, multiplier] = (depthwiseKernel as Array_).shape.slice(-2) as [number, number]
    const shape = [...output.slice(0, -1), channels * multiplier]
    const values = depthwise(x, depthwiseKernel as Array_, options, shape)
    return convolution({ shape, values }, pointwiseKernel as Array_, {}, output)
  }
  const channels = output.at(-1) as number
  const linear = sums().map((sum, at) => sum + (bias?.values[at % channels] ?? 0))
  const activate = activations[(options.activation as string | undefined) ?? 'linear'] as (row: number[]) => number[]
  return Array.from({ length: linear.length / channels }, (_, row) =>
    activate(linear.slice(row * channels, (row + 1) * channels)),
  ).flat()
}

/** Weights by name, of a model of one layer. */
const weightsOf = (network: Network) =>
  Object.fromEntries([...network.variables].map(([path, value]) => [path.split('/').at(-1) as string, value]))

describe.each(['wasm', 'cpu'] as const)('on %s', (backend) => {
  beforeAll(() => start({ backend }))

  it.each(ours)('$title is what its formula says', ({ kind, options, ...sample }) => {
    const model = alone({ kind, options, ...sample })
    const network = lower(model, 3)
    tf.tidy(() => {
      for (const [at, weight] of [...network.variables.values()].entries()) weight.assign(spaced(weight.shape, at + 20))
      const input = spaced([1, ...(sample.inputs[0] as readonly number[])], 7)
      const output = network.run([input], { training: false, seed: 1 })[0] as tf.Tensor
      const weights = Object.fromEntries(Object.entries(weightsOf(network)).map(([name, weight]) => [name, read(weight)]))
      const right = expected(kind, options as { [option: string]: unknown }, first(read(input)), weights, model.outputShape)
      const values = output.dataSync()
      expect(values.length).toBe(right.length)
      right.forEach((value, at) => void expect(values[at], `element ${at}`).toBeCloseTo(value, 4))
    })
    network.dispose()
  })

  interface ByHand {
    readonly kind: string
    readonly options: object
    readonly input: { readonly shape: readonly number[]; readonly values: readonly number[] }
    readonly weights?: { readonly [name: string]: readonly number[] }
    readonly output: readonly number[]
    /** Of the sum of the output. */
    readonly slopes: { readonly [name: string]: readonly number[] }
  }
  const byHand: ByHand[] = [
    {
      kind: 'conv1d',
      options: { filters: 1, kernelSize: 2, padding: 'causal' },
      input: { shape: [3, 1], values: [1, 2, 3] },
      weights: { kernel: [10, 1], bias: [0] },
      output: [1, 12, 23],
      slopes: { input: [11, 11, 1], kernel: [3, 6], bias: [3] },
    },
    {
      kind: 'depthwiseConv2d',
      options: { kernelSize: 2, depthMultiplier: 2 },
      input: { shape: [2, 2, 1], values: [1, 2, 3, 4] },
      // One of the two kernels after the other, element by element.
      weights: { kernel: [1, 5, 10, 6, 100, 7, 1000, 8], bias: [0, 1] },
      output: [4321, 71],
      slopes: { input: [6, 16, 107, 1008], kernel: [1, 1, 2, 2, 3, 3, 4, 4], bias: [1, 1] },
    },
    {
      kind: 'separableConv2d',
      options: { filters: 2, kernelSize: 1 },
      input: { shape: [1, 1, 2], values: [1, 2] },
      weights: { depthwiseKernel: [3, 5], pointwiseKernel: [1, 10, 100, 1000], bias: [0, 0] },
      output: [1003, 10030],
      slopes: { input: [33, 5500], depthwiseKernel: [11, 2200], pointwiseKernel: [3, 3, 10, 10], bias: [1, 1] },
    },
    {
      kind: 'conv2dTranspose',
      options: { filters: 1, kernelSize: [1, 2], strides: [1, 2] },
      input: { shape: [1, 2, 1], values: [1, 2] },
      weights: { kernel: [1, 10], bias: [0] },
      output: [1, 10, 2, 20],
      slopes: { input: [11, 11], kernel: [3, 3], bias: [4] },
    },
    {
      kind: 'conv1dTranspose',
      options: { filters: 1, kernelSize: 3, strides: 2, padding: 'same' },
      input: { shape: [2, 1], values: [1, 2] },
      weights: { kernel: [1, 10, 100], bias: [0] },
      // Of [1, 10, 102, 20, 200] the convolution's padding, one after the end, goes.
      output: [1, 10, 102, 20],
      slopes: { input: [111, 11], kernel: [3, 3, 1], bias: [4] },
    },
    {
      kind: 'maxPooling1d',
      options: {},
      input: { shape: [4, 1], values: [-1, -3, 2, 4] },
      output: [-1, 4],
      slopes: { input: [1, 0, 0, 1] },
    },
    {
      kind: 'maxPooling3d',
      options: { poolSize: [1, 1, 2], strides: 1 },
      input: { shape: [1, 1, 3, 1], values: [-1, -3, -2] },
      output: [-1, -2],
      slopes: { input: [1, 0, 1] },
    },
    {
      kind: 'averagePooling3d',
      options: { padding: 'same' },
      input: { shape: [1, 1, 3, 1], values: [1, 3, 8] },
      output: [2, 8],
      slopes: { input: [0.5, 0.5, 1] },
    },
    {
      kind: 'globalMaxPooling2d',
      options: {},
      input: { shape: [1, 3, 1], values: [-2, -1, -3] },
      output: [-1],
      slopes: { input: [0, 1, 0] },
    },
    {
      kind: 'adaptiveAveragePooling1d',
      options: { outputSize: 2 },
      input: { shape: [3, 1], values: [1, 2, 3] },
      output: [1.5, 2.5],
      slopes: { input: [0.5, 1, 0.5] },
    },
  ]

  it.each(byHand)('$kind by hand, values and slopes', ({ kind, options, input, weights = {}, output, slopes }) => {
    const network = lower(alone({ title: kind, kind, options, inputs: [input.shape] }), 1)
    tf.tidy(() => {
      const named = weightsOf(network)
      for (const [name, values] of Object.entries(weights)) {
        const weight = named[name] as tf.Variable
        weight.assign(tf.tensor([...values], weight.shape))
      }
      const x = tf.tensor([...input.values], [1, ...input.shape])
      const run = (given: tf.Tensor) => network.run([given], { training: true, seed: 1 })[0] as tf.Tensor
      expect([...run(x).dataSync()]).toEqual(output)
      expect([
        ...tf
          .grad((given) => tf.sum(run(given)))(x)
          .dataSync(),
      ]).toEqual(slopes.input)
      if (network.variables.size === 0) return
      const { grads } = tf.variableGrads(() => tf.sum(run(x)) as tf.Scalar, [...network.variables.values()])
      for (const [name, weight] of Object.entries(named))
        expect([...(grads[weight.name] as tf.Tensor).dataSync()], name).toEqual(slopes[name])
    })
    network.dispose()
  })
})
