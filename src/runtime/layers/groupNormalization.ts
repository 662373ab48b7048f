import * as tf from '@tensorflow/tfjs-core'
import type { GroupNormalizationOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'
import { normalized, scaled } from './normalize.js'

export const groupNormalization: Forward<Complete<GroupNormalizationOptions>> = (
  inputs,
  { gamma, beta },
  { groups, epsilon },
) => {
  const x = only(inputs)
  const [batch, channels] = [x.shape[0] as number, x.shape.at(-1) as number]
  const parts = groups === -1 ? channels : groups
  // [batch, positions, groups, channels of one]
  const positions = x.shape.slice(1, -1).reduce((n, size) => n * size, 1)
  const grouped = tf.reshape(x, [batch, positions, parts, channels / parts])
  const normal = normalized(grouped, tf.moments(grouped, [1, 3], true), epsilon, {})
  return scaled(tf.reshape(normal, x.shape), gamma, beta)
}
