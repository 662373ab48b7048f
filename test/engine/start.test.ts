import * as tf from '@tensorflow/tfjs-core'
import { expect, test } from 'vitest'
import { switchTo } from '../../src/runtime/engine/backends.js'
import { ensureStarted, start } from '../../src/runtime/engine/start.js'

test('starts wasm in Node, once for concurrent calls', async () => {
  const [first, second] = await Promise.all([start(), ensureStarted()])
  expect(first).toEqual({ backend: 'wasm' })
  expect(second).toBe(first)
  expect(tf.getBackend()).toBe('wasm')
})

test('switches backends when told, and keeps what runs when not', async () => {
  expect(await start({ backend: 'cpu' })).toEqual({ backend: 'cpu' })
  expect(await start()).toEqual({ backend: 'cpu' })
  const both = await Promise.all([start({ backend: 'wasm' }), start({ backend: 'cpu' }), start({ backend: 'wasm' })])
  expect(both.map(({ backend }) => backend)).toEqual(['wasm', 'cpu', 'wasm'])
  expect(tf.getBackend()).toBe('wasm')
})

test('refuses options that are none, with a sentence', async () => {
  // biome-ignore lint/suspicious/noExplicitAny: as from JavaScript
  const loose = start as any
  await expect(loose({ backend: 'wsam' })).rejects.toThrow(
    "start: backend must be one of 'wasm', 'cpu', 'webgl', 'webgpu' (was 'wsam')",
  )
  await expect(loose('wasm')).rejects.toThrow("start: options must be an object such as { backend: 'wasm' } (was 'wasm')")
  await expect(loose({ back: 'wasm' })).rejects.toThrow("start: options must be among backend, wasmPaths (was 'back')")
  expect(await start({ backend: undefined, wasmPaths: undefined })).toEqual({ backend: tf.getBackend() })
})

test('names the package of a backend that is not installed', async () => {
  await start({ backend: 'wasm' })
  await expect(start({ backend: 'webgl' })).rejects.toThrow(
    "start: backend 'webgl' needs the package @tensorflow/tfjs-backend-webgl; install it",
  )
  expect(await start()).toEqual({ backend: 'wasm' })
  expect(tf.getBackend()).toBe('wasm')
})

test('registers gradients, the missing ones of comparisons included', async () => {
  await start()
  const [byX] = tf.grads((x, y) =>
    tf.sum(tf.where(tf.greater(x as tf.Tensor, y as tf.Tensor), tf.mul(x as tf.Tensor, 3), y as tf.Tensor)),
  )([tf.tensor1d([1, 5]), tf.tensor1d([2, 4])])
  expect([...(await (byX as tf.Tensor).data())]).toEqual([0, 3])
})

test('tells why a backend did not start, and leaves the one that ran in its place', async () => {
  await start({ backend: 'wasm' })
  for (const fail of [
    () => Promise.reject(new Error('no adapter.')),
    () => {
      throw new Error('no adapter.')
    },
  ]) {
    tf.registerBackend('webgpu', fail)
    await expect(switchTo('webgpu')).rejects.toThrow("start: backend 'webgpu' did not start (no adapter); use 'wasm'")
    tf.removeBackend('webgpu')
    expect(tf.getBackend()).toBe('wasm')
    expect([...(await tf.add(tf.tensor1d([1, 2]), 1).data())]).toEqual([2, 3])
  }
})
