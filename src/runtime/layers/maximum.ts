import * as tf from '@tensorflow/tfjs-core'
import { merging } from './merge.js'

export const maximum = merging((a, b) => tf.maximum(a, b))
