import * as tf from '@tensorflow/tfjs-core'
import { type ConvolveBack, transposedConvolution } from './transposed.js'

export const conv2dTranspose = transposedConvolution(2, tf.conv2dTranspose as unknown as ConvolveBack)
