import * as tf from '@tensorflow/tfjs-core'
import { merging } from './merge.js'

export const minimum = merging((a, b) => tf.minimum(a, b))
