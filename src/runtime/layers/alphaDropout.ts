import * as tf from '@tensorflow/tfjs-core'
import type { AlphaDropoutOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'
import { noise } from './noise.js'

// Where selu ends on the left: -α · λ of Klambauer et al.
const DROPPED = -1.6732632423543772 * 1.0507009873554805

export const alphaDropout: Forward<Complete<AlphaDropoutOptions>> = (inputs, _, { rate, noiseShape }, { training, seed }) => {
  const x = only(inputs)
  if (!training || rate === 0) return tf.clone(x)
  const scale = 1 / Math.sqrt((1 - rate) * (1 + rate * DROPPED ** 2))
  const kept = noise(x, noiseShape, seed, (random) => (random.uniform() < rate ? 0 : 1))
  // scale · (x · kept + DROPPED · (1 - kept)) - scale · DROPPED · rate
  const instead = tf.mul(tf.sub(1 - rate, kept), scale * DROPPED)
  return tf.add(tf.mul(x, tf.mul(kept, scale)), instead)
}
