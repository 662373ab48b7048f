import * as tf from '@tensorflow/tfjs-core'
import { pooling3d } from './pooling3d.js'

// The mean of ones and padding is the share of a window that counts.
export const averagePooling3d = pooling3d(tf.avgPool3d, 0, (y, x, alike) =>
  tf.div(y, alike(tf.ones([1, ...x.shape.slice(1, -1), 1]))),
)
