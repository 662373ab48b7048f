import * as tf from '@tensorflow/tfjs-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type AnyModel,
  adam,
  categoryEncoding,
  compile,
  dense,
  embedding,
  globalAveragePooling1d,
  init,
  input,
  ndarray,
  sequential,
  start,
} from '../../src/index.js'
import { lower } from '../../src/runtime/lower.js'
import { createRandom } from '../../src/runtime/random.js'

// Layers of ids: values and gradients against numbers worked out by hand, and what is said of an id that is none.

describe.each(['wasm', 'cpu'] as const)('on %s', (backend) => {
  let before = 0
  beforeAll(async () => {
    await start({ backend })
    before = tf.memory().numTensors
  })
  afterAll(() => expect(tf.memory().numTensors, 'tensors left').toBe(before))

  function run(model: AnyModel, ids: readonly number[], shape: number[], dtype: 'float32' | 'int32' = 'float32'): number[] {
    const network = lower(model, 1)
    const x = tf.tensor([...ids], shape, dtype)
    try {
      return [...tf.tidy(() => network.run([x], { training: true, seed: 0 })[0]?.dataSync() ?? [])]
    } finally {
      x.dispose()
      network.dispose()
    }
  }

  it('embedding: rows of the table, and slopes summed where an id stands twice', async () => {
    const net = await init(sequential(input([2, 2]), embedding({ inputDim: 4, outputDim: 2 })), { seed: 1 })
    net.setWeights({ embedding: { embeddings: [1, 2, 3, 4, 5, 6, 7, 8] } })
    const x = tf.tensor([3, 0, 0, 2, 1, 0, 0, 0], [2, 2, 2], 'int32')
    const y = net.forward(x)
    expect(y.shape).toEqual([2, 2, 2, 2])
    expect([...y.dataSync()]).toEqual([7, 8, 1, 2, 1, 2, 5, 6, 3, 4, 1, 2, 1, 2, 1, 2])
    const factors = tf.tidy(() => tf.reshape(tf.range(1, 17), [2, 2, 2, 2]))
    const { value, grads } = tf.variableGrads(() => tf.sum(tf.mul(net.forward(x), factors)))
    const [slopes] = Object.values(grads) as [tf.Tensor]
    // Id 0 stands at places 1, 2, 5, 6 and 7 of rows of two.
    expect([...slopes.dataSync()]).toEqual([3 + 5 + 11 + 13 + 15, 4 + 6 + 12 + 14 + 16, 9, 10, 7, 8, 1, 2])
    tf.dispose([x, y, factors, value, grads])
    net.dispose()
  })

  it('category encoding: one row for all ids of the last axis, or one for each', () => {
    const ids = [3, 0, 3, 1, 1, 1]
    expect(run(sequential(input([3]), categoryEncoding({ numTokens: 4 })), ids, [2, 3])).toEqual([1, 0, 0, 1, 0, 1, 0, 0])
    const counts = sequential(input([3]), categoryEncoding({ numTokens: 4, outputMode: 'count' }))
    expect(run(counts, ids, [2, 3], 'int32')).toEqual([1, 0, 0, 2, 0, 3, 0, 0])
    const rows = [0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 1]
    const each = sequential(input([3]), categoryEncoding({ numTokens: 4, outputMode: 'oneHot' }))
    expect(run(each, ids.slice(0, 3), [1, 3])).toEqual(rows)
    const replaced = sequential(input([1]), categoryEncoding({ numTokens: 4, outputMode: 'oneHot' }), dense({ units: 2 }))
    expect(replaced.outputShape).toEqual([2])
    expect(run(replaced, ids, [6, 1]).length).toBe(12)
  })

  const few = 'embedding: ids must be whole numbers from 0 to 4 (was 5 at index 2); count from 0, or use a larger inputDim'
  it.each([
    [embedding({ inputDim: 5, outputDim: 2 }), [0, 4, 5], few],
    [embedding({ inputDim: 5, outputDim: 2 }), [-1, 4, 5], few.replace('5 at index 2', '-1 at index 0')],
    [embedding({ inputDim: 5, outputDim: 2 }), [0, 1.5, 5], few.replace('5 at index 2', '1.5 at index 1')],
    [embedding({ inputDim: 5, outputDim: 2 }), [0, Number.NaN, 0], few.replace('5 at index 2', 'NaN at index 1')],
    [
      categoryEncoding({ numTokens: 1 }),
      [0, 0, 1],
      'categoryEncoding: ids must be whole numbers from 0 to 0 (was 1 at index 2); count from 0, or use a larger numTokens',
    ],
  ])('says which id is none: %#', (layer, ids, sentence) => {
    const model = sequential(input([3]), layer as ReturnType<typeof embedding>)
    expect(() => run(model, ids, [1, 3])).toThrow(sentence)
  })

  it('gives NaN for ids that cannot be read, as those that a GPU made', () => {
    const layer = embedding({ inputDim: 5, outputDim: 2 })
    const on = (ids: readonly number[]): number[] => {
      const network = lower(sequential(input([2]), layer), 1)
      const x = tf.tensor2d([...ids], [1, 2])
      x.dataSync = () => {
        throw new Error('not readable')
      }
      const y = tf.tidy(() => network.run([x], { training: false, seed: 0 })[0] as tf.Tensor)
      const values = [...y.dataSync()]
      tf.dispose([x, y])
      network.dispose()
      return values
    }
    expect(on([0, 4]).every(Number.isFinite)).toBe(true)
    expect(on([0, 2.5]).every(Number.isNaN)).toBe(true)
  })

  it('trains: texts of words above a limit or below it', { timeout: 60_000 }, async () => {
    const words = 12
    const model = sequential(
      input([8]),
      embedding({ inputDim: words, outputDim: 4 }),
      globalAveragePooling1d(),
      dense({ units: 1, activation: 'sigmoid' }),
    )
    const random = createRandom(5)
    const ids = Int32Array.from({ length: 64 * 8 }, () => random.below(words))
    const many = (text: number) => ids.subarray(text * 8, text * 8 + 8).filter((id) => id >= words / 2).length > 4
    const x = ndarray(ids, [64, 8])
    const y = ndarray(
      Float32Array.from({ length: 64 }, (_, text) => (many(text) ? 1 : 0)),
      [64, 1],
    )
    const weights = async (): Promise<number[]> => {
      const net = await init(model, { seed: 2 })
      const trainer = compile(net, { loss: 'binaryCrossentropy', optimizer: adam({ learningRate: 0.05 }), seed: 2 })
      const { loss } = await trainer.evaluate(x, y)
      await trainer.fit(x, y, { epochs: 60, batchSize: 16, verbose: 'silent' })
      expect((await trainer.evaluate(x, y)).loss).toBeLessThan(loss / 4)
      const values = [...net.weights.embedding.embeddings.dataSync()]
      trainer.dispose()
      net.dispose()
      return values
    }
    expect(await weights()).toEqual(await weights())
  })

  it('takes texts of any length where the length has a name', async () => {
    const model = sequential(
      input(['t']),
      embedding({ inputDim: 5, outputDim: 3 }),
      globalAveragePooling1d(),
      dense({ units: 2 }),
    )
    const net = await init(model, { seed: 1 })
    for (const length of [1, 4]) {
      const { shape } = await net.predict(ndarray(new Int32Array(2 * length), [2, length]))
      expect(shape).toEqual([2, 2])
    }
    net.dispose()
  })

  it('refuses wrong ids in training, and leaves nothing behind', async () => {
    const net = await init(sequential(input([2]), embedding({ inputDim: 3, outputDim: 2 }), globalAveragePooling1d()), {
      seed: 1,
    })
    const trainer = compile(net, { loss: 'meanSquaredError', optimizer: adam(), seed: 1 })
    const x = ndarray([0, 1, 2, 3], [2, 2])
    const sentence = 'embedding: ids must be whole numbers from 0 to 2 (was 3 at index 3)'
    await expect(trainer.fit(x, ndarray([0, 0, 0, 0], [2, 2]), { verbose: 'silent', shuffle: false })).rejects.toThrow(sentence)
    await expect(net.predict(x)).rejects.toThrow(sentence)
    trainer.dispose()
    net.dispose()
  })
})
