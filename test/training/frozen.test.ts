import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type AnyLayer,
  type AnyModel,
  add,
  batchNormalization,
  compile,
  conv2d,
  dense,
  dropout,
  flatten,
  fromJSON,
  frozen,
  init,
  input,
  model,
  ndarray,
  parallel,
  paramCount,
  residual,
  sequential,
  sgd,
  shared,
  start,
  toJSON,
  weightShapes,
} from '../../src/index.js'
import { lower } from '../../src/runtime/lower.js'
import { createOptimizer } from '../../src/runtime/optimizers/index.js'
import { createRandom } from '../../src/runtime/random.js'
import { computeStep, type Goal } from '../../src/runtime/training/step.js'

const random = createRandom(3)
const numbers = (count: number) => Float32Array.from({ length: count }, () => random.normal(1))
const images = ndarray(numbers(8 * 4 * 4 * 2), [8, 4, 4, 2])
const targets = ndarray(numbers(8), [8, 1])

const same = (filters = 2) => conv2d({ filters, kernelSize: 3, padding: 'same' })
const block = () => sequential(same(), batchNormalization(), dropout({ rate: 0.5 }))

/** A model with a frozen part between two that train. */
const around = (part: AnyLayer): AnyModel =>
  sequential(input([4, 4, 2]), same(), part as ReturnType<typeof same>, flatten(), dense({ units: 1 }))

/** The weights, by path, that two epochs leave bit for bit as they were. */
async function unmoved(description: AnyModel): Promise<string[]> {
  const net = await init(description, { seed: 1 })
  const all = () => new Map([...net.network.variables, ...net.network.states].map(([path, one]) => [path, [...one.dataSync()]]))
  const before = all()
  const trainer = compile(net, { loss: 'meanSquaredError', optimizer: sgd({ learningRate: 0.01, momentum: 0.9 }), seed: 2 })
  await trainer.fit(images, targets, { epochs: 2, batchSize: 4, verbose: 'silent' })
  const after = all()
  net.dispose()
  return [...before.keys()]
    .filter((path) => before.get(path)?.every((value, at) => Object.is(value, after.get(path)?.[at])))
    .sort()
}

const normalization = ['beta', 'gamma', 'movingMean', 'movingVariance']
const under = (name: string, weights: readonly string[]) => weights.map((weight) => `${name}/${weight}`)

describe.each(['wasm', 'cpu'] as const)('on %s', (backend) => {
  beforeAll(() => start({ backend }))

  it('what is frozen stays bit for bit, moving statistics too, and the rest moves', async () => {
    expect(await unmoved(around(block()))).toEqual([])
    expect(await unmoved(around(frozen(block())))).toEqual([
      ...under('block/batchNormalization', normalization),
      ...under('block/conv2d', ['bias', 'kernel']),
    ])
  })

  it('by the option, of one layer', async () => {
    expect(await unmoved(around(batchNormalization({ trainable: false })))).toEqual(under('batchNormalization', normalization))
    const still = conv2d({ filters: 2, kernelSize: 3, padding: 'same', trainable: false })
    expect(await unmoved(around(sequential(still, batchNormalization())))).toEqual(under('block/conv2d', ['bias', 'kernel']))
  })
})

describe('frozen', () => {
  beforeAll(() => start({ backend: 'wasm' }))

  const conv = ['bias', 'kernel']

  it.each([
    ['a layer', frozen(same()), under('conv2d_1', conv)],
    ['residual', frozen(residual(same())), under('residual/conv2d', conv)],
    ['one of two branches', parallel('add', frozen(same()), same()), under('parallel/conv2d', conv)],
    [
      'parallel',
      frozen(parallel('add', same(), same())),
      [...under('parallel/conv2d', conv), ...under('parallel/conv2d_1', conv)],
    ],
    ['a model', frozen(sequential(input([4, 4, 2]), same())), under('model/conv2d', conv)],
    ['shared', frozen(shared('both', same())), under('both', conv)],
    ['a shared block', shared('both', frozen(sequential(same()))), under('both/conv2d', conv)],
    ['a block in a block', frozen(sequential(residual(same()))), under('block/residual/conv2d', conv)],
  ] as const)('%s', async (_, part, paths) => {
    expect(await unmoved(around(part))).toEqual([...paths].sort())
  })

  it('a shared layer that is frozen in one call is so in all', async () => {
    const both = shared('both', same())
    for (const part of [sequential(both, frozen(both)), sequential(frozen(both), both)]) {
      expect(await unmoved(around(part))).toEqual(under('both', conv))
    }
  })

  it('tensors of a frozen model go on frozen', async () => {
    const base = frozen(sequential(input([4, 4, 2]), same()))
    const [x, y] = [base.inputs[0], base.outputs[0]] as [ReturnType<typeof input>, ReturnType<typeof input>]
    const net = model({ inputs: x, outputs: dense({ units: 1 })(flatten()(y) as never) })
    expect(await unmoved(net as AnyModel)).toEqual(under('conv2d', conv))
  })

  it('several inputs and outputs by name', () => {
    const [left, right] = [input([3]), input([3])]
    const two = model({ inputs: { left, right }, outputs: { sum: add()([left, right]), far: dense({ units: 2 })(left) } })
    const still = frozen(two)
    expect(still.outputShape).toEqual({ sum: [3], far: [2] })
    expect(still.inputNames).toEqual(['left', 'right'])
    const network = lower(still, 1)
    expect([network.variables.size, network.states.size]).toEqual([0, 2])
    network.dispose()
  })

  it('names, shapes and counts are as they were', () => {
    const [moving, still] = [around(block()), around(frozen(block()))]
    expect(weightShapes(still)).toEqual(weightShapes(moving))
    expect(paramCount(still)).toBe(paramCount(moving))
    expect(toJSON(fromJSON(toJSON(still)))).toEqual(toJSON(still))
  })

  it('goes through JSON', async () => {
    const still = around(frozen(block()))
    expect(await unmoved(fromJSON(JSON.parse(JSON.stringify(toJSON(still)))))).toEqual(await unmoved(still))
  })

  it('normalises by the moving statistics while training, but drops', () => {
    const seen = (part: AnyLayer) => {
      const network = lower(sequential(input([4]), part as ReturnType<typeof dense>), 1)
      const x = tf.tensor([1, 2, 3, 4, 0, 1, 5, 2], [2, 4])
      const run = (training: boolean) => [...(network.run([x], { training, seed: 5 })[0] as tf.Tensor).dataSync()]
      return { training: run(true), not: run(false) }
    }
    const normal = seen(frozen(sequential(batchNormalization())))
    expect(normal.training).toEqual(normal.not)
    const dropped = seen(frozen(sequential(dropout({ rate: 0.5 }))))
    expect(dropped.training).not.toEqual(dropped.not)
  })

  it('neither gradients nor slots are made for it', async () => {
    const goal: Goal = [
      { name: undefined, loss: { loss: 'meanSquaredError', fromLogits: false, labelSmoothing: 0 }, weight: 1, metrics: [] },
    ]
    const data = { x: [images], y: [targets], count: 8 }
    const made = async (part: AnyLayer) => {
      const network = lower(around(part), 1)
      let paths: string[] = []
      const { kernelNames: names, kernels } = await tf.profile(() => {
        const { gradients } = computeStep(network, goal, data, Uint32Array.from([0, 1, 2]), 3)
        paths = [...gradients.keys()]
        return tf.scalar(0)
      })
      const optimizer = createOptimizer(sgd({ momentum: 0.9 }), network.variables)
      const filters = kernels.filter(({ name }) => name === 'Conv2DBackpropFilter').length
      return { paths, slots: [...optimizer.state().keys()], filters, inputs: names.includes('Conv2DBackpropInput') }
    }
    expect((await made(same())).filters).toBe(2)
    const still = await made(frozen(same()))
    const moving = [...under('conv2d', ['kernel', 'bias']), ...under('dense', ['kernel', 'bias'])]
    expect(still).toEqual({ paths: moving, slots: moving.map((path) => `velocity/${path}`), filters: 1, inputs: true })
  })

  it('fit of a model that is frozen as a whole is refused', async () => {
    const sentence =
      'fit: at least one layer must be trainable (all are frozen); leave out trainable: false or frozen(...) where training is to move weights'
    const training = (description: AnyModel) =>
      compile(description, { loss: 'meanSquaredError', optimizer: sgd() }).fit(images, targets, { verbose: 'silent' })
    await expect(training(frozen(around(block())))).rejects.toThrow(sentence)
    const alone = sequential(input([4, 4, 2]), flatten(), dense({ units: 1, trainable: false }))
    await expect(training(alone)).rejects.toThrow(sentence)
    await expect(compile(alone, { loss: 'meanSquaredError', optimizer: sgd() }).evaluate(images, targets)).resolves.toBeDefined()
  })
})
