import type * as tf from '@tensorflow/tfjs-core'
import { simdOf } from '../simd/module.js'
import { addressOf, allocate, sizeOf } from './heap.js'
import { type Replacement, replace } from './replacement.js'

/** The name of a kernel of our own, which only wasm has; the gradient of Relu uses it where it is there. */
export const reluGradientName = 'ShapeproofReluGrad'

// New: the gradient of Relu in one pass over x and dy, where tfjs makes three kernels, step, cast and multiply, of it.
const reluGradient = replace<{ x: tf.TensorInfo; dy: tf.TensorInfo }>(
  reluGradientName,
  () =>
    ({ inputs: { x, dy }, backend }) => {
      const out = allocate(backend, x.shape)
      simdOf(backend).reluGradient(addressOf(backend, x), addressOf(backend, dy), addressOf(backend, out), sizeOf(x.shape))
      return out
    },
)

export const reluGradientKernels: Replacement[] = [reluGradient]
