import * as tf from '@tensorflow/tfjs-core'
import { simdOf } from '../engine/simd/module.js'
import { addressOf, dataOf, renewId, type WasmBackend } from '../engine/wasm/heap.js'
import type { Factors, Rule } from './rules.js'

/**
 * Makes a step on wasm's heap, over the old values: Adam on 0.5 million weights in a seventh of the time of ten operations that
 * allocate. Returns false, with nothing done, on another backend and where the data of a variable or slot is shared: a clone, a
 * reshape or a tensor that a gradient still needs would change with it.
 */
export function stepInPlace(
  rule: Rule,
  variable: tf.Variable,
  slots: readonly tf.Variable[],
  gradient: tf.Tensor,
  factors: Factors,
): boolean {
  if (tf.getBackend() !== 'wasm') return false
  const backend = tf.backend() as unknown as WasmBackend
  const written = [variable, ...slots]
  if (written.some((tensor) => dataOf(backend, tensor).refCount !== 1)) return false
  const addresses = [...written, gradient].map((tensor) => addressOf(backend, tensor))
  simdOf(backend)[rule.procedure](...addresses, variable.size, ...factors)
  // The shipped kernels that pack weights know them by id.
  renewId(backend, variable)
  return true
}
