import * as tf from '@tensorflow/tfjs-core'
import type { PreluOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'

export const prelu: Forward<Complete<PreluOptions>> = (inputs, { alpha }) => {
  const x = only(inputs)
  return tf.sub(tf.relu(x), tf.mul(alpha as tf.Tensor, tf.relu(tf.neg(x))))
}
