import * as tf from '@tensorflow/tfjs-core'
import type { BatchNormalizationOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'
import { alongAxes, batched, normalized } from './normalize.js'

export const batchNormalization: Forward<Complete<BatchNormalizationOptions>> = (
  inputs,
  { gamma, beta, movingMean, movingVariance },
  { axis, momentum, epsilon, trainable },
  { training, assign },
) => {
  const x = only(inputs)
  const [channels] = batched(axis ?? -1, x.rank) as [number]
  // What has the size of the last axis stretches to x as it is.
  const along = <W extends tf.Tensor | undefined>(weight: W): W =>
    channels === x.rank - 1 ? weight : (alongAxes(weight, [channels], x) as W)
  const scaling = { gamma: along(gamma), beta: along(beta) }
  const moving = { mean: movingMean as tf.Tensor, variance: movingVariance as tf.Tensor }
  // As Keras: while it is frozen, the moving statistics are used, and stay.
  const frozen = !training || !trainable
  const { mean, variance } = frozen
    ? moving
    : tf.moments(
        x,
        x.shape.map((_, at) => at).filter((at) => at !== channels),
      )
  if (!frozen) {
    const moved = (from: tf.Tensor, to: tf.Tensor): tf.Tensor => tf.add(tf.mul(from, momentum), tf.mul(to, 1 - momentum))
    assign('movingMean', moved(moving.mean, mean))
    assign('movingVariance', moved(moving.variance, variance))
  }
  return normalized(x, { mean: along(mean), variance: along(variance) }, epsilon, scaling)
}
