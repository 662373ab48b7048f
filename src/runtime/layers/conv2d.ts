import * as tf from '@tensorflow/tfjs-core'
import type { Conv2dOptions } from '../../dsl/layers/index.js'
import { biased } from './activation.js'
import { dilated } from './dilated.js'
import { type Complete, type Forward, only } from './forward.js'
import { grouped } from './grouped.js'

export const conv2d: Forward<Complete<Conv2dOptions>> = (inputs, { kernel, bias }, options) =>
  biased(
    grouped(only(inputs) as tf.Tensor4D, kernel as tf.Tensor4D, options.groups, (x, filters) =>
      dilated(x, filters, options, tf.conv2d),
    ),
    bias,
    options.activation,
  )
