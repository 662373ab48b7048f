import * as tf from '@tensorflow/tfjs-core'
import { expect, test } from 'vitest'
import { start } from '../../src/runtime/engine/start.js'
import { expectAgreement, expectMeasuredSlopes, numbers } from './both-backends.js'

type Pad = 'valid' | 'same' | number | tf.backend_util.ExplicitPadding

const depthwise: { input: number[]; filter: number[]; strides: [number, number]; pad: Pad }[] = [
  { input: [2, 6, 7, 3], filter: [3, 3, 3, 1], strides: [1, 1], pad: 'same' },
  { input: [2, 7, 6, 5], filter: [2, 3, 5, 2], strides: [2, 2], pad: 'valid' },
  { input: [1, 5, 5, 4], filter: [3, 2, 4, 3], strides: [2, 1], pad: 1 },
  {
    input: [2, 5, 6, 2],
    filter: [3, 3, 2, 2],
    strides: [1, 1],
    pad: [
      [0, 0],
      [2, 0],
      [1, 3],
      [0, 0],
    ],
  },
]

test.each(depthwise)(
  'depthwiseConv2d $input by $filter, strides $strides, padding $pad',
  async ({ input, filter, strides, pad }) => {
    await expectAgreement([input, filter], (x, kernel) =>
      tf.depthwiseConv2d(x as tf.Tensor4D, kernel as tf.Tensor4D, strides, pad as number),
    )
  },
)

test('separableConv2d', async () => {
  await expectAgreement(
    [
      [2, 6, 6, 3],
      [3, 3, 3, 2],
      [1, 1, 6, 5],
    ],
    (x, spatial, pointwise) => tf.separableConv2d(x as tf.Tensor4D, spatial as tf.Tensor4D, pointwise as tf.Tensor4D, 1, 'same'),
  )
})

test.each([
  { strides: 1, pad: 'valid' },
  { strides: 2, pad: 'same' },
  { strides: [1, 2, 3], pad: 'same' },
] as const)('conv3d, strides $strides, padding $pad', async ({ strides, pad }) => {
  await expectAgreement(
    [
      [2, 4, 5, 6, 2],
      [2, 3, 2, 2, 3],
    ],
    (x, kernel) => tf.conv3d(x as tf.Tensor5D, kernel as tf.Tensor5D, strides as [number, number, number], pad),
  )
})

test('conv3dTranspose', async () => {
  await expectAgreement(
    [
      [2, 2, 3, 2, 3],
      [2, 2, 2, 4, 3],
    ],
    (x, kernel) => tf.conv3dTranspose(x as tf.Tensor5D, kernel as tf.Tensor5D, [2, 4, 6, 4, 4], 2, 'same'),
  )
  await expectMeasuredSlopes(
    [1, 2, 2, 2, 2],
    (x) => tf.conv3dTranspose(x as tf.Tensor5D, tf.tensor5d(numbers(48, 3), [2, 3, 2, 2, 2]), [1, 4, 4, 4, 2], 2, 'same'),
    0.25,
  )
})

test('dilation2d, of negative values too', async () => {
  await expectAgreement(
    [
      [2, 5, 6, 3],
      [2, 3, 3],
    ],
    (x, filter) => tf.dilation2d(x as tf.Tensor4D, filter as tf.Tensor3D, [2, 1], 'same'),
  )
  await expectAgreement(
    [
      [2, 5, 6, 3],
      [2, 3, 3],
    ],
    (x, filter) => tf.dilation2d(tf.sub(x, 5) as tf.Tensor4D, filter as tf.Tensor3D, 1, 'valid', [2, 1]),
  )
})

test('gather along batches, gatherND, scatterND, mirrorPad', async () => {
  const ids = tf.tensor2d(
    [
      [1, 1],
      [0, 3],
      [2, 2],
    ],
    [3, 2],
    'int32',
  )
  await expectAgreement([[3, 4, 2], ids.clone()], (x, indices) => tf.gather(x, indices as tf.Tensor2D, 1, 1))
  await start({ backend: 'wasm' })
  expect(() => tf.gather(tf.ones([3, 4]), tf.tensor1d([0, 3], 'int32'))).toThrow('gather: indices must be from 0 to 2 (was 3)')
  await expectMeasuredSlopes([3, 4, 2], (x) => tf.gather(x, ids, 1, 1), 0.25)
  await expectMeasuredSlopes(
    [3, 4, 2],
    (x) =>
      tf.gatherND(
        x,
        tf.tensor2d(
          [
            [0, 1],
            [2, 2],
            [0, 1],
          ],
          [3, 2],
          'int32',
        ),
      ),
    0.25,
  )
  await expectMeasuredSlopes([3], (x) => tf.scatterND(tf.tensor2d([[0], [4], [0]], [3, 1], 'int32'), x, [6]), 0.25)
  await expectMeasuredSlopes(
    [3, 4, 2],
    (x) =>
      tf.mirrorPad(
        x,
        [
          [2, 1],
          [0, 0],
          [1, 0],
        ],
        'reflect',
      ),
    0.25,
  )
  await expectMeasuredSlopes(
    [3, 4, 2],
    (x) =>
      tf.mirrorPad(
        x,
        [
          [2, 3],
          [1, 1],
          [0, 2],
        ],
        'symmetric',
      ),
    0.25,
  )
})

test('gather and its gradient: what an embedding does', async () => {
  await start({ backend: 'cpu' })
  await expectAgreement(
    [
      [7, 4],
      tf.tensor2d(
        [
          [1, 1, 6],
          [0, 1, 3],
        ],
        [2, 3],
        'int32',
      ),
    ],
    (x, ids) => tf.gather(x, ids as tf.Tensor2D),
  )
  await start({ backend: 'cpu' })
  await expectAgreement([[3, 7, 2], tf.tensor1d([5, 0, 5, 5], 'int32')], (x, ids) => tf.gather(x, ids as tf.Tensor1D, 1))
})

test('unsortedSegmentSum leaves out ids that name no segment', async () => {
  await start({ backend: 'wasm' })
  const sums = tf.unsortedSegmentSum(
    tf.tensor2d([
      [1, 2],
      [3, 4],
      [5, 6],
    ]),
    tf.tensor1d([2, -1, 2], 'int32'),
    3,
  )
  expect(await sums.array()).toEqual([
    [0, 0],
    [0, 0],
    [6, 8],
  ])
})

test.each(['cpu', 'wasm'] as const)(
  'numeric padding counts with the window and stride of its own axis, on %s',
  async (backend) => {
    await start({ backend })
    const x = tf.ones([2, 7, 7, 5]) as tf.Tensor4D
    expect(tf.maxPool(x, [2, 3], [3, 2], 1).shape).toEqual([2, 3, 4, 5])
    expect(tf.avgPool(x, [2, 3], [3, 2], 1).shape).toEqual([2, 3, 4, 5])
    expect(tf.conv2d(x, tf.ones([2, 3, 5, 6]) as tf.Tensor4D, [3, 2], 1).shape).toEqual([2, 3, 4, 6])
    expect(tf.depthwiseConv2d(x, tf.ones([2, 3, 5, 1]) as tf.Tensor4D, [3, 3], 1).shape).toEqual([2, 3, 3, 5])
  },
)

const blocks: { shape: number[]; begin: number[]; size: number[] }[] = [
  { shape: [7], begin: [2], size: [3] },
  { shape: [5, 40], begin: [1, 0], size: [3, 40] },
  { shape: [5, 40], begin: [1, 3], size: [3, 30] },
  { shape: [3, 4, 5], begin: [0, 1, 0], size: [3, 2, 5] },
  { shape: [3, 4, 5], begin: [1, 0, 2], size: [2, 4, 1] },
  { shape: [2, 3, 4, 5], begin: [0, 1, 1, 0], size: [-1, 2, -1, 5] },
  { shape: [2, 3, 2, 3, 2], begin: [1, 0, 1, 1, 0], size: [1, 3, 1, 2, 2] },
  { shape: [4, 3], begin: [2, 1], size: [0, 2] },
]

test.each(blocks)('slice of $shape from $begin of $size', async ({ shape, begin, size }) => {
  await expectAgreement([shape], (x) => tf.slice(x, begin, size))
  const whole = tf.tidy(() =>
    tf.reshape(
      tf.range(
        0,
        shape.reduce((a, b) => a * b, 1),
        1,
        'int32',
      ),
      shape,
    ),
  )
  await expectAgreement([whole], (x) => tf.slice(x, begin, size), { gradients: false })
  await expectAgreement([tf.tidy(() => tf.greater(tf.tensor(numbers(24, 1), [2, 12]), 0))], (x) => tf.slice(x, [0, 3], [2, 4]), {
    gradients: false,
  })
})

test('split and unstack along every axis', async () => {
  for (const axis of [0, 1, 2, -1]) {
    await expectAgreement([[4, 6, 2]], (x) => tf.concat([...tf.split(x, 2, axis)].reverse(), axis))
    await expectAgreement([[4, 6, 2]], (x) => tf.stack([...tf.unstack(x, axis)].reverse(), 0))
  }
  await expectAgreement([[4, 6, 2]], (x) => tf.concat([...tf.split(x, [1, 3, 2], 1)].reverse(), 1))
  await start({ backend: 'wasm' })
  expect(() => tf.slice(tf.ones([3, 4]), [2, 0], [2, 4])).toThrow()
})
