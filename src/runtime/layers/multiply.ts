import * as tf from '@tensorflow/tfjs-core'
import { merging } from './merge.js'

export const multiply = merging((a, b) => tf.mul(a, b))
