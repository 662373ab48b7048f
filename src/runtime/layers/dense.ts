import * as tf from '@tensorflow/tfjs-core'
import type { DenseOptions } from '../../dsl/layers/index.js'
import { activate } from './activation.js'
import { type Complete, type Forward, only } from './forward.js'

// matMul of a higher rank by a matrix has no gradient in tfjs-core: leading axes are folded into the batch.
export const dense: Forward<Complete<DenseOptions>> = (inputs, { kernel, bias }, options) => {
  const x = only(inputs)
  const [features, units] = (kernel as tf.Tensor).shape as [number, number]
  const rows = x.rank === 2 ? x : tf.reshape(x, [-1, features])
  const product = tf.matMul(rows, kernel as tf.Tensor)
  const sum = bias === undefined ? product : tf.add(product, bias)
  const out = x.rank === 2 ? sum : tf.reshape(sum, [...x.shape.slice(0, -1), units])
  return activate(out, options.activation)
}
