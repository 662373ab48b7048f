import * as tf from '@tensorflow/tfjs-core'
import { expect, test } from 'vitest'
import { start } from '../../src/runtime/engine/start.js'
import { createOptimizer } from '../../src/runtime/optimizers/index.js'
import { numbers, variablesOf } from './both-backends.js'

/** Losses of a few steps of a small network, and the tensors alive after each. */
async function train(backend: 'cpu' | 'wasm', steps: number): Promise<{ losses: number[]; tensors: number[] }> {
  await start({ backend })
  const shapes = { kernel1: [3, 3, 1, 6], bias1: [6], kernel2: [3, 3, 6, 7], bias2: [7], kernel3: [28, 5], bias3: [5] }
  const weights = variablesOf(
    Object.fromEntries(
      Object.entries(shapes).map(([name, shape], seed) => {
        const size = shape.reduce((a, b) => a * b, 1)
        return [
          name,
          tf.tensor(
            numbers(size, seed + 1).map((value) => value / 2),
            shape,
          ),
        ]
      }),
    ),
  )
  const w = <R extends tf.Rank>(name: keyof typeof shapes) => weights.get(name) as unknown as tf.Tensor<R>
  const x = tf.tensor4d(numbers(8 * 100, 77), [8, 10, 10, 1])
  const y = tf.oneHot(tf.tensor1d([0, 1, 2, 3, 4, 0, 1, 2], 'int32'), 5)
  const loss = () => {
    // Pooling before relu: its windows hold negative values only here and there.
    const first = tf.relu(
      tf.maxPool(tf.add(tf.conv2d(x, w<tf.Rank.R4>('kernel1'), 1, 'same'), w('bias1')) as tf.Tensor4D, 2, 2, 'valid'),
    )
    const second = tf.tanh(
      tf.maxPool(
        tf.add(tf.conv2d(first as tf.Tensor4D, w<tf.Rank.R4>('kernel2'), 2, 'same'), w('bias2')) as tf.Tensor4D,
        2,
        1,
        'valid',
      ),
    )
    const logits = tf.add(tf.matMul(tf.reshape(second, [8, 28]) as tf.Tensor2D, w<tf.Rank.R2>('kernel3')), w('bias3'))
    return tf.neg(tf.mean(tf.sum(tf.mul(y, tf.logSoftmax(logits)), -1))) as tf.Scalar
  }
  const optimizer = createOptimizer({ kind: 'adam', learningRate: 0.02, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 }, weights)
  const names = new Map([...weights].map(([name, variable]) => [variable.name, name]))
  const result = { losses: [] as number[], tensors: [] as number[] }
  for (let step = 0; step < steps; step++) {
    const { value, grads } = tf.variableGrads(loss, [...weights.values()])
    optimizer.apply(new Map(Object.entries(grads).map(([name, gradient]) => [names.get(name) as string, gradient])))
    result.losses.push((await value.data())[0] as number)
    tf.dispose([value, ...Object.values(grads)])
    result.tensors.push(tf.memory().numTensors)
  }
  optimizer.dispose()
  tf.dispose([x, y, ...weights.values()])
  return result
}

test('wasm trains as the cpu does, step for step, repeats itself bit for bit and leaks nothing', async () => {
  const reference = await train('cpu', 12)
  const [first, second] = [await train('wasm', 12), await train('wasm', 12)]
  expect(first.losses).toEqual(second.losses)
  for (const [step, loss] of first.losses.entries()) expect(loss).toBeCloseTo(reference.losses[step] as number, 4)
  expect(first.losses.at(-1)).toBeLessThan((first.losses[0] as number) * 0.8)
  expect(new Set(first.tensors).size).toBe(1)
})

test('the heap may grow in the middle of a kernel', async () => {
  await start({ backend: 'wasm' })
  const wasm = (tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } }).wasm
  const before = wasm.HEAPU8.byteLength
  // Output and patches of each step are larger than all that the heap held at first.
  const x = tf.ones([1, 1, before / 64, 16]) as tf.Tensor4D
  const gradients = tf.grads((image, kernel) => tf.sum(tf.conv2d(image as tf.Tensor4D, kernel as tf.Tensor4D, 1, 'same')))
  const [byImage, byKernel] = gradients([x, tf.ones([1, 3, 16, 2])]) as [tf.Tensor, tf.Tensor]
  expect(wasm.HEAPU8.byteLength).toBeGreaterThan(before)
  expect((await tf.max(byImage).data())[0]).toBe(6)
  expect((await byKernel.data())[2]).toBe(before / 64 - 1)
  const pooled = tf.grad((image) => tf.sum(tf.maxPool(image as tf.Tensor4D, [1, 2], [1, 2], 'valid')))(tf.neg(x))
  expect((await tf.sum(pooled).data())[0]).toBeCloseTo(before / 8, -2)
  tf.disposeVariables()
})
