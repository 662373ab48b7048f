import * as tf from '@tensorflow/tfjs-core'
import { merging } from './merge.js'

export const add = merging((a, b) => tf.add(a, b))
