import type * as tf from '@tensorflow/tfjs-core'
import type { GlobalPoolingOptions } from '../../dsl/poolings.js'
import { type Complete, type Forward, only } from './forward.js'

/** Reduces axes of a tensor to one value each: `tf.mean` or `tf.max`. */
export type Reduce = (x: tf.Tensor, axis: number | number[], keepDims?: boolean) => tf.Tensor

/** The forward pass of a pooling over all axes of a sample but the channels. */
export function globalPooling(reduce: Reduce): Forward<Complete<GlobalPoolingOptions>> {
  return (inputs, _, { keepdims }) => {
    const x = only(inputs)
    return reduce(
      x,
      x.shape.slice(2).map((_, axis) => axis + 1),
      keepdims,
    )
  }
}
