import * as tf from '@tensorflow/tfjs-core'
import { expect, test } from 'vitest'
import { start } from '../../src/runtime/engine/start.js'
import { expectAgreement, numbers } from './both-backends.js'

const sizes: [number, number, number][] = [
  [1, 1, 1],
  [6, 4, 8],
  [7, 5, 9],
  [5, 300, 17],
  [13, 260, 270],
  [1, 64, 3],
  [40, 3, 1],
  [2, 7, 13],
  [3, 9, 4],
]
const transpositions: [boolean, boolean][] = [
  [false, false],
  [true, false],
  [false, true],
  [true, true],
]

test.each(sizes)('matMul of %i × %i by × %i, transposed or not', async (rows, depth, columns) => {
  for (const [left, right] of transpositions) {
    const [a, b] = [left ? [depth, rows] : [rows, depth], right ? [columns, depth] : [depth, columns]]
    await expectAgreement([a, b], (x, y) => tf.matMul(x, y, left, right))
  }
})

test.each(transpositions)('batched matMul, transposed %s %s, and its broadcast', async (left, right) => {
  const [a, b] = [left ? [5, 7] : [7, 5], right ? [9, 5] : [5, 9]]
  await expectAgreement(
    [
      [3, 2, ...a],
      [3, 2, ...b],
    ],
    (x, y) => tf.matMul(x, y, left, right),
  )
  await expectAgreement(
    [
      [1, ...a],
      [3, 2, ...b],
    ],
    (x, y) => tf.matMul(x, y, left, right),
    { gradients: false },
  )
  // Both sides broadcast, which the cpu backend gets wrong: it takes the larger of the two batches, 3, for 3 × 2.
  await start({ backend: 'wasm' })
  const [x, y] = [tf.tensor(numbers(105, 1), [3, 1, ...a]), tf.tensor(numbers(90, 2), [2, ...b])]
  const [all, spread] = [
    tf.matMul(x, y, left, right),
    tf.matMul(tf.tile(x, [1, 2, 1, 1]), tf.tile(tf.expandDims(y), [3, 1, 1, 1]), left, right),
  ]
  expect(all.shape).toEqual([3, 2, 7, 9])
  expect(await all.data()).toEqual(await spread.data())
})

const activations = ['linear', 'relu', 'relu6', 'elu', 'sigmoid', 'leakyrelu'] as const
test.each(transpositions)('fused.matMul with bias, transposed %s %s, one matrix and a batch', async (left, right) => {
  const [a, b] = [left ? [5, 7] : [7, 5], right ? [9, 5] : [5, 9]]
  for (const batch of [[], [4]]) {
    for (const activation of activations) {
      await expectAgreement(
        [[...batch, ...a], [...batch, ...b], [9]],
        (x, y, bias) =>
          tf.fused.matMul({ a: x, b: y, bias, activation, transposeA: left, transposeB: right, leakyreluAlpha: 0.2 }),
        { gradients: false },
      )
    }
  }
  await expectAgreement(
    [a, b, [9], [9]],
    (x, y, bias, preluActivationWeights) =>
      tf.fused.matMul({ a: x, b: y, bias, activation: 'prelu', preluActivationWeights, transposeA: left, transposeB: right }),
    { gradients: false },
  )
})

test('matMul sees a weight as it is now: under another shape, and after a write in place', async () => {
  await start({ backend: 'wasm' })
  const weights = tf.tensor2d([
    [1, 2, 3],
    [4, 5, 6],
  ])
  expect([...(await tf.matMul(tf.tensor2d([[1, 1]]), weights).data())]).toEqual([5, 7, 9])
  const folded = tf.reshape(weights, [3, 2]) as tf.Tensor2D
  expect([...(await tf.matMul(tf.tensor2d([[1, 1, 1]]), folded).data())]).toEqual([9, 12])
  const backend = tf.backend() as unknown as { typedArrayFromHeap(tensor: tf.Tensor): Float32Array }
  backend.typedArrayFromHeap(weights)[0] = 101
  expect([...(await tf.matMul(tf.tensor2d([[1, 1]]), weights).data())]).toEqual([105, 7, 9])
})

test('matMul names shapes that do not fit, and types it can not take', async () => {
  await start({ backend: 'wasm' })
  expect(() => tf.matMul(tf.zeros([2, 3]), tf.zeros([4, 5]))).toThrow('matMul')
  expect(() => tf.matMul(tf.zeros([2, 3], 'int32'), tf.zeros([3, 5], 'int32'))).toThrow('both must be float32 (was int32, int32)')
})
