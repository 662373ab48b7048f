import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { dense, init, input, layerNormalization, model, ndarray, sequential, start } from '../../src/index.js'

beforeAll(async () => {
  await start({ backend: 'wasm' })
})

it('has a place for each layer that may have weights', async () => {
  const net = await init(sequential(input([4]), layerNormalization({ center: false, scale: false }), dense({ units: 1 })))
  expect(net.weights.layerNormalization).toEqual({})
  expect(Object.keys(net.weights).sort()).toEqual(['dense', 'layerNormalization'])
  net.dispose()
})

describe('a net with several inputs and outputs', () => {
  it('maps tensors to tensors by name, with gradients', async () => {
    const [left, right] = [input([2]), input([2])]
    const sum = dense({ units: 1 })(left)
    const kind = dense({ units: 3, activation: 'softmax' })(right)
    const net = await init(model({ inputs: { left, right }, outputs: { sum, kind } }), { seed: 1 })
    const given = { left: tf.tensor2d([1, 2], [1, 2]), right: tf.tensor2d([0, 1], [1, 2]) }
    const before = tf.memory().numTensors
    const outputs = net.forward(given)
    expect([outputs.sum.shape, outputs.kind.shape]).toEqual([
      [1, 1],
      [1, 3],
    ])
    const predicted = await net.predict({ left: ndarray([1, 2], [1, 2]), right: ndarray([0, 1], [1, 2]) })
    expect(predicted.kind.values).toEqual(await outputs.kind.data())
    tf.dispose(outputs)
    const slope = tf.grad((other: tf.Tensor) => net.forward({ left: given.left, right: other }).kind.slice([0, 0], [1, 1]))(
      given.right,
    )
    expect(slope.shape).toEqual([1, 2])
    slope.dispose()
    expect(tf.memory().numTensors).toBe(before)
    net.dispose()
    tf.dispose(given)
  })

  it('binds a name once for all inputs', async () => {
    const short = input(['h', 2])
    const long = input(['4*h', 2])
    const each = dense({ units: 1 })
    const rows = await init(model({ inputs: { short, long }, outputs: { short: each(short), long: each(long) } }), { seed: 1 })
    const zeros = (n: number) => ndarray(new Float32Array(2 * n), [1, n, 2])
    const outputs = await rows.predict({ short: zeros(3), long: zeros(12) })
    expect([outputs.short.shape, outputs.long.shape]).toEqual([
      [1, 3, 1],
      [1, 12, 1],
    ])
    const tensors = (short: number[], long: number[]) => ({ short: tf.zeros(short), long: tf.zeros(long) })
    const refusals = [
      [[1, 3, 2], [1, 8, 2], "model: 'h' must be one size (was 2 and 3)"],
      [[1, 3, 2], [1, 13, 2], "model: '4*h' must be a multiple of 4 (was 13); pad it to 16"],
      [[1, 3, 2], [1, 12, 3], "forward: x.long must be [batch, '4*h', 2] (was [1, 12, 3])"],
      [[2, 3, 2], [1, 12, 2], 'forward: x must have as many samples under each name (were from 1 to 2)'],
    ] as const
    for (const [one, other, sentence] of refusals) {
      const given = tensors([...one], [...other])
      expect(() => rows.forward(given)).toThrow(sentence)
      tf.dispose(given)
    }
    await expect(rows.predict({ short: zeros(3), long: zeros(8) })).rejects.toThrow("'h' must be one size (was 2 and 3)")
    // biome-ignore lint/suspicious/noExplicitAny: as from JavaScript
    expect(() => (rows as any).forward(tf.zeros([1, 3, 2]))).toThrow(
      "forward: x must be an object by the names of the model's inputs (was a tensor)",
    )
    rows.dispose()
  })
})
