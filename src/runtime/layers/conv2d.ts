import * as tf from '@tensorflow/tfjs-core'
import type { Conv2dOptions } from '../../dsl/layers/index.js'
import { activate } from './activation.js'
import { type Complete, type Forward, only } from './forward.js'
import { both, corePadding, sidesOf } from './sides.js'

type Options = Complete<Conv2dOptions>

export const conv2d: Forward<Options> = (inputs, { kernel, bias }, options) => {
  const convolved = grouped(only(inputs) as tf.Tensor4D, kernel as tf.Tensor4D, options)
  return activate(bias === undefined ? convolved : tf.add(convolved, bias), options.activation)
}

// tfjs-core refuses kernels of fewer channels than the input on cpu and wasm: each group is a convolution of its own.
function grouped(x: tf.Tensor4D, kernel: tf.Tensor4D, options: Options): tf.Tensor {
  if (options.groups === 1) return dilated(x, kernel, options)
  const parts = tf.split(x, options.groups, 3) as tf.Tensor4D[]
  const kernels = tf.split(kernel, options.groups, 3) as tf.Tensor4D[]
  return tf.concat(
    parts.map((part, group) => dilated(part, kernels[group] as tf.Tensor4D, options)),
    3,
  )
}

function dilated(x: tf.Tensor4D, kernel: tf.Tensor4D, options: Options): tf.Tensor4D {
  const [down, across] = both(options.dilationRate)
  if (down === 1 && across === 1) return tf.conv2d(x, kernel, both(options.strides), corePadding(options.padding))
  return spread(x, kernel, options, [down, across])
}

/**
 * Dilation as tfjs-core can differentiate it: every d-th row and column becomes an image of its own (space to batch), an
 * ordinary convolution runs over those, and the images are put together again.
 */
function spread(x: tf.Tensor4D, kernel: tf.Tensor4D, options: Options, dilation: [number, number]): tf.Tensor4D {
  const strides = both(options.strides)
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
  return tf.batchToSpaceND(tf.conv2d(images, kernel, strides, 'valid'), dilation, crops)
}
