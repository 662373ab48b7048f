import * as tf from '@tensorflow/tfjs-core'
import type { Conv3dOptions } from '../../dsl/layers/index.js'
import { biased } from './activation.js'
import { filled } from './dilated.js'
import { type Complete, type Forward, only } from './forward.js'
import { grouped } from './grouped.js'
import { padded } from './padded.js'
import { each } from './sides.js'

export const conv3d: Forward<Complete<Conv3dOptions>> = (inputs, { kernel, bias }, options) => {
  const strides = each(3, options.strides)
  const dilation = each(3, options.dilationRate)
  const room = padded(only(inputs), options.padding, (kernel as tf.Tensor).shape, strides, dilation)
  const filters = filled(kernel as tf.Tensor, dilation)
  const convolve = (x: tf.Tensor, part: tf.Tensor): tf.Tensor =>
    tf.conv3d(x as tf.Tensor5D, part as tf.Tensor5D, strides as [number, number, number], 'valid')
  return biased(grouped(room, filters, options.groups, convolve), bias, options.activation)
}
