import * as tf from '@tensorflow/tfjs-core'
import { pooling3d } from './pooling3d.js'

// The least number there is: padding never wins.
export const maxPooling3d = pooling3d(tf.maxPool3d, -3.4028234663852886e38)
