import * as tf from '@tensorflow/tfjs-core'
import type { GlobalAveragePooling2dOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'

export const globalAveragePooling2d: Forward<Complete<GlobalAveragePooling2dOptions>> = (inputs) => tf.mean(only(inputs), [1, 2])
