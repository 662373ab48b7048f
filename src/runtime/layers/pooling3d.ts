import type * as tf from '@tensorflow/tfjs-core'
import type { PoolingOptions } from '../../dsl/poolings.js'
import type { Padding3d, PerAxis3d } from '../../dsl/windows.js'
import { type Complete, type Forward, only } from './forward.js'
import { padded } from './padded.js'
import { each } from './sides.js'

type Sizes = [number, number, number]

/** A pooling without padding, on tfjs-core. */
export type Pool3d = (x: tf.Tensor5D, size: Sizes, strides: Sizes, padding: 'valid') => tf.Tensor5D

/**
 * The forward pass of a pooling over depth, height and width; `finish` sees the padded pooling, and how to pool something else
 * alike.
 */
export function pooling3d(
  pool: Pool3d,
  filler: number,
  finish: (y: tf.Tensor, x: tf.Tensor, alike: (other: tf.Tensor) => tf.Tensor) => tf.Tensor = (y) => y,
): Forward<Complete<PoolingOptions<PerAxis3d, Padding3d>>> {
  return (inputs, _, { poolSize, strides, padding }) => {
    const x = only(inputs)
    const size = each(3, poolSize) as Sizes
    const steps = each(3, strides ?? poolSize) as Sizes
    const pooled = (other: tf.Tensor): tf.Tensor =>
      pool(padded(other, padding, size, steps, [1, 1, 1], filler) as tf.Tensor5D, size, steps, 'valid')
    return padding === 'valid' ? pooled(x) : finish(pooled(x), x, pooled)
  }
}
