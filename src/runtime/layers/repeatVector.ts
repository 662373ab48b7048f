import * as tf from '@tensorflow/tfjs-core'
import type { RepeatVectorOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'

export const repeatVector: Forward<Complete<RepeatVectorOptions>> = (inputs, _, { n }) => {
  const x = only(inputs)
  const [batch, features] = x.shape as [number, number]
  return tf.broadcastTo(tf.reshape(x, [batch, 1, features]), [batch, n, features])
}
