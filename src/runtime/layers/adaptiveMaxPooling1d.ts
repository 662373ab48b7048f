import * as tf from '@tensorflow/tfjs-core'
import { adaptivePooling } from './adaptivePooling.js'

export const adaptiveMaxPooling1d = adaptivePooling(tf.max)
