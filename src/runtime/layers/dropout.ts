import * as tf from '@tensorflow/tfjs-core'
import type { DropoutOptions } from '../../dsl/layers/index.js'
import { createRandom } from '../random.js'
import { type Complete, type Forward, only } from './forward.js'

export const dropout: Forward<Complete<DropoutOptions>> = (inputs, _, { rate }, { training, seed }) => {
  const x = only(inputs)
  if (!training || rate === 0) return tf.clone(x)
  return tf.mul(x, tf.tensor(mask(x.size, rate, seed), x.shape))
}

// Drawn in plain memory rather than by the engine: the same seed drops the same values on every backend.
function mask(size: number, rate: number, seed: number): Float32Array {
  const random = createRandom(seed)
  const kept = 1 / (1 - rate)
  return Float32Array.from({ length: size }, () => (random.uniform() < rate ? 0 : kept))
}
