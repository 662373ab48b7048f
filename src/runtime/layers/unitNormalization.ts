import * as tf from '@tensorflow/tfjs-core'
import type { UnitNormalizationOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'
import { batched } from './normalize.js'

// As Keras: nothing is divided by less than 1e-6.
export const unitNormalization: Forward<Complete<UnitNormalizationOptions>> = (inputs, _, { axis }) => {
  const x = only(inputs)
  return tf.mul(x, tf.rsqrt(tf.maximum(tf.sum(tf.square(x), batched(axis, x.rank), true), 1e-12)))
}
