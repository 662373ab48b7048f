import * as tf from '@tensorflow/tfjs-core'
import type { RmsNormalizationOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'
import { alongAxes, batched, scaled } from './normalize.js'

export const rmsNormalization: Forward<Complete<RmsNormalizationOptions>> = (inputs, { scale }, { axis, epsilon }) => {
  const x = only(inputs)
  const axes = batched(axis, x.rank)
  const inverse = tf.rsqrt(tf.add(tf.mean(tf.square(x), axes, true), epsilon))
  return scaled(tf.mul(x, inverse), alongAxes(scale, axes, x), undefined)
}
