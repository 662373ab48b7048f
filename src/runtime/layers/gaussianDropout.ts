import * as tf from '@tensorflow/tfjs-core'
import type { GaussianDropoutOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'
import { noise } from './noise.js'

export const gaussianDropout: Forward<Complete<GaussianDropoutOptions>> = (inputs, _, { rate }, { training, seed }) => {
  const x = only(inputs)
  if (!training || rate === 0) return tf.clone(x)
  const deviation = Math.sqrt(rate / (1 - rate))
  return tf.mul(
    x,
    noise(x, undefined, seed, (random) => random.normal(1, deviation)),
  )
}
