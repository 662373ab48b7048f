import * as tf from '@tensorflow/tfjs-core'
import type { DotOptions } from '../../dsl/layers/index.js'
import type { Complete, Forward } from './forward.js'

// As one matrix product a sample: [..., k] by [k, ...].
export const dot: Forward<Complete<DotOptions>> = (inputs, _, { axes, normalize }) => {
  const [x, y] = inputs as [tf.Tensor, tf.Tensor]
  const [first, second] = typeof axes === 'number' ? [axes, axes] : axes
  const a = rows(x, first, normalize)
  const b = rows(y, second, normalize)
  const product = tf.matMul(a.matrix, tf.transpose(b.matrix, [0, 2, 1]))
  const rest = [...a.rest, ...b.rest]
  return tf.reshape(product, [x.shape[0] as number, ...(rest.length === 0 ? [1] : rest)])
}

// The axis moved to the end, all others in one.
function rows(x: tf.Tensor, axis: number, normalize: boolean): { matrix: tf.Tensor; rest: number[] } {
  const at = axis < 0 ? x.rank + axis : axis + 1
  const others = x.shape.map((_, k) => k).filter((k) => k > 0 && k !== at)
  const size = x.shape[at] as number
  const rest = others.map((k) => x.shape[k] as number)
  const count = rest.reduce((n, length) => n * length, 1)
  const matrix = tf.reshape(tf.transpose(x, [0, ...others, at]), [x.shape[0] as number, count, size])
  return { matrix: normalize ? unit(matrix) : matrix, rest }
}

// As Keras: nothing is divided by less than 1e-12.
function unit(x: tf.Tensor): tf.Tensor {
  return tf.mul(x, tf.rsqrt(tf.maximum(tf.sum(tf.square(x), -1, true), 1e-12)))
}
