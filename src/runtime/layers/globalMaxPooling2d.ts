import * as tf from '@tensorflow/tfjs-core'
import { globalPooling } from './globalPooling.js'

export const globalMaxPooling2d = globalPooling(tf.max)
