import * as tf from '@tensorflow/tfjs-core'
import type { SeparableConv2dOptions } from '../../dsl/layers/index.js'
import { biased } from './activation.js'
import { dilated } from './dilated.js'
import { type Complete, type Forward, only } from './forward.js'

export const separableConv2d: Forward<Complete<SeparableConv2dOptions>> = (
  inputs,
  { depthwiseKernel, pointwiseKernel, bias },
  options,
) => {
  const channels = dilated(
    only(inputs) as tf.Tensor4D,
    depthwiseKernel as tf.Tensor4D,
    options,
    tf.depthwiseConv2d as Parameters<typeof dilated>[3],
  )
  return biased(tf.conv2d(channels, pointwiseKernel as tf.Tensor4D, 1, 'valid'), bias, options.activation)
}
