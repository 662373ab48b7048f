import * as tf from '@tensorflow/tfjs-core'
import { globalPooling } from './globalPooling.js'

export const globalMaxPooling3d = globalPooling(tf.max)
