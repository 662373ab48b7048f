import * as tf from '@tensorflow/tfjs-core'
import { globalPooling } from './globalPooling.js'

export const globalAveragePooling2d = globalPooling(tf.mean)
