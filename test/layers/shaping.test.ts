import * as tf from '@tensorflow/tfjs-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as library from '../../src/index.js'
import { lower } from '../../src/runtime/lower.js'

// Values and gradients against numbers worked out by hand; the loss is the sum of the outputs times 1, 2, 3, …

type Call = (x: unknown) => library.AnySymbolic

interface Oracle {
  readonly layer: unknown
  readonly inputs: readonly {
    readonly shape: readonly number[]
    readonly values: readonly number[]
    readonly slopes: readonly number[]
  }[]
  readonly output: readonly number[]
}

const one = (
  layer: unknown,
  shape: readonly number[],
  values: readonly number[],
  output: readonly number[],
  slopes: readonly number[],
): Oracle => ({
  layer,
  inputs: [{ shape, values, slopes }],
  output,
})

const two = (layer: unknown, output: readonly number[], [a, b]: readonly [readonly number[], readonly number[]]): Oracle => ({
  layer,
  inputs: [
    { shape: [2, 2], values: [1, 5, 2, 8], slopes: a },
    { shape: [2, 2], values: [4, 3, 7, 6], slopes: b },
  ],
  output,
})

const oracles: { readonly [title: string]: Oracle } = {
  subtract: two(
    library.subtract(),
    [-3, 2, -5, 2],
    [
      [1, 2, 3, 4],
      [-1, -2, -3, -4],
    ],
  ),
  multiply: two(
    library.multiply(),
    [4, 15, 14, 48],
    [
      [4, 6, 21, 24],
      [1, 10, 6, 32],
    ],
  ),
  average: two(
    library.average(),
    [2.5, 4, 4.5, 7],
    [
      [0.5, 1, 1.5, 2],
      [0.5, 1, 1.5, 2],
    ],
  ),
  maximum: two(
    library.maximum(),
    [4, 5, 7, 8],
    [
      [0, 2, 0, 4],
      [1, 0, 3, 0],
    ],
  ),
  minimum: two(
    library.minimum(),
    [1, 3, 2, 6],
    [
      [1, 0, 3, 0],
      [0, 2, 0, 4],
    ],
  ),
  'concatenate rows': two(
    library.concatenate({ axis: 0 }),
    [1, 5, 2, 8, 4, 3, 7, 6],
    [
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ],
  ),
  'concatenate columns': two(
    library.concatenate(),
    [1, 5, 4, 3, 2, 8, 7, 6],
    [
      [1, 2, 5, 6],
      [3, 4, 7, 8],
    ],
  ),
  // The matrix product; its slopes are g·bᵀ and aᵀ·g.
  dot: two(
    library.dot({ axes: [1, 0] }),
    [39, 33, 64, 54],
    [
      [10, 19, 24, 45],
      [7, 10, 29, 42],
    ],
  ),
  'maximum, broadcast': {
    layer: library.maximum({ broadcast: true }),
    inputs: [
      { shape: [2, 2], values: [1, 5, 2, 8], slopes: [0, 2, 0, 4] },
      { shape: [1], values: [3], slopes: [4] },
    ],
    output: [3, 5, 3, 8],
  },
  permute: one(library.permute({ dims: [2, 1] }), [2, 3], [1, 2, 3, 4, 5, 6], [1, 4, 2, 5, 3, 6], [1, 3, 5, 2, 4, 6]),
  reshape: one(library.reshape({ targetShape: [3, -1] }), [2, 3], [1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6]),
  repeatVector: one(library.repeatVector({ n: 2 }), [2], [7, 9], [7, 9, 7, 9], [1 + 3, 2 + 4]),
  'zeros before and after': one(library.zeroPadding1d({ padding: [1, 2] }), [2, 1], [7, 9], [0, 7, 9, 0, 0], [2, 3]),
  'cut before and after': one(library.cropping1d({ cropping: [1, 2] }), [5, 1], [1, 2, 3, 4, 5], [2, 3], [0, 1, 2, 0, 0]),
  'the middle, of what is odd the part in front': one(
    library.centerCrop({ height: 1, width: 2 }),
    [2, 5, 1],
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    [2, 3],
    [0, 1, 2, 0, 0, 0, 0, 0, 0, 0],
  ),
  // Of a height of 1 a width of 2 has the proportions of 2 to 4: the middle of 4, each pixel of the wider half of it and half of
  // its neighbour's quarter.
  'the largest middle of the proportions, resized': one(
    library.centerCrop({ height: 2, width: 4 }),
    [1, 4, 1],
    [9, 4, 8, 9],
    [4, 5, 7, 8, 4, 5, 7, 8],
    [0, 1 + 1.5 + 0.75 + 5 + 4.5 + 1.75, 0.5 + 2.25 + 4 + 1.5 + 5.25 + 8, 0],
  ),
  'nearest twice': one(library.upSampling2d(), [1, 2, 1], [7, 9], [7, 7, 9, 9, 7, 7, 9, 9], [1 + 2 + 5 + 6, 3 + 4 + 7 + 8]),
  // Middles of new pixels at 0.25, 0.75, 1.25, 1.75 of old ones at 0.5 and 1.5: 1, ¾, ¼, 0 of the first.
  'bilinear twice': one(
    library.upSampling2d({ size: [1, 2], interpolation: 'bilinear' }),
    [1, 2, 1],
    [4, 8],
    [4, 5, 7, 8],
    [1 + 1.5 + 0.75, 0.5 + 2.25 + 4],
  ),
  'bilinear to fewer': one(library.resizing({ height: 1, width: 2 }), [1, 4, 1], [1, 3, 5, 7], [2, 6], [0.5, 0.5, 1, 1]),
}

describe.each(['wasm', 'cpu'] as const)('on %s', (backend) => {
  let before = 0
  beforeAll(async () => {
    await library.start({ backend })
    before = tf.memory().numTensors
  })
  afterAll(() => expect(tf.memory().numTensors, 'tensors left').toBe(before))

  it.each(Object.entries(oracles))('%s', (_, { layer, inputs, output }) => {
    const symbols = inputs.map(({ shape }) => library.input(shape) as library.AnySymbolic)
    const made = (layer as Call)(symbols.length === 1 ? symbols[0] : symbols)
    const named = Object.fromEntries(symbols.map((symbol, at) => [`x${at}`, symbol]))
    const network = lower(library.model({ inputs: named, outputs: made } as never) as library.AnyModel, 1)
    const tensors = inputs.map(({ shape, values }) => tf.tensor([...values], [1, ...shape]))
    const run = (given: tf.Tensor[]) => network.run(given, { training: false, seed: 0 })[0] as tf.Tensor
    const y = tf.tidy(() => run(tensors))
    expect([...y.dataSync()]).toEqual(output.map((value) => expect.closeTo(value, 5)))
    const weighted = (...given: tf.Tensor[]) => {
      const out = run(given)
      return tf.sum(tf.mul(out, tf.reshape(tf.range(1, out.size + 1), out.shape)))
    }
    const gradients = tf.grads(weighted)(tensors)
    for (const [at, { slopes }] of inputs.entries()) {
      expect([...(gradients[at] as tf.Tensor).dataSync()], `input ${at}`).toEqual(slopes.map((slope) => expect.closeTo(slope, 5)))
    }
    tf.dispose([...tensors, y, ...gradients])
    network.dispose()
  })
})
