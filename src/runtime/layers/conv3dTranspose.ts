import * as tf from '@tensorflow/tfjs-core'
import { type ConvolveBack, transposedConvolution } from './transposed.js'

export const conv3dTranspose = transposedConvolution(3, tf.conv3dTranspose as unknown as ConvolveBack)
