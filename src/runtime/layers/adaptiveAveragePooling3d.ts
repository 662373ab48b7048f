import * as tf from '@tensorflow/tfjs-core'
import { adaptivePooling } from './adaptivePooling.js'

export const adaptiveAveragePooling3d = adaptivePooling(tf.mean)
