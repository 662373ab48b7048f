import * as tf from '@tensorflow/tfjs-core'
import type { ConcatenateOptions } from '../../dsl/layers/index.js'
import type { Complete, Forward } from './forward.js'

// Axes of a sample: the batch stands before them.
export const concatenate: Forward<Complete<ConcatenateOptions>> = (inputs, _, { axis }) =>
  tf.concat([...inputs], axis < 0 ? axis : axis + 1)
