import * as tf from '@tensorflow/tfjs-core'
import type { MaxPooling2dOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'
import { both, corePadding } from './sides.js'

export const maxPooling2d: Forward<Complete<MaxPooling2dOptions>> = (inputs, _, { poolSize, strides, padding }) =>
  tf.maxPool(only(inputs) as tf.Tensor4D, both(poolSize), both(strides ?? poolSize), corePadding(padding))
