import * as tf from '@tensorflow/tfjs-core'
import { expect, test } from 'vitest'
import { start } from '../../src/runtime/engine/start.js'
import { expectAgreement } from './both-backends.js'

test('clip agrees with the other backend, in values and gradients', async () => {
  await expectAgreement([[3, 7]], (x) => tf.clipByValue(x as tf.Tensor, -0.5, 0.25))
  await expectAgreement([[1]], (x) => tf.clipByValue(x as tf.Tensor, 1e-7, 1 - 1e-7))
})

test.each(['wasm', 'cpu'] as const)('clip keeps NaN on %s, wherever in a tensor it stands', async (backend) => {
  await start({ backend })
  const values = [Number.NaN, -1, 0.5, 2, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN]
  const clipped = await tf.clipByValue(tf.tensor1d(values), 0.25, 1).data()
  expect([...clipped]).toEqual([Number.NaN, 0.25, 0.5, 1, 1, 0.25, Number.NaN])
})
