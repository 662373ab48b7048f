import * as tf from '@tensorflow/tfjs-core'
import { type Padding, sidesOf } from './sides.js'

/** A tensor with its padding written out, for operations of three axes: tfjs-core takes no pairs there. */
export function padded(
  x: tf.Tensor,
  padding: Padding,
  kernel: readonly number[],
  strides: readonly number[],
  dilation: readonly number[],
  value = 0,
): tf.Tensor {
  const sides = strides.map((stride, axis) =>
    sidesOf(padding, axis, x.shape[axis + 1] as number, kernel[axis] as number, stride, dilation[axis] as number),
  )
  return sides.flat().every((side) => side === 0) ? x : tf.pad(x, [[0, 0], ...sides, [0, 0]], value)
}
