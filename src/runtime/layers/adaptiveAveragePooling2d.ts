import * as tf from '@tensorflow/tfjs-core'
import { adaptivePooling } from './adaptivePooling.js'

export const adaptiveAveragePooling2d = adaptivePooling(tf.mean)
