import * as tf from '@tensorflow/tfjs-core'
import type { ReshapeOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'

// What is left for -1 is said outright: in an empty batch tfjs-core has no answer.
export const reshape: Forward<Complete<ReshapeOptions>> = (inputs, _, { targetShape }) => {
  const x = only(inputs)
  const [batch, ...shape] = x.shape as [number, ...number[]]
  const product = (sizes: readonly number[]): number => sizes.reduce((n, size) => n * size, 1)
  const rest = product(shape) / Math.abs(product(targetShape))
  return tf.reshape(x, [batch, ...targetShape.map((size) => (size === -1 ? rest : size))])
}
