import * as tf from '@tensorflow/tfjs-core'
import type { DepthwiseConv2dOptions } from '../../dsl/layers/index.js'
import { biased } from './activation.js'
import { dilated } from './dilated.js'
import { type Complete, type Forward, only } from './forward.js'

export const depthwiseConv2d: Forward<Complete<DepthwiseConv2dOptions>> = (inputs, { kernel, bias }, options) =>
  biased(
    dilated(only(inputs) as tf.Tensor4D, kernel as tf.Tensor4D, options, tf.depthwiseConv2d as Parameters<typeof dilated>[3]),
    bias,
    options.activation,
  )
