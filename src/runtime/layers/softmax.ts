import * as tf from '@tensorflow/tfjs-core'
import type { SoftmaxOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'
import { batched } from './normalize.js'

// Of primitive operations: tfjs-core's own takes the last axis alone. The largest value cancels out, and has no gradient here.
export const softmax: Forward<Complete<SoftmaxOptions>> = (inputs, _, { axis }) => {
  const x = only(inputs)
  const axes = batched(axis, x.rank)
  if (axes.length === 1 && axes[0] === x.rank - 1) return tf.softmax(x)
  return tf.exp(tf.sub(x, tf.logSumExp(x, axes, true)))
}
