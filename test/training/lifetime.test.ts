// A trainer that is still at work, and a net whose weights are freed.
import * as tf from '@tensorflow/tfjs-core'
import { describe, expect, it } from 'vitest'
import { adam, classIds, compile, dense, init, input, ndarray, sequential } from '../../src/index.js'

const x = ndarray([1, 2, 3, 4], [2, 2])
const y = classIds([0, 1], 2)
const classes = sequential(input([2]), dense({ units: 2, activation: 'softmax' }))
const options = { loss: 'sparseCategoricalCrossentropy', optimizer: adam(), seed: 1 } as const
const verbose = 'silent'

describe('while fit runs, a trainer must be idle for', () => {
  it.each(['fit', 'evaluate', 'predict', 'dispose'] as const)('%s', async (who) => {
    const trainer = compile(classes, options)
    const fitting = trainer.fit(x, y, { verbose, epochs: 3 })
    const sentence = `${who}: the trainer must be idle (fit is still running); await it first`
    const calls = {
      fit: () => trainer.fit(x, y),
      evaluate: () => trainer.evaluate(x, y),
      predict: () => trainer.predict(x),
      dispose: trainer.dispose,
    }
    await expect((async () => calls[who]())()).rejects.toThrow(sentence)
    expect((await fitting).loss).toHaveLength(3)
    expect(await trainer.predict(x)).toHaveProperty('shape', [2, 2])
    trainer.dispose()
  })

  it('but net() waits for nobody, and reading goes on beside reading', async () => {
    const trainer = compile(classes, options)
    const fitting = trainer.fit(x, y, { verbose })
    expect(await trainer.net()).toHaveProperty('model', classes)
    await fitting
    const reading = trainer.predict(x)
    await expect(trainer.fit(x, y, { verbose })).rejects.toThrow('fit: the trainer must be idle (predict is still running)')
    await Promise.all([reading, trainer.evaluate(x, y), trainer.predict(x)])
    await trainer.fit(x, y, { verbose })
    trainer.dispose()
  })
})

describe('after dispose a net', () => {
  it('is used by nobody', async () => {
    const net = await init(classes)
    const trainer = compile(net, options)
    net.dispose()
    const sentence = (what: string): string => `net: ${what} must not be used after dispose; make another net with init`
    expect(() => net.forward(tf.zeros([1, 2]))).toThrow(sentence('forward'))
    expect(() => net.setWeights({ dense: { bias: [0, 0] } })).toThrow(sentence('setWeights'))
    expect(() => net.weights).toThrow(sentence('weights'))
    expect(() => compile(net, options)).toThrow(sentence('compile'))
    await expect(net.predict(x)).rejects.toThrow(sentence('predict'))
    await expect(trainer.fit(x, y, { verbose })).rejects.toThrow(sentence('fit'))
    await expect(trainer.evaluate(x, y)).rejects.toThrow(sentence('evaluate'))
    await expect(trainer.predict(x)).rejects.toThrow(sentence('predict'))
  })
})

describe('setWeights refuses', () => {
  it('weights of another net, as the compiler does', async () => {
    const [net, wide] = [await init(classes), await init(sequential(input([4]), dense({ units: 3 }), dense({ units: 2 })))]
    // @ts-expect-error setWeights: dense/kernel must be [2, 2] (was [4, 3])
    expect(() => net.setWeights(wide.weights)).toThrow('setWeights: dense/kernel must be [2, 2] (was [4, 3])')
    // @ts-expect-error setWeights: there is no weight 'dense_1/kernel'
    expect(() => net.setWeights({ dense_1: wide.weights.dense_1 })).toThrow("setWeights: there is no weight 'dense_1/kernel'")
    for (const one of [net, wide]) one.dispose()
  })

  it.each([
    [[0, Number.NaN], 'setWeights: dense/bias must be finite numbers (was NaN at index 1)'],
    [[1e300, 0], 'setWeights: dense/bias must be finite numbers (was 1e+300 at index 0)'],
    [[0, '1'], "setWeights: dense/bias must be finite numbers (was '1' at index 1)"],
    [3, 'setWeights: dense/bias must be [2] (was 3)'],
    [null, 'setWeights: dense/bias must be [2] (was null)'],
  ])('%s', async (bias, sentence) => {
    const net = await init(classes)
    // biome-ignore lint/suspicious/noExplicitAny: as from JavaScript
    expect(() => net.setWeights({ dense: { bias: bias as any } })).toThrow(sentence)
    expect(() => net.setWeights({ dense: { bias: tf.tensor1d([0, Number.NaN]) } })).toThrow('(was NaN at index 1)')
    expect([...(await net.weights.dense.bias.data())]).toEqual([0, 0])
    net.dispose()
  })
})

it('layers without an input are no model', async () => {
  // biome-ignore lint/suspicious/noExplicitAny: as from JavaScript
  const [looseCompile, looseInit] = [compile as any, init as any]
  const must = 'the first argument must be a model, which begins with an input([...])'
  expect(() => looseCompile(sequential(dense({ units: 2 })), options)).toThrow(`compile: ${must} (was a layer)`)
  expect(() => looseCompile({ layers: [] }, options)).toThrow(`compile: ${must} (was an object)`)
  await expect(looseInit(dense({ units: 2 }))).rejects.toThrow(`init: ${must} (was a layer)`)
  await expect(looseInit(undefined)).rejects.toThrow(`init: ${must} (was undefined)`)
})
