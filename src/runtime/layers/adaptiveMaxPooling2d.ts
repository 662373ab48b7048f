import * as tf from '@tensorflow/tfjs-core'
import { adaptivePooling } from './adaptivePooling.js'

export const adaptiveMaxPooling2d = adaptivePooling(tf.max)
