import * as tf from '@tensorflow/tfjs-core'
import type { GaussianNoiseOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'
import { noise } from './noise.js'

export const gaussianNoise: Forward<Complete<GaussianNoiseOptions>> = (inputs, _, { stddev }, { training, seed }) => {
  const x = only(inputs)
  if (!training || stddev === 0) return tf.clone(x)
  return tf.add(
    x,
    noise(x, undefined, seed, (random) => random.normal(0, stddev)),
  )
}
