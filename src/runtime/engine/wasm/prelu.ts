import * as tf from '@tensorflow/tfjs-core'
import type { WasmBackend } from './heap.js'
import { sizeOf } from './heap.js'
import { type Replacement, replace } from './replacement.js'

// Replaced: Prelu, which takes alpha for one number a channel whatever its shape: [1, 3, 1, 5] over [2, 3, 4, 5] reads beyond the five
// (values 1.3 off), and so does Keras's default of one alpha an element. Those shapes are made of max(x, 0) - alpha max(-x, 0).

function call(backend: WasmBackend, kernelName: string, inputs: Record<string, tf.TensorInfo>): tf.TensorInfo {
  return tf.getKernel(kernelName, 'wasm').kernelFunc({ inputs, attrs: {}, backend }) as tf.TensorInfo
}

const prelu = replace<{ x: tf.TensorInfo; alpha: tf.TensorInfo }>('Prelu', (shipped) => (run) => {
  const {
    inputs: { x, alpha },
    backend,
  } = run
  if (sizeOf(alpha.shape) === (x.shape.at(-1) ?? 1) && (alpha.shape.at(-1) ?? 1) === (x.shape.at(-1) ?? 1)) return shipped(run)
  const above = call(backend, 'Relu', { x })
  const negated = call(backend, 'Neg', { x })
  const below = call(backend, 'Relu', { x: negated })
  const scaled = call(backend, 'Multiply', { a: below, b: alpha })
  const out = call(backend, 'Sub', { a: above, b: scaled })
  for (const { dataId } of [above, negated, below, scaled]) backend.disposeData(dataId)
  return out
})

export const preluKernels: Replacement[] = [prelu]
