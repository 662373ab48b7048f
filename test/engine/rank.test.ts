import * as tf from '@tensorflow/tfjs-core'
import { describe, test } from 'vitest'
import { expectAgreement } from './both-backends.js'

// More axes than the six that wasm's own kernels know: values and gradients as on the cpu.

const operations: Record<string, (a: tf.Tensor, b: tf.Tensor) => tf.Tensor> = {
  add: tf.add,
  sub: tf.sub,
  mul: tf.mul,
  div: (a, b) => tf.div(a, tf.add(tf.abs(b), 0.5)),
  squaredDifference: tf.squaredDifference,
}

const pairs: Record<string, [readonly number[], readonly number[]]> = {
  'six axes, the most that go straight': [
    [2, 1, 3, 1, 2, 2],
    [1, 3, 1, 2, 1, 2],
  ],
  'seven, equal': [
    [2, 1, 2, 3, 1, 2, 2],
    [2, 1, 2, 3, 1, 2, 2],
  ],
  'a number': [[2, 1, 2, 3, 1, 2, 2], []],
  'a channel': [[2, 2, 2, 1, 2, 2, 3], [3]],
  'fewer axes': [
    [2, 2, 3, 1, 2, 2, 3],
    [3, 1, 1, 2, 1],
  ],
  'stretched in the middle': [
    [2, 2, 3, 1, 1, 2, 3],
    [2, 2, 1, 2, 2, 1, 3],
  ],
  'seven that take turns': [
    [2, 1, 3, 1, 2, 1, 2],
    [1, 2, 1, 3, 1, 2, 1],
  ],
  'eight that take turns, some equal': [
    [2, 1, 2, 2, 1, 2, 1, 2],
    [1, 2, 2, 1, 2, 2, 3, 1],
  ],
  nine: [
    [1, 2, 1, 2, 1, 2, 1, 2, 2],
    [2, 2, 1, 1, 1, 2, 2, 2, 1],
  ],
}

describe.each(Object.entries(operations))('%s', (_, operation) => {
  test.each(Object.entries(pairs))('%s', async (_, [a, b]) => {
    await expectAgreement([a, b], operation)
    await expectAgreement([b, a], operation)
  })
})

test('whole numbers', async () => {
  const whole = (x: tf.Tensor) => tf.cast(tf.mul(x, 9), 'int32')
  await expectAgreement(pairs['seven that take turns'] ?? [], (a, b) => tf.add(whole(a), whole(b)), { gradients: false })
})

const paddings: Record<string, readonly [number, number][]> = {
  none: Array.from({ length: 7 }, () => [0, 0]),
  'the first and the last': [[1, 2], ...Array.from({ length: 5 }, (): [number, number] => [0, 0]), [0, 1]],
  'behind one that stays': [
    [0, 0],
    [0, 0],
    [2, 0],
    [0, 0],
    [0, 1],
    [0, 0],
    [1, 1],
  ],
  all: Array.from({ length: 7 }, (_, axis) => [axis % 2, 1]),
}

test.each(Object.entries(paddings))('pad, %s', async (_, padding) => {
  await expectAgreement([[2, 1, 2, 2, 1, 3, 2]], (x) => tf.pad(x, [...padding], 0.5))
})
