// Bare Node, no vitest, no bundler: gradients exist after the bundle is loaded, and a convolution trains on wasm.
//   node test/engine/smoke.mjs [dist/runtime/engine/gradients.bundle.js] [dist/runtime/engine/start.js]
import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as tf from '@tensorflow/tfjs-core'

let checks = 0
const check = (test) => {
  test()
  checks++
}
const [bundle = 'dist/runtime/engine/gradients.bundle.js', engine] = process.argv.slice(2)
const load = (path) => import(pathToFileURL(resolve(path)).href)

check(() => assert.equal(tf.getGradient('Sum'), undefined, 'tfjs-core registers gradients by itself now: the bundle may go'))
await load(bundle)
check(() => assert.notEqual(tf.getGradient('Sum'), undefined, 'the bundle registered no gradients'))
await import('@tensorflow/tfjs-backend-cpu')
await tf.setBackend('cpu')
// Else the backend greets.
tf.backend().firstUse = false
const slope = tf.grad((x) => tf.sum(tf.square(x)))(tf.tensor1d([1, -2, 3]))
check(() => assert.deepEqual([...slope.dataSync()], [2, -4, 6]))
const product = tf.grad((x) => tf.prod(x))(tf.tensor1d([2, 3, 4]))
check(() => assert.deepEqual([...product.dataSync()], [12, 8, 6]))

if (engine !== undefined) {
  const { start } = await load(engine)
  const started = await start({ backend: 'wasm' })
  check(() => assert.deepEqual(started, { backend: 'wasm' }))
  const x = tf.ones([1, 4, 4, 1])
  const byFilter = tf.grad((filter) => tf.sum(tf.conv2d(x, filter, 1, 'same')))(tf.ones([3, 3, 1, 1]))
  check(() => assert.deepEqual([...byFilter.dataSync()], [9, 12, 9, 12, 16, 12, 9, 12, 9]))
}
console.log(`engine smoke in Node ${process.versions.node}: ${checks} passed, 0 failed`)
