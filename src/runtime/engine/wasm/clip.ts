import * as tf from '@tensorflow/tfjs-core'
import { simdOf } from '../simd/module.js'
import { addressOf, allocate, sizeOf } from './heap.js'
import { type Replacement, replace } from './replacement.js'

// Replaced: ClipByValue, which makes the lower bound of NaN. The cross-entropies clip probabilities: a net whose outputs were all NaN had a
// loss of -ln(1e-7) = 16.118 for ever, and trained on in silence.
const clipByValue = replace<{ x: tf.TensorInfo }, tf.ClipByValueAttrs>(tf.ClipByValue, (shipped) => (call) => {
  const {
    inputs: { x },
    attrs: { clipValueMin, clipValueMax },
    backend,
  } = call
  if (x.dtype !== 'float32') return shipped(call)
  const out = allocate(backend, x.shape)
  simdOf(backend).clip(addressOf(backend, x), addressOf(backend, out), sizeOf(x.shape), clipValueMin, clipValueMax)
  return out
})

export const clipKernels: Replacement[] = [clipByValue]
