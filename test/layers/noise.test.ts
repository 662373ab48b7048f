import * as tf from '@tensorflow/tfjs-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as library from '../../src/index.js'
import { dropped } from '../../src/runtime/layers/noise.js'
import { lower } from '../../src/runtime/lower.js'

// What is drawn while training: what shares a draw, and that means and deviations are those that the layers promise.

type Call = (x: unknown) => library.AnySymbolic

/** A layer on ones, or on what is given, `[batch, ...shape]`. */
function drawn(layer: unknown, shape: readonly number[], { training = true, seed = 1, fill = 1 } = {}): number[] {
  const x = library.input(shape.slice(1)) as library.AnySymbolic
  const network = lower(library.model({ inputs: { x }, outputs: (layer as Call)(x) } as never) as library.AnyModel, 1)
  const given = tf.fill([...shape], fill)
  const [y] = tf.tidy(() => network.run([given], { training, seed })) as [tf.Tensor]
  const values = [...y.dataSync()]
  tf.dispose([given, y])
  network.dispose()
  return values
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const deviation = (values: readonly number[]): number => {
  const middle = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
}
const every = (values: readonly number[], step: number, from: number): number[] => values.filter((_, at) => at % step === from)

const layers = {
  dropout: library.dropout({ rate: 0.3 }),
  'dropout by features': library.dropout({ rate: 0.3, noiseShape: [1, null] }),
  spatialDropout1d: library.spatialDropout1d({ rate: 0.3 }),
  gaussianDropout: library.gaussianDropout({ rate: 0.3 }),
  gaussianNoise: library.gaussianNoise({ stddev: 2 }),
  alphaDropout: library.alphaDropout({ rate: 0.3 }),
}

describe.each(['wasm', 'cpu'] as const)('on %s', (backend) => {
  let before = 0
  beforeAll(async () => {
    await library.start({ backend })
    before = tf.memory().numTensors
  })
  afterAll(() => expect(tf.memory().numTensors, 'tensors left').toBe(before))

  it.each(Object.entries(layers))('%s: nothing outside training; by the seed while training', (_, layer) => {
    const shape = [2, 5, 7]
    expect(drawn(layer, shape, { training: false })).toEqual(Array(70).fill(1))
    const once = drawn(layer, shape)
    expect(drawn(layer, shape)).toEqual(once)
    expect(drawn(layer, shape, { seed: 2 })).not.toEqual(once)
    expect(once).not.toEqual(Array(70).fill(1))
  })

  it('drops the share that it was told and scales the others', () => {
    const values = drawn(library.dropout({ rate: 0.25 }), [4, 50, 50])
    expect(mean(values)).toBeCloseTo(1, 1)
    expect(new Set(values)).toEqual(new Set([0, Math.fround(4 / 3)]))
  })

  it('drops all at rate 1, and passes no gradient', () => {
    const shapes = { 1: [2, 3, 4], 2: [2, 3, 2, 4], 3: [2, 1, 3, 2, 4] }
    for (const [layer, shape] of [
      [library.dropout({ rate: 1 }), shapes[1]],
      [library.dropout({ rate: 1, noiseShape: [1, null] }), shapes[1]],
      [library.spatialDropout1d({ rate: 1 }), shapes[1]],
      [library.spatialDropout2d({ rate: 1 }), shapes[2]],
      [library.spatialDropout3d({ rate: 1 }), shapes[3]],
    ] as const) {
      const values = drawn(layer, shape, { fill: Number.POSITIVE_INFINITY })
      expect(new Set(values)).toEqual(new Set([0]))
      expect(drawn(layer, shape, { training: false, fill: 3 })).toEqual(values.map(() => 3))
    }
    tf.tidy(() => {
      const gradient = tf.grad((x: tf.Tensor) => tf.sum(tf.square(dropped(x, 1, undefined, { training: true, seed: 1 }))))
      expect([...gradient(tf.ones([2, 3])).dataSync()]).toEqual(Array(6).fill(0))
    })
  })

  it('trains behind a dropout of all: only what comes after it moves, and nothing is NaN', async () => {
    const layers = [
      library.input([4]),
      library.dense({ units: 3 }),
      library.dropout({ rate: 1 }),
      library.dense({ units: 2 }),
    ] as const
    const trainer = library.compile(library.sequential(...layers), {
      loss: 'meanSquaredError',
      optimizer: library.sgd(),
      seed: 1,
    })
    const net = await trainer.net()
    const before = [...net.weights.dense.kernel.dataSync()]
    const y = library.ndarray([1, 2, 3, 4], [2, 2])
    const { loss } = await trainer.fit(library.ndarray([1, 2, 3, 4, 5, 6, 7, 8], [2, 4]), y, { epochs: 2, verbose: 'silent' })
    expect(loss.every(Number.isFinite)).toBe(true)
    expect([...net.weights.dense.kernel.dataSync()]).toEqual(before)
    const bias = [...net.weights.dense_1.bias.dataSync()]
    expect(bias.every((value) => value > 0)).toBe(true)
    trainer.dispose()
  })

  it('drops whole channels, of each sample its own', () => {
    for (const [layer, shape] of [
      [library.spatialDropout1d({ rate: 0.5 }), [3, 6, 40]],
      [library.spatialDropout2d({ rate: 0.5 }), [3, 2, 3, 40]],
      [library.spatialDropout3d({ rate: 0.5 }), [3, 1, 2, 3, 40]],
      [library.dropout({ rate: 0.5, noiseShape: [1, 40] }), [3, 6, 40]],
    ] as const) {
      const values = drawn(layer, shape)
      const samples = [0, 1, 2].map((sample) => values.slice(sample * 240, (sample + 1) * 240))
      for (const sample of samples) {
        for (let channel = 0; channel < 40; channel++) expect(new Set(every(sample, 40, channel)).size).toBe(1)
        expect(new Set(sample)).toEqual(new Set([0, 2]))
      }
      expect(samples[0]).not.toEqual(samples[1])
    }
  })

  it('has noise of a shape of its own', () => {
    const values = drawn(library.dropout({ rate: 0.5, noiseShape: [null, 1] }), [2, 30, 4])
    for (let row = 0; row < 60; row++) expect(new Set(values.slice(row * 4, row * 4 + 4)).size).toBe(1)
  })

  it('adds, or multiplies by, draws of the deviation that it was told', () => {
    const added = drawn(library.gaussianNoise({ stddev: 3 }), [4, 50, 50])
    expect(mean(added)).toBeCloseTo(1, 0)
    expect(deviation(added) / 3).toBeCloseTo(1, 1)
    // √(0.2 / 0.8) = 0.5
    const multiplied = drawn(library.gaussianDropout({ rate: 0.2 }), [4, 50, 50], { fill: 2 })
    expect(mean(multiplied)).toBeCloseTo(2, 1)
    expect(deviation(multiplied)).toBeCloseTo(1, 1)
  })

  it('alpha dropout: two values, by the formula', () => {
    const values = drawn(library.alphaDropout({ rate: 0.5 }), [4, 50, 50], { fill: 0.5 })
    // a = 1 / √(0.5 · (1 + 0.5 · 1.758099²)), b = 0.5 · 1.758099 · a
    const a = 1 / Math.sqrt(0.5 * (1 + 0.5 * 1.7580993408 ** 2))
    const b = 0.5 * 1.7580993408 * a
    const [low, high] = [...new Set(values)].sort((one, other) => one - other)
    expect(low).toBeCloseTo(a * -1.7580993408 + b, 5)
    expect(high).toBeCloseTo(a * 0.5 + b, 5)
    expect(new Set(values).size).toBe(2)
  })

  it('alpha dropout keeps a mean of 0 and a variance of 1', () => {
    const noise = library.gaussianNoise({ stddev: 1 })
    const through = (x: unknown) => library.alphaDropout({ rate: 0.3 })(noise(x as never))
    const normal = drawn(through, [8, 50, 50], { fill: 0 })
    expect(mean(normal)).toBeCloseTo(0, 1)
    expect(deviation(normal)).toBeCloseTo(1, 1)
  })
})
