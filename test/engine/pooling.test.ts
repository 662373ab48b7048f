import * as tf from '@tensorflow/tfjs-core'
import { expect, test } from 'vitest'
import { start } from '../../src/runtime/engine/start.js'
import { expectAgreement, expectMeasuredSlopes } from './both-backends.js'

type Pad = 'valid' | 'same' | number | tf.backend_util.ExplicitPadding

const cases: { input: number[]; window: [number, number]; strides: [number, number]; pad: Pad }[] = [
  { input: [2, 6, 8, 3], window: [2, 2], strides: [2, 2], pad: 'valid' },
  { input: [2, 7, 5, 4], window: [3, 2], strides: [2, 1], pad: 'same' },
  { input: [2, 7, 7, 5], window: [2, 3], strides: [3, 2], pad: 1 },
  {
    input: [1, 6, 6, 2],
    window: [3, 3],
    strides: [1, 1],
    pad: [
      [0, 0],
      [1, 0],
      [0, 2],
      [0, 0],
    ],
  },
  { input: [2, 5, 6, 3], window: [2, 2], strides: [3, 3], pad: 'valid' },
]

// Values below zero only: the shipped gradient finds no maximum among them.
const below = (x: tf.Tensor) => tf.sub(tf.mul(x, 0.25), 1) as tf.Tensor4D

test.each(cases)('pooling $input by $window, strides $strides, padding $pad', async ({ input, window, strides, pad }) => {
  await expectAgreement([input], (x) => tf.maxPool(x as tf.Tensor4D, window, strides, pad as number))
  await expectAgreement([input], (x) => tf.maxPool(below(x), window, strides, pad as number))
  await expectAgreement([input], (x) => tf.avgPool(x as tf.Tensor4D, window, strides, pad as number))
})

test('the first of equal maxima gets the gradient, as on the cpu', async () => {
  await start({ backend: 'wasm' })
  const gradient = tf.grad((x) => tf.sum(tf.maxPool(x as tf.Tensor4D, 2, 2, 'valid')))(tf.fill([1, 2, 2, 1], -3))
  expect([...(await gradient.data())]).toEqual([1, 0, 0, 0])
})

test.each(['cpu', 'wasm'] as const)('average pooling divides the gradient by what each window covers, on %s', async (backend) => {
  await start({ backend })
  const gradient = tf.grad((x) => tf.sum(tf.avgPool(x as tf.Tensor4D, 3, 2, 'same')))(tf.zeros([1, 4, 4, 1]))
  const [whole, right, corner] = [1 / 9, 1 / 6, 1 / 4]
  const expected = [
    whole,
    whole,
    whole + right,
    right,
    whole,
    whole,
    whole + right,
    right,
    whole + right,
    whole + right,
    whole + 2 * right + corner,
    right + corner,
    right,
    right,
    right + corner,
    corner,
  ]
  for (const [index, value] of (await gradient.data()).entries()) expect(value).toBeCloseTo(expected[index] as number, 6)
})

const cases3d: { window: [number, number, number]; strides: [number, number, number]; pad: 'valid' | 'same' | number }[] = [
  { window: [2, 2, 2], strides: [2, 2, 2], pad: 'valid' },
  { window: [3, 2, 3], strides: [1, 2, 2], pad: 'same' },
  { window: [2, 3, 2], strides: [2, 1, 3], pad: 1 },
]

test.each(cases3d)('3d pooling by $window, strides $strides, padding $pad', async ({ window, strides, pad }) => {
  const input = [2, 4, 5, 6, 3]
  await expectAgreement([input], (x) => tf.maxPool3d(x as tf.Tensor5D, window, strides, pad))
  await expectAgreement([input], (x) => tf.maxPool3d(below(x) as unknown as tf.Tensor5D, window, strides, pad))
  await expectAgreement([input], (x) => tf.avgPool3d(x as tf.Tensor5D, window, strides, pad))
})

test('3d max pooling by a window that is not as high as wide', async () => {
  // Linear as long as no other element becomes the maximum.
  await expectMeasuredSlopes([1, 3, 4, 5, 2], (x) => tf.maxPool3d(x as tf.Tensor5D, [3, 2, 3], [1, 2, 2], 'same'))
})

test('global average and maximum', async () => {
  await expectAgreement([[3, 4, 5, 6]], (x) => tf.mean(x, [1, 2]))
  await expectAgreement([[3, 4, 5, 6]], (x) => tf.max(x, [1, 2]))
})
