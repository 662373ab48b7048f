import * as tf from '@tensorflow/tfjs-core'
import { merging } from './merge.js'

export const subtract = merging((a, b) => tf.sub(a, b))
