import * as tf from '@tensorflow/tfjs-core'
import type { BatchNormalizationOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'
import { normalized } from './normalize.js'

type Statistics = { readonly mean: tf.Tensor; readonly variance: tf.Tensor }

export const batchNormalization: Forward<Complete<BatchNormalizationOptions>> = (
  inputs,
  weights,
  { momentum, epsilon, trainable },
  { training, assign },
) => {
  const x = only(inputs)
  const { movingMean, movingVariance } = weights
  const moving = { mean: movingMean as tf.Tensor, variance: movingVariance as tf.Tensor }
  // As Keras: while it is frozen, the moving statistics are used, and stay.
  if (!training || !trainable) return normalized(x, moving, epsilon, weights)
  const batch: Statistics = tf.moments(x, x.shape.map((_, axis) => axis).slice(0, -1))
  const moved = (from: tf.Tensor, to: tf.Tensor): tf.Tensor => tf.add(tf.mul(from, momentum), tf.mul(to, 1 - momentum))
  assign('movingMean', moved(moving.mean, batch.mean))
  assign('movingVariance', moved(moving.variance, batch.variance))
  return normalized(x, batch, epsilon, weights)
}
