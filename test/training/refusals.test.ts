import { beforeAll, describe, expect, it } from 'vitest'
import { adam, binaryCrossentropy, classIds, compile, dense, input, ndarray, oneHot, sequential, start } from '../../src/index.js'

const count = 150
const kinds = Array.from({ length: count }, (_, index) => index % 3)
const points = ndarray(
  kinds.flatMap((kind) => [kind, 1 - kind]),
  [count, 2],
)
const ids = classIds(kinds, 3)
const verbose = 'silent'
const clouds = sequential(input([2]), dense({ units: 8, activation: 'relu' }), dense({ units: 3, activation: 'softmax' }))

beforeAll(async () => {
  await start({ backend: 'wasm' })
})

describe('what the types could not see, the run refuses with the same sentence', () => {
  const optimizer = adam()
  const trainer = compile(clouds, { loss: 'sparseCategoricalCrossentropy', optimizer, seed: 1 })
  // biome-ignore lint/suspicious/noExplicitAny: as from JavaScript
  const loose = trainer as any

  it.each([
    [{ epochs: 1.5 }, 'fit: epochs must be a whole number of at least 1 (was 1.5)'],
    [{ epochs: 0 }, 'fit: epochs must be a whole number of at least 1 (was 0)'],
    [{ batchSize: 0 }, 'fit: batchSize must be a whole number of at least 1 (was 0)'],
    [{ validationSplit: 1 }, 'fit: validationSplit must be at least 0 and below 1 (was 1)'],
    [{ validationSplit: 0.999 }, 'fit: validationSplit must leave samples on both sides (was 0.999 of 150 samples)'],
    [
      { validationSplit: 0.1, validationData: [points, ids] },
      'fit: validationSplit and validationData must not both be given; use one of them',
    ],
    [{ shuffle: true }, "fit: shuffle must be one of 'dataset', 'batches', 'withinBatch', false (was true)"],
    [{ verbose: 2 }, "fit: verbose must be one of 'auto', 'bar', 'line', 'silent' (was 2)"],
    [{ seed: 1.5 }, 'fit: seed must be a whole number of at least 0 (was 1.5)'],
    [
      { epoch: 3 },
      "fit: options must be among epochs, batchSize, shuffle, validationSplit, validationData, seed, verbose (was 'epoch')",
    ],
    [
      { validationData: [points, oneHot(ids)] },
      'sparseCategoricalCrossentropy: labels must be class ids (was one-hot over 3 classes); use categoricalCrossentropy, or classIds',
    ],
    [{ validationData: [ids, ids] }, "fit: validationData must be [n, 2], as the model's input (was [150])"],
  ])('fit(x, y, %o)', async (options, sentence) => {
    await expect(loose.fit(points, ids, { verbose, ...options })).rejects.toThrow(sentence)
  })

  it('data', async () => {
    await expect(loose.fit([1], ids)).rejects.toThrow(
      'fit: x must be an ndarray or labels (was an array); use ndarray(values, shape)',
    )
    await expect(loose.fit(points, kinds)).rejects.toThrow(
      'fit: y must be an ndarray or labels (was an array); use ndarray(values, shape)',
    )
    await expect(loose.fit(points, classIds([1], 3))).rejects.toThrow('fit: x and y must have as many samples (were 150 and 1)')
    await expect(loose.evaluate(points, oneHot(ids))).rejects.toThrow('labels must be class ids')
    await expect(loose.predict(ids)).rejects.toThrow("predict: x must be [n, 2], as the model's input (was [150])")
    await expect(loose.predict(points, { batchSize: -1 })).rejects.toThrow(
      'predict: batchSize must be a whole number of at least 1 (was -1)',
    )
  })

  it('compile', () => {
    // biome-ignore lint/suspicious/noExplicitAny: as from JavaScript
    const any = compile as any
    expect(() => any(clouds, { loss: 'binaryCrossentropy', optimizer })).toThrow(
      "the last activation must be 'sigmoid' (was 'softmax')",
    )
    expect(() => any(clouds, { loss: 'mse', optimizer })).toThrow('compile: loss must be among categoricalCrossentropy')
    expect(() => any(clouds, { loss: 'meanSquaredError', optimizer, metrics: ['accuracy'], allow: ['softmax-mse'] })).toThrow(
      'metrics:',
    )
    expect(() => any(clouds, { loss: 'categoricalCrossentropy', optimizer: 'adam' })).toThrow(
      "compile: optimizer must be adam() or sgd() (was 'adam')",
    )
    expect(() => any(clouds, { loss: 'categoricalCrossentropy', optimizer, allow: ['all'] })).toThrow(
      "compile: allow must be an array of 'softmax-mse'",
    )
    expect(() => any(clouds, { los: 'x', optimizer })).toThrow(
      "compile: options must be among optimizer, loss, lossWeights, metrics, seed, allow (was 'los')",
    )
    expect(() => any(clouds, { loss: binaryCrossentropy({ fromLogits: true }), optimizer })).toThrow('with fromLogits')
    expect(() => any(clouds, { loss: 'categoricalCrossentropy', optimizer, seed: -1 })).toThrow('compile: seed must be')
  })

  it('one fit at a time, none after dispose', async () => {
    const own = compile(clouds, { loss: 'sparseCategoricalCrossentropy', optimizer, seed: 1 })
    const running = own.fit(points, ids, { verbose })
    await expect(own.fit(points, ids, { verbose })).rejects.toThrow(
      'fit: the trainer must be idle (fit is still running); await it first',
    )
    await running
    own.dispose()
    own.dispose()
    await expect(own.fit(points, ids, { verbose })).rejects.toThrow(
      'fit: the trainer must not be disposed; compile the model again',
    )
  })
})
