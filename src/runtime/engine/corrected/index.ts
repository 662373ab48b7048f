import * as tf from '@tensorflow/tfjs-core'
import { averagePoolingGradients } from './average-pooling.js'
import { broadcastingGradients } from './broadcasting.js'
import { comparisonGradients } from './comparisons.js'
import { cumsumGradient } from './cumsum.js'
import { missingGradients } from './missing.js'
import { reluGradient } from './relu.js'
import { resizingGradients } from './resizing.js'

/** Replaces the gradients that tfjs-core has wrong and adds those it lacks, in its global registry; on every backend. */
export function correctGradients(): void {
  const gradients = [
    ...averagePoolingGradients,
    ...broadcastingGradients,
    ...comparisonGradients,
    ...missingGradients,
    ...resizingGradients,
    cumsumGradient,
    reluGradient,
  ]
  for (const gradient of gradients) tf.registerGradient(gradient)
}
