import * as tf from '@tensorflow/tfjs-core'
import { both, corePadding, type Padding, sidesOf } from './sides.js'

/** Options of a convolution over height and width. */
export interface Steps {
  readonly strides: number | readonly [number, number]
  readonly padding: Padding
  readonly dilationRate: number | readonly [number, number]
}

/** A convolution without dilation, on tfjs-core. */
export type Convolve = (
  x: tf.Tensor4D,
  kernel: tf.Tensor4D,
  strides: [number, number],
  padding: ReturnType<typeof corePadding>,
) => tf.Tensor4D

/**
 * A convolution with dilation as tfjs-core can differentiate it: every d-th row and column becomes an image of its own (space to
 * batch), an ordinary convolution runs over those, and the images are put together again. The kernel's first axes are its
 * height and width.
 */
export function dilated(x: tf.Tensor4D, kernel: tf.Tensor4D, options: Steps, convolve: Convolve): tf.Tensor4D {
  const dilation = both(options.dilationRate)
  const strides = both(options.strides)
  if (dilation[0] === 1 && dilation[1] === 1) return convolve(x, kernel, strides, corePadding(options.padding))
  const axes = ([0, 1] as const).map((axis) => {
    const size = x.shape[axis + 1] as number
    const taps = kernel.shape[axis] as number
    const [stride, d] = [strides[axis] as number, dilation[axis] as number]
    const [before, after] = sidesOf(options.padding, axis, size, taps, stride, d)
    const room = size + before + after
    // Filled up to a multiple of d; what the filling adds to the output is cut off again.
    const fill = (d - (room % d)) % d
    const made = Math.floor(((room + fill) / d - taps) / stride + 1) * d
    const wanted = Math.floor((room - (taps - 1) * d - 1) / stride) + 1
    return { before, after: after + fill, cut: made - wanted }
  })
  const pads = axes.map(({ before, after }) => [before, after])
  const crops = axes.map(({ cut }) => [0, cut])
  const images = tf.spaceToBatchND(x, dilation, pads)
  return tf.batchToSpaceND(convolve(images, kernel, strides, 'valid'), dilation, crops)
}

/**
 * A kernel with the zeros that dilation puts between its elements, for convolutions that tfjs-core can't dilate: d times
 * as much work on an axis as there is to do.
 */
export function filled(kernel: tf.Tensor, dilation: readonly number[]): tf.Tensor {
  return dilation.reduce((spread, d, axis) => {
    if (d === 1) return spread
    const { shape } = spread
    const taps = shape[axis] as number
    const rows = shape.slice(0, axis).reduce((n, size) => n * size, 1)
    const rest = shape.slice(axis + 1).reduce((n, size) => n * size, 1)
    const zeros = tf.zeros([rows, taps, d - 1, rest])
    const long = tf.reshape(tf.concat([tf.reshape(spread, [rows, taps, 1, rest]), zeros], 2), [rows, taps * d, rest])
    const extent = (taps - 1) * d + 1
    return tf.reshape(tf.slice(long, [0, 0, 0], [rows, extent, rest]), shape.with(axis, extent))
  }, kernel)
}
