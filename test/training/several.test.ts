import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  adam,
  add,
  classIds,
  compile,
  dense,
  dropout,
  init,
  input,
  model,
  ndarray,
  oneHot,
  sgd,
  shared,
  start,
} from '../../src/index.js'
import { createRandom } from '../../src/runtime/random.js'

// Two points each: which of them is higher, and how far apart they are.
const count = 120
const random = createRandom(3)
const points = (): Float32Array => Float32Array.from({ length: 2 * count }, () => random.normal())
const [a, b] = [points(), points()]
const apart = Float32Array.from({ length: count }, (_, at) => (a[2 * at] as number) + (b[2 * at + 1] as number))
const x = { left: ndarray(a, [count, 2]), right: ndarray(b, [count, 2]) }
const kinds = classIds(
  apart.map((sum) => (sum > 0.5 ? 2 : sum > -0.5 ? 1 : 0)),
  3,
)
const y = { sum: ndarray(apart, [count, 1]), kind: kinds }
const verbose = 'silent'

const left = input([2])
const right = input([2])
const encoder = shared('encoder', dense({ units: 8, activation: 'relu' }))
const both = dropout({ rate: 0.1 })(add()([encoder(left), dense({ units: 8, name: 'own' })(right), encoder(right)]))
const description = model({
  inputs: { left, right },
  outputs: {
    sum: dense({ units: 1, name: 'sum' })(both),
    kind: dense({ units: 3, activation: 'softmax', name: 'kind' })(both),
  },
})
const losses = { sum: 'meanSquaredError', kind: 'sparseCategoricalCrossentropy' } as const

const trainerOf = (seed: number) =>
  compile(description, { loss: losses, metrics: { kind: ['accuracy'] }, optimizer: adam({ learningRate: 0.02 }), seed })

beforeAll(async () => {
  await start({ backend: 'wasm' })
})

describe('two inputs and two outputs', () => {
  it('learn, with the keys of Keras', async () => {
    const trainer = trainerOf(1)
    const history = await trainer.fit(x, y, { epochs: 25, batchSize: 16, validationSplit: 0.2, verbose })
    const keys = ['loss', 'sum_loss', 'kind_loss', 'kind_accuracy']
    expect(Object.keys(history)).toEqual([...keys, ...keys.map((key) => `val_${key}`)])
    expect(history.loss.at(-1)).toBeLessThan(0.5 * (history.loss[0] as number))
    expect(history.sum_loss.at(-1)).toBeLessThan(history.sum_loss[0] as number)
    expect(history.kind_loss.at(-1)).toBeLessThan(history.kind_loss[0] as number)
    expect(history.val_kind_accuracy.at(-1)).toBeGreaterThan(0.7)
    for (const [epoch, loss] of history.loss.entries()) {
      expect((history.sum_loss[epoch] as number) + (history.kind_loss[epoch] as number)).toBeCloseTo(loss, 5)
    }
    trainer.dispose()
  })

  it('evaluate and predict by name, whatever the batches', async () => {
    const trainer = trainerOf(1)
    const whole = await trainer.evaluate(x, y, { batchSize: 1000 })
    const parts = await trainer.evaluate(x, y, { batchSize: 7 })
    expect(Object.keys(whole)).toEqual(['loss', 'sum_loss', 'kind_loss', 'kind_accuracy'])
    for (const key of Object.keys(whole) as (keyof typeof whole)[]) expect(parts[key]).toBeCloseTo(whole[key], 5)
    const outputs = await trainer.predict(x, { batchSize: 50 })
    expect(Object.keys(outputs)).toEqual(['sum', 'kind'])
    expect([outputs.sum.shape, outputs.kind.shape]).toEqual([
      [count, 1],
      [count, 3],
    ])
    const squares = apart.map((sum, at) => (sum - (outputs.sum.values[at] as number)) ** 2)
    expect(squares.reduce((total, square) => total + square) / count).toBeCloseTo(whole.sum_loss, 4)
    // The same data as validation comes to the same values, before the only step of a rate of nothing.
    const still = compile(await trainer.net(), {
      loss: losses,
      metrics: { kind: ['accuracy'] },
      optimizer: sgd({ learningRate: 1e-12 }),
    })
    const history = await still.fit(x, y, { validationData: [x, y], verbose })
    expect(history.val_kind_loss[0]).toBeCloseTo(whole.kind_loss, 5)
    expect(history.val_kind_accuracy[0]).toBeCloseTo(whole.kind_accuracy, 5)
    still.dispose()
    trainer.dispose()
  })

  it('come to the same weights for the same seeds, bit for bit', async () => {
    const weights = async (seed: number): Promise<number[]> => {
      const trainer = trainerOf(seed)
      await trainer.fit(x, y, { epochs: 2, batchSize: 16, verbose })
      const { network } = await trainer.net()
      const values = [...network.variables.values()].flatMap((variable) => [...variable.dataSync()])
      trainer.dispose()
      return values
    }
    const first = await weights(7)
    expect(await weights(7)).toEqual(first)
    expect(await weights(8)).not.toEqual(first)
  })

  it('leave no tensor behind', async () => {
    const before = tf.memory().numTensors
    const trainer = trainerOf(1)
    await trainer.fit(x, y, { verbose, validationSplit: 0.1 })
    const after = tf.memory().numTensors
    await trainer.fit(x, y, { epochs: 2, batchSize: 7, verbose, validationSplit: 0.1 })
    await trainer.evaluate(x, y)
    await trainer.predict(x, { batchSize: 7 })
    expect(tf.memory().numTensors).toBe(after)
    trainer.dispose()
    expect(tf.memory().numTensors).toBe(before)
  })

  it('take one loss for all outputs, and labels of any kind where it reads them', async () => {
    const kind = (units: number) => dense({ units, activation: 'softmax' })
    const two = model({ inputs: left, outputs: { three: kind(3)(left), two: kind(2)(left) } })
    const trainer = compile(two, { loss: 'categoricalCrossentropy', optimizer: adam(), metrics: { two: ['accuracy'] } })
    const labels = {
      three: oneHot(kinds),
      two: oneHot(
        classIds(
          kinds.values.map((id) => (id > 1 ? 1 : 0)),
          2,
        ),
      ),
    }
    const scores = await trainer.evaluate(x.left, labels)
    expect(Object.keys(scores)).toEqual(['loss', 'three_loss', 'two_loss', 'two_accuracy'])
    trainer.dispose()
  })
})

describe('the step', () => {
  // Both outputs are w times their input: the slope is the sum of both, each by its weight.
  const [one, other] = [input([1]), input([1])]
  const times = shared('times', dense({ units: 1, useBias: false }))
  const linear = model({ inputs: { one, other }, outputs: { first: times(one), second: times(other) } })
  const data = { one: ndarray([2], [1, 1]), other: ndarray([3], [1, 1]) }
  const targets = { first: ndarray([0], [1, 1]), second: ndarray([1], [1, 1]) }

  // At w = 1 both errors are 2: the losses are 4, and their slopes 2·2·2 and 2·2·3.
  it.each<[{ first?: number; second?: number } | undefined, number, number]>([
    [undefined, 8, 1 - 0.1 * (8 + 12)],
    [{ first: 2, second: 0.5 }, 10, 1 - 0.1 * (2 * 8 + 0.5 * 12)],
    [{ second: 3 }, 16, 1 - 0.1 * (8 + 3 * 12)],
    [{ first: 0 }, 4, 1 - 0.1 * 12],
  ])('with lossWeights %o', async (lossWeights, loss, weight) => {
    const net = await init(linear, { seed: 1 })
    expect([...net.network.variables.keys()]).toEqual(['times/kernel'])
    net.setWeights({ times: { kernel: [1] } })
    const trainer = compile(net, { loss: 'meanSquaredError', optimizer: sgd({ learningRate: 0.1 }), lossWeights })
    expect(await trainer.fit(data, targets, { verbose })).toEqual({ loss: [loss], first_loss: [4], second_loss: [4] })
    expect((await net.weights.times.kernel.data())[0]).toBeCloseTo(weight, 6)
    trainer.dispose()
    net.dispose()
  })

  it('of a single output by name has its keys too', async () => {
    const trainer = compile(model({ inputs: one, outputs: { y: times(one) } }), { loss: 'meanSquaredError', optimizer: sgd() })
    const before = tf.memory().numTensors
    const history = await trainer.fit(data.one, { y: targets.first }, { verbose })
    expect(history.y_loss).toEqual(history.loss)
    trainer.dispose()
    expect(tf.memory().numTensors).toBe(before)
  })
})
