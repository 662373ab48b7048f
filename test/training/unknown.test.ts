import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { binaryLabels, classIds } from '../../src/dsl/data/labels.js'
import { ndarray } from '../../src/dsl/data/ndarray.js'
import { type LossLike, sparseCategoricalCrossentropy, toLoss } from '../../src/dsl/losses/losses.js'
import type { AnyModel } from '../../src/dsl/model.js'
import { start } from '../../src/runtime/engine/start.js'
import type { Network } from '../../src/runtime/network.js'
import { createTrainer } from '../../src/runtime/training/trainer.js'

// What a layer of one's own would be: a model whose last activation no type knows, here without any weights.
function trainerOf(outputShape: readonly (number | string)[], loss: LossLike, run: (x: tf.Tensor) => tf.Tensor) {
  const model = { inputs: [], inputShape: ['f'], outputShape, lastActivation: 'unknown', nodes: [] } as unknown as AnyModel
  const network: Network = {
    model,
    variables: new Map(),
    states: new Map(),
    run: ([x]) => [run(x as tf.Tensor)],
    dispose: () => {},
  }
  const optimize = () => ({ apply: () => {}, dispose: () => {} })
  return createTrainer({
    model,
    goal: [{ name: undefined, loss: toLoss(loss), weight: 1, metrics: [] }],
    provide: async () => ({ network }),
    optimize,
    seed: 1,
  })
}

const x = ndarray([1, 2, 3, 4, 0, 0], [2, 3])
const ids = classIds([0, 2], 3)
const verbose = 'silent'

describe('an activation that only the run knows', () => {
  beforeAll(async () => {
    await start({ backend: 'wasm' })
  })

  it('is fine where the outputs are what the loss reads', async () => {
    const before = tf.memory().numTensors
    const trainer = trainerOf(['f'], 'sparseCategoricalCrossentropy', (x) => tf.softmax(x))
    const { loss } = await trainer.evaluate(x, ids)
    expect(loss).toBeCloseTo((2.407606 + 4.036013) / 2, 4)
    expect((await trainer.fit(x, ids, { verbose })).loss?.[0]).toBeCloseTo(loss as number, 5)
    expect(tf.memory().numTensors).toBe(before)
    const logits = trainerOf(['f'], sparseCategoricalCrossentropy({ fromLogits: true }), (x) => tf.mul(x, 1))
    expect((await logits.evaluate(x, ids)).loss).toBeCloseTo(loss as number, 5)
  })

  it('is refused by its first outputs where they are not', async () => {
    const linear = trainerOf([3], 'sparseCategoricalCrossentropy', (x) => tf.mul(x, 1))
    const mend = 'use sparseCategoricalCrossentropy({ fromLogits: true }), or softmax on the last layer'
    await expect(linear.fit(x, ids, { verbose })).rejects.toThrow(
      `sparseCategoricalCrossentropy: the model's outputs must be probabilities that sum to 1 (was 2 in the first batch); ${mend}`,
    )
    const sigmoid = trainerOf([3], 'sparseCategoricalCrossentropy', (x) => tf.sigmoid(x))
    await expect(sigmoid.evaluate(x, ids)).rejects.toThrow(
      /must be probabilities that sum to 1 \(was a sum of 2\.56\d* in the first batch\)/,
    )
    const yes = trainerOf([3], 'binaryCrossentropy', (x) => tf.neg(x))
    await expect(yes.fit(x, binaryLabels([0, 1, 0, 1, 0, 1], [2, 3]), { verbose })).rejects.toThrow(
      "binaryCrossentropy: the model's outputs must be in 0..1 (was -1 in the first batch); use binaryCrossentropy({ fromLogits: true }), or sigmoid on the last layer",
    )
  })

  it('of one of several outputs is looked at by itself', async () => {
    const names = { first: [3], second: [3] }
    const model = {
      inputs: [],
      inputShape: ['f'],
      outputShape: names,
      lastActivation: { first: 'softmax', second: 'unknown' },
      nodes: [],
    } as unknown as AnyModel
    const run = ([x]: readonly tf.Tensor[]) => [tf.softmax(x as tf.Tensor), tf.mul(x as tf.Tensor, 1)]
    const network: Network = { model, variables: new Map(), states: new Map(), run, dispose: () => {} }
    const loss = toLoss('sparseCategoricalCrossentropy')
    const trainer = createTrainer({
      model,
      goal: Object.keys(names).map((name) => ({ name, loss, weight: 1, metrics: [] })),
      provide: async () => ({ network }),
      optimize: () => ({ apply: () => {}, dispose: () => {} }),
      seed: 1,
    })
    const before = tf.memory().numTensors
    await expect(trainer.evaluate(x, { first: ids, second: ids })).rejects.toThrow(
      'must be probabilities that sum to 1 (was 2 in the first batch)',
    )
    expect(tf.memory().numTensors).toBe(before)
  })

  it('sizes by name are held against the labels once they are known', async () => {
    const trainer = trainerOf(['f'], 'sparseCategoricalCrossentropy', (x) => tf.softmax(x))
    await expect(trainer.fit(x, classIds([0, 3], 4), { verbose })).rejects.toThrow(
      "labels must be of the model's 3 classes (was 4)",
    )
    const single = trainerOf(['u'], 'sparseCategoricalCrossentropy', (x) => tf.sigmoid(tf.sum(x, 1, true)))
    await expect(single.fit(x, classIds([0, 1], 2), { verbose })).rejects.toThrow(
      "labels must be of the model's 1 classes (was 2)",
    )
  })
})
