import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import {
  adam,
  binaryLabels,
  classIds,
  compile,
  dense,
  dropout,
  init,
  input,
  ndarray,
  oneHot,
  sequential,
  sgd,
  sparseCategoricalCrossentropy,
  start,
} from '../../src/index.js'
import { createRandom } from '../../src/runtime/random.js'

// Three clouds of points in the plane, sorted by class: what a random split is for.
const count = 150
const random = createRandom(5)
const kinds = Array.from({ length: count }, (_, index) => Math.floor(index / 50))
const points = ndarray(
  kinds.flatMap((kind) => [random.normal(3 * Math.cos(kind * 2.1)), random.normal(3 * Math.sin(kind * 2.1))]),
  [count, 2],
)
const ids = classIds(kinds, 3)
const yes = binaryLabels(kinds.map((kind) => (kind === 0 ? 1 : 0)))
const verbose = 'silent'

const clouds = sequential(input([2]), dense({ units: 8, activation: 'relu' }), dense({ units: 3, activation: 'softmax' }))
const dropping = sequential(
  input([2]),
  dense({ units: 8, activation: 'relu' }),
  dropout({ rate: 0.5 }),
  dense({ units: 3, activation: 'softmax' }),
)
const scores = sequential(input([2]), dense({ units: 3 }))
const one = sequential(input([2]), dense({ units: 1, activation: 'sigmoid' }))
const linear = sequential(input([2]), dense({ units: 1, useBias: false }))

beforeAll(async () => {
  await start({ backend: 'wasm' })
})

async function weightsAfter(
  model: typeof clouds | typeof dropping,
  seeds: { init: number; fit: number },
  epochs = 2,
): Promise<number[]> {
  const trainer = compile(model as typeof clouds, { loss: 'sparseCategoricalCrossentropy', optimizer: adam(), seed: seeds.init })
  await trainer.fit(points, ids, { epochs, batchSize: 16, seed: seeds.fit, verbose })
  const { network } = await trainer.net()
  const values = await Promise.all([...network.variables.values()].map((variable) => variable.data()))
  trainer.dispose()
  return values.flatMap((each) => [...each])
}

describe('fit', () => {
  it('learns: from ids, one-hot rows, yes and no, and logits', async () => {
    const options = { epochs: 15, batchSize: 16, seed: 1, verbose } as const
    const optimizer = adam({ learningRate: 0.03 })
    const sparse = compile(clouds, { loss: 'sparseCategoricalCrossentropy', optimizer, metrics: ['accuracy'], seed: 1 })
    const history = await sparse.fit(points, ids, options)
    expect(history.loss).toHaveLength(15)
    expect(history.loss.at(-1)).toBeLessThan(0.5 * history.loss[0]!)
    expect(history.accuracy.at(-1)).toBeGreaterThan(0.9)

    const categorical = compile(clouds, { loss: 'categoricalCrossentropy', optimizer, metrics: ['accuracy'], seed: 1 })
    const same = await categorical.fit(points, oneHot(ids), options)
    same.loss.forEach((loss, epoch) => {
      expect(loss).toBeCloseTo(history.loss[epoch]!, 4)
    })

    const logits = compile(scores, {
      loss: sparseCategoricalCrossentropy({ fromLogits: true }),
      optimizer,
      metrics: ['accuracy'],
      seed: 1,
    })
    expect((await logits.fit(points, ids, options)).accuracy.at(-1)).toBeGreaterThan(0.9)
    const binary = compile(one, { loss: 'binaryCrossentropy', optimizer, metrics: ['accuracy'], seed: 1 })
    expect((await binary.fit(points, yes, options)).accuracy.at(-1)).toBeGreaterThan(0.8)
    const squared = compile(linear, { loss: 'meanSquaredError', optimizer, seed: 1 })
    const targets = ndarray(
      Float32Array.from({ length: count }, (_, index) => 2 * points.values[2 * index]! - points.values[2 * index + 1]!),
      [count, 1],
    )
    expect((await squared.fit(points, targets, { ...options, epochs: 40 })).loss.at(-1)).toBeLessThan(0.02)
    for (const trainer of [sparse, categorical, logits, binary, squared]) trainer.dispose()
  })

  it('takes exactly the step that the formula says', async () => {
    const net = await init(linear, { seed: 1 })
    net.setWeights({ dense: { kernel: [1, -1] } })
    const trainer = compile(net, { loss: 'meanSquaredError', optimizer: sgd({ learningRate: 0.1 }) })
    // outputs 1·1 − 2 = −1 and 3 − 1 = 2; errors −2 and 2; gradient 2/2 · (−2·[1, 2] + 2·[3, 1]) = [4, −2]
    const history = await trainer.fit(ndarray([1, 2, 3, 1], [2, 2]), ndarray([1, 0], [2, 1]), { verbose })
    expect(history).toEqual({ loss: [4] })
    const kernel = [...(await net.weights.dense.kernel.data())]
    expect(kernel[0]).toBeCloseTo(0.6, 6)
    expect(kernel[1]).toBeCloseTo(-0.8, 6)
    trainer.dispose()
    net.dispose()
  })

  it('comes to the same weights for the same seeds, bit for bit, dropout included', async () => {
    const first = await weightsAfter(dropping, { init: 7, fit: 3 })
    expect(await weightsAfter(dropping, { init: 7, fit: 3 })).toEqual(first)
    expect(await weightsAfter(dropping, { init: 7, fit: 4 })).not.toEqual(first)
    expect(await weightsAfter(dropping, { init: 8, fit: 3 })).not.toEqual(first)
  })

  it('needs no seed of its own where compile has one, and goes on with other batches in the next fit', async () => {
    const run = async (): Promise<(readonly number[])[]> => {
      const trainer = compile(dropping, {
        loss: 'sparseCategoricalCrossentropy',
        optimizer: sgd({ learningRate: 1e-9 }),
        seed: 7,
      })
      const losses = [await trainer.fit(points, ids, { verbose }), await trainer.fit(points, ids, { verbose })].map(
        ({ loss }) => loss,
      )
      trainer.dispose()
      return losses
    }
    const [first, second] = await run()
    expect(await run()).toEqual([first, second])
    expect(second).not.toEqual(first)
  })

  it('leaves no tensor behind, neither in epochs nor after dispose', async () => {
    const before = tf.memory().numTensors
    const trainer = compile(dropping, { loss: 'sparseCategoricalCrossentropy', optimizer: adam(), metrics: ['accuracy'] })
    const options = { batchSize: 16, verbose, validationSplit: 0.2 } as const
    await trainer.fit(points, ids, options)
    const after = tf.memory().numTensors
    await trainer.fit(points, ids, { ...options, epochs: 3 })
    await trainer.evaluate(points, ids)
    await trainer.predict(points, { batchSize: 7 })
    expect(tf.memory().numTensors).toBe(after)
    trainer.dispose()
    expect(tf.memory().numTensors).toBe(before)
  })

  it('validates on data of its own or on a part, and returns the keys that follow', async () => {
    const trainer = compile(clouds, { loss: 'sparseCategoricalCrossentropy', optimizer: adam(), metrics: ['accuracy'], seed: 1 })
    const split = await trainer.fit(points, ids, { epochs: 2, validationSplit: 0.2, verbose })
    expect(Object.keys(split)).toEqual(['loss', 'accuracy', 'val_loss', 'val_accuracy'])
    expect(split.val_loss).toHaveLength(2)
    const given = await trainer.fit(points, ids, { validationData: [points, ids], verbose })
    const { loss, accuracy } = await trainer.evaluate(points, ids)
    expect(given.val_loss[0]).toBeCloseTo(loss, 6)
    expect(given.val_accuracy[0]).toBeCloseTo(accuracy, 6)
    const none = await trainer.fit(points, ids, { verbose })
    expect(Object.keys(none)).toEqual(['loss', 'accuracy'])
    trainer.dispose()
  })

  it('weighs batches by their samples: evaluate and predict do not depend on the batch size', async () => {
    const trainer = compile(clouds, { loss: 'sparseCategoricalCrossentropy', optimizer: adam(), metrics: ['accuracy'], seed: 1 })
    const whole = await trainer.evaluate(points, ids, { batchSize: 1000 })
    const parts = await trainer.evaluate(points, ids, { batchSize: 7 })
    expect(parts.loss).toBeCloseTo(whole.loss, 5)
    expect(parts.accuracy).toBeCloseTo(whole.accuracy, 6)
    const outputs = await trainer.predict(points, { batchSize: 7 })
    expect(outputs.shape).toEqual([150, 3])
    expect(outputs.values.slice(0, 3).reduce((sum, value) => sum + value)).toBeCloseTo(1, 5)
    // The loss from the outputs themselves.
    const mean = kinds.reduce((sum, kind, row) => sum - Math.log(outputs.values[3 * row + kind]!) / count, 0)
    expect(mean).toBeCloseTo(whole.loss, 5)
    trainer.dispose()
  })

  it('stops when the loss is no number, says where, and keeps the last finite weights', async () => {
    const net = await init(linear, { seed: 1 })
    const trainer = compile(net, { loss: 'meanSquaredError', optimizer: sgd({ learningRate: 1e18 }) })
    const run = trainer.fit(points, ndarray(new Float32Array(count).fill(1), [count, 1]), { epochs: 5, seed: 1, verbose })
    await expect(run).rejects.toThrow(
      /^fit: loss must stay finite \(was (NaN|Infinity) in epoch 1, batch \d\); use a smaller learningRate, or scale the data$/,
    )
    expect([...(await net.weights.dense.kernel.data())].every(Number.isFinite)).toBe(true)
    // The trainer is free again.
    expect(await trainer.predict(points)).toHaveProperty('shape', [150, 1])
    trainer.dispose()
    net.dispose()
  })

  it('lets timers run while it trains', async () => {
    const trainer = compile(clouds, { loss: 'sparseCategoricalCrossentropy', optimizer: adam(), seed: 1 })
    let ticks = 0
    const timer = setInterval(() => ticks++, 20)
    await trainer.fit(points, ids, { epochs: 60, batchSize: 8, verbose })
    clearInterval(timer)
    expect(ticks).toBeGreaterThan(1)
    trainer.dispose()
  })

  it('prints one line an epoch where there is no terminal', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {})
    const trainer = compile(clouds, { loss: 'sparseCategoricalCrossentropy', optimizer: adam(), metrics: ['accuracy'], seed: 1 })
    await trainer.fit(points, ids, { epochs: 2, validationSplit: 0.2, verbose: 'line' })
    const printed = log.mock.calls.map(([line]) => String(line))
    log.mockRestore()
    expect(printed).toHaveLength(2)
    expect(printed[1]).toMatch(/^epoch 2\/2 {2}.+ samples\/s {2}loss \S+ {2}accuracy \S+ {2}val_loss \S+ {2}val_accuracy \S+$/)
    trainer.dispose()
  })
})
