import * as tf from '@tensorflow/tfjs-core'
import { expect, test } from 'vitest'
import { start } from '../../src/runtime/engine/start.js'
import { expectAgreement } from './both-backends.js'

type Pad = 'valid' | 'same' | number | tf.backend_util.ExplicitPadding

const cases: { input: number[]; filter: number[]; strides: [number, number]; pad: Pad }[] = [
  { input: [2, 6, 7, 3], filter: [3, 3, 3, 5], strides: [1, 1], pad: 'valid' },
  { input: [2, 6, 7, 3], filter: [3, 2, 3, 5], strides: [1, 1], pad: 'same' },
  { input: [3, 7, 8, 2], filter: [3, 3, 2, 4], strides: [2, 2], pad: 'same' },
  { input: [2, 9, 7, 4], filter: [2, 3, 4, 9], strides: [3, 2], pad: 'valid' },
  { input: [1, 5, 6, 1], filter: [3, 3, 1, 8], strides: [1, 2], pad: 2 },
  {
    input: [2, 5, 6, 5],
    filter: [2, 2, 5, 3],
    strides: [2, 1],
    pad: [
      [0, 0],
      [1, 0],
      [0, 3],
      [0, 0],
    ],
  },
  { input: [2, 4, 5, 7], filter: [1, 1, 7, 9], strides: [1, 1], pad: 'valid' },
  { input: [2, 5, 5, 3], filter: [1, 1, 3, 2], strides: [2, 2], pad: 'same' },
  // Padding beyond the filter: whole windows see nothing.
  { input: [1, 3, 3, 2], filter: [2, 2, 2, 3], strides: [1, 1], pad: 4 },
  // More windows than one stretch holds, images split in the middle.
  { input: [5, 13, 13, 16], filter: [3, 3, 16, 12], strides: [1, 1], pad: 'same' },
  // Rows longer than a stretch, as conv1d has them.
  { input: [2, 2, 1500, 24], filter: [1, 5, 24, 3], strides: [1, 2], pad: 'same' },
  { input: [3, 2, 2, 64], filter: [2, 2, 64, 40], strides: [1, 1], pad: 'same' },
]

test.each(cases)('conv2d $input by $filter, strides $strides, padding $pad', async ({ input, filter, strides, pad }) => {
  await expectAgreement([input, filter], (x, kernel) =>
    tf.conv2d(x as tf.Tensor4D, kernel as tf.Tensor4D, strides, pad as number),
  )
})

test('conv2d with dilation, forward and lowered', async () => {
  await expectAgreement(
    [
      [2, 9, 8, 3],
      [3, 2, 3, 4],
    ],
    (x, kernel) => tf.conv2d(x as tf.Tensor4D, kernel as tf.Tensor4D, 1, 'same', 'NHWC', [2, 3]),
    { gradients: false },
  )
  await expectAgreement(
    [
      [2, 8, 8, 3],
      [3, 3, 3, 4],
    ],
    (x, kernel) => {
      const spread = tf.spaceToBatchND(
        x,
        [2, 2],
        [
          [2, 2],
          [2, 2],
        ],
      )
      const convolved = tf.conv2d(spread as tf.Tensor4D, kernel as tf.Tensor4D, 1, 'valid')
      return tf.batchToSpaceND(
        convolved,
        [2, 2],
        [
          [0, 0],
          [0, 0],
        ],
      )
    },
  )
})

test('conv2d in groups, lowered', async () => {
  await expectAgreement(
    [
      [2, 6, 6, 4],
      [3, 3, 2, 6],
    ],
    (x, kernel) => {
      const [inputs, filters] = [tf.split(x as tf.Tensor4D, 2, 3), tf.split(kernel as tf.Tensor4D, 2, 3)]
      return tf.concat(
        inputs.map((each, group) => tf.conv2d(each as tf.Tensor4D, filters[group] as tf.Tensor4D, 1, 'same')),
        3,
      )
    },
  )
})

test.each([
  { strides: 1, pad: 'valid' },
  { strides: 2, pad: 'same' },
  { strides: 3, pad: 'valid' },
] as const)('conv2dTranspose, strides $strides, padding $pad', async ({ strides, pad }) => {
  const size = pad === 'same' ? 4 * strides : 3 * strides + 3
  await expectAgreement(
    [
      [2, 4, 4, 3],
      [3, 3, 5, 3],
    ],
    (x, kernel) => tf.conv2dTranspose(x as tf.Tensor4D, kernel as tf.Tensor4D, [2, size, size, 5], strides, pad),
  )
})

test('conv2d of an empty batch and in channels-first order', async () => {
  await start({ backend: 'wasm' })
  const empty = tf.conv2d(tf.zeros([0, 4, 4, 2]) as tf.Tensor4D, tf.ones([3, 3, 2, 5]) as tf.Tensor4D, 1, 'valid')
  expect(empty.shape).toEqual([0, 2, 2, 5])
  expect(() =>
    tf.conv2d(tf.zeros([1, 2, 4, 4]) as tf.Tensor4D, tf.ones([3, 3, 2, 5]) as tf.Tensor4D, 1, 'valid', 'NCHW'),
  ).toThrow('dataFormat')
})
