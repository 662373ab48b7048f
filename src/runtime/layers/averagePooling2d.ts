import * as tf from '@tensorflow/tfjs-core'
import type { AveragePooling2dOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'
import { both, corePadding } from './sides.js'

export const averagePooling2d: Forward<Complete<AveragePooling2dOptions>> = (inputs, _, { poolSize, strides, padding }) =>
  tf.avgPool(only(inputs) as tf.Tensor4D, both(poolSize), both(strides ?? poolSize), corePadding(padding))
