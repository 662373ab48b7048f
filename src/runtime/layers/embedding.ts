import * as tf from '@tensorflow/tfjs-core'
import type { EmbeddingOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'
import { withIds } from './ids.js'

export const embedding: Forward<Complete<EmbeddingOptions>> = (inputs, { embeddings }, { inputDim }) =>
  withIds(only(inputs), { who: 'embedding', option: 'inputDim', count: inputDim }, (ids) => rows(embeddings as tf.Tensor, ids))

// tfjs' own gradient of gather gives the ids themselves as the slope along ids.
function rows(table: tf.Tensor, ids: tf.Tensor): tf.Tensor {
  const [count, depth] = table.shape as [number, number]
  return tf.customGrad((...given) => {
    const [from, at, save] = given as [tf.Tensor, tf.Tensor, tf.GradSaveFunc]
    save([tf.reshape(at, [-1])])
    const gradFunc = (dy: tf.Tensor, [taken]: tf.Tensor[]): tf.Tensor[] => [
      tf.unsortedSegmentSum(tf.reshape(dy, [-1, depth]), taken as tf.Tensor1D, count),
      tf.zeros(at.shape),
    ]
    return { value: tf.gather(from, at), gradFunc }
  })(table, ids)
}
