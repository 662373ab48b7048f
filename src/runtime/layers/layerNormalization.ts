import * as tf from '@tensorflow/tfjs-core'
import type { LayerNormalizationOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'
import { alongAxes, batched, normalized } from './normalize.js'

export const layerNormalization: Forward<Complete<LayerNormalizationOptions>> = (inputs, { gamma, beta }, { axis, epsilon }) => {
  const x = only(inputs)
  const axes = batched(axis, x.rank)
  return normalized(x, tf.moments(x, axes, true), epsilon, { gamma: alongAxes(gamma, axes, x), beta: alongAxes(beta, axes, x) })
}
