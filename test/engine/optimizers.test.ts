import * as tf from '@tensorflow/tfjs-core'
import { expect, test } from 'vitest'
import type { OptimizerDescription } from '../../src/dsl/optimizers.js'
import { start } from '../../src/runtime/engine/start.js'
import { createOptimizer } from '../../src/runtime/optimizers/index.js'
import { numbers, variablesOf } from './both-backends.js'

const adam = { kind: 'adam', learningRate: 0.1, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 } as const
const plain = { kind: 'sgd', learningRate: 0.1, momentum: 0, nesterov: false } as const
const momentum = { ...plain, momentum: 0.9 } as const
const nesterov = { ...momentum, nesterov: true } as const

// By hand, from w = [1, -2] and gradients [0.5, -1], then [0.1, 3].
const oracles: [string, OptimizerDescription, [number, number][]][] = [
  [
    'sgd',
    plain,
    [
      [0.95, -1.9],
      [0.94, -2.2],
    ],
  ],
  // v = [-0.05, 0.1], then [-0.055, -0.21].
  [
    'sgd with momentum',
    momentum,
    [
      [0.95, -1.9],
      [0.895, -2.11],
    ],
  ],
  // w += 0.9 v - 0.1 g: [-0.095, 0.19], then [-0.0595, -0.489].
  [
    'sgd with nesterov',
    nesterov,
    [
      [0.905, -1.81],
      [0.8455, -2.299],
    ],
  ],
  // Step 1: m = 0.1 g, v = 0.001 g², alpha = 0.1 √0.001 / 0.1: each weight moves by 0.1 against the sign of its gradient.
  // Step 2: m = [0.055, 0.21], v = [2.5975e-4, 9.999e-3], alpha = 0.1 √0.001999 / 0.19 = 0.02353163: 0.0803041 and 0.0494187.
  [
    'adam',
    adam,
    [
      [0.9, -1.9],
      [0.8196959, -1.9494187],
    ],
  ],
]

for (const backend of ['cpu', 'wasm'] as const) {
  test.each(oracles)(`%s by hand, on ${backend}`, async (_name, description, expected) => {
    await start({ backend })
    const weights = variablesOf({ w: tf.tensor1d([1, -2]) })
    const optimizer = createOptimizer(description, weights)
    for (const [index, gradient] of [
      [0.5, -1],
      [0.1, 3],
    ].entries()) {
      const slope = tf.tensor1d(gradient)
      optimizer.apply(new Map([['w', slope]]))
      slope.dispose()
      const values = await (weights.get('w') as tf.Variable).data()
      for (const at of [0, 1]) expect(values[at]).toBeCloseTo((expected[index] as [number, number])[at] as number, 5)
    }
    expect(optimizer.iterations).toBe(2)
    optimizer.dispose()
    tf.dispose([...weights.values()])
  })
}

/** The weights after some steps, the state too; `shared` keeps a clone of each, so that nothing can be written in place. */
async function train(description: OptimizerDescription, shared: boolean): Promise<Float32Array[]> {
  const before = tf.memory().numTensors
  const weights = variablesOf({ w: tf.tensor1d(numbers(37, 1)) })
  const w = weights.get('w') as tf.Variable
  const optimizer = createOptimizer(description, weights)
  const place = () => (tf.backend() as unknown as { getMemoryOffset(id: object): number }).getMemoryOffset(w.dataId)
  const at = place()
  let tensors = 0
  for (let step = 0; step < 6; step++) {
    const gradient = tf.tensor1d(numbers(37, step + 2))
    const held = shared ? [w, ...optimizer.state().values()].map((tensor) => tf.clone(tensor)) : []
    const was = await Promise.all(held.map((tensor) => tensor.data()))
    optimizer.apply(new Map([['w', gradient]]))
    expect(await Promise.all(held.map((tensor) => tensor.data()))).toEqual(was)
    tf.dispose([gradient, held])
    if (!shared) expect(place()).toBe(at)
    if (step > 0) expect(tf.memory().numTensors).toBe(tensors)
    tensors = tf.memory().numTensors
  }
  const results = await Promise.all([w, ...optimizer.state().values()].map((tensor) => tensor.data<'float32'>()))
  optimizer.dispose()
  w.dispose()
  expect(tf.memory().numTensors).toBe(before)
  return results
}

test.each(oracles)(
  '%s in place on wasm is bit for bit what tensor operations give, and leaks nothing',
  async (_name, description) => {
    await start({ backend: 'wasm' })
    const inPlace = await train(description, false)
    expect(inPlace).toEqual(await train(description, false))
    expect(inPlace).toEqual(await train(description, true))
  },
)

test('a step in place reaches every kernel that packs weights', async () => {
  await start({ backend: 'wasm' })
  const kernels = variablesOf({
    dense: tf.tensor2d(numbers(12, 1), [3, 4]),
    conv: tf.tensor4d(numbers(36, 2), [3, 3, 2, 2]),
    depthwise: tf.tensor4d(numbers(18, 3), [3, 3, 2, 1]),
  })
  const [row, image] = [tf.ones([1, 3]) as tf.Tensor2D, tf.ones([1, 4, 4, 2]) as tf.Tensor4D]
  const run = (of: (name: string) => tf.Tensor) =>
    Promise.all(
      [
        tf.matMul(row, of('dense') as tf.Tensor2D),
        tf.conv2d(image, of('conv') as tf.Tensor4D, 1, 'same'),
        tf.depthwiseConv2d(image, of('depthwise') as tf.Tensor4D, 1, 'same'),
        tf.fused.conv2d({ x: image, filter: of('conv') as tf.Tensor4D, strides: 1, pad: 'same', activation: 'relu' }),
        tf.fused.matMul({ a: row, b: of('dense') as tf.Tensor2D }),
      ].map((tensor) => tensor.data()),
    )
  const optimizer = createOptimizer(adam, kernels)
  for (let step = 0; step < 3; step++) {
    await run((name) => kernels.get(name) as tf.Tensor)
    optimizer.apply(new Map([...kernels].map(([name, { shape }]) => [name, tf.ones(shape)])))
    const fresh = new Map(
      await Promise.all(
        [...kernels].map(async ([name, kernel]) => [name, tf.tensor(await kernel.data(), kernel.shape)] as const),
      ),
    )
    expect(await run((name) => kernels.get(name) as tf.Tensor)).toEqual(await run((name) => fresh.get(name) as tf.Tensor))
  }
})

test('state goes over into a new optimizer, which goes on as the old one would', async () => {
  await start({ backend: 'wasm' })
  const weights = () => variablesOf({ w: tf.tensor1d([1, 2, 3]) })
  const [first, second] = [weights(), weights()]
  const [old, next] = [createOptimizer(adam, first), createOptimizer(adam, second)]
  old.apply(new Map([['w', tf.tensor1d([1, -1, 2])]]))
  second.get('w')?.assign(first.get('w') as tf.Variable)
  next.restore(old.state(), old.iterations)
  expect([...old.state().keys()]).toEqual(['m/w', 'v/w'])
  for (const optimizer of [old, next]) {
    optimizer.setLearningRate(0.01)
    expect(optimizer.learningRate).toBe(0.01)
    optimizer.apply(new Map([['w', tf.tensor1d([0.5, 0.5, 0.5])]]))
  }
  expect(await second.get('w')?.data()).toEqual(await first.get('w')?.data())
})

test('variables without a gradient stay; wrong names and shapes are refused', async () => {
  await start({ backend: 'wasm' })
  const variables = variablesOf({ a: tf.ones([2]), b: tf.ones([3]) })
  const optimizer = createOptimizer(adam, variables)
  optimizer.apply(new Map([['a', tf.ones([2])]]))
  expect([...(await (variables.get('b') as tf.Variable).data())]).toEqual([1, 1, 1])
  expect(() => optimizer.apply(new Map([['c', tf.ones([2])]]))).toThrow("adam: gradient 'c' belongs to no variable")
  expect(() => optimizer.apply(new Map([['a', tf.ones([3])]]))).toThrow("adam: gradient 'a' must be [2] (was [3])")
  expect(optimizer.iterations).toBe(1)
})
