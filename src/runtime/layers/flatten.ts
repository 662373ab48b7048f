import * as tf from '@tensorflow/tfjs-core'
import type { FlattenOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'

export const flatten: Forward<Complete<FlattenOptions>> = (inputs) => {
  const x = only(inputs)
  // The row's length is said outright: -1 has no answer for an empty batch.
  return tf.reshape(x, [x.shape[0] as number, x.shape.slice(1).reduce((n, size) => n * size, 1)])
}
