import * as tf from '@tensorflow/tfjs-core'
import type { CategoryEncodingOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'
import { withIds } from './ids.js'

export const categoryEncoding: Forward<Complete<CategoryEncodingOptions>> = (inputs, _, { numTokens, outputMode }) => {
  const x = only(inputs)
  const must = { who: 'categoryEncoding', option: 'numTokens', count: numTokens }
  return withIds(x, must, (ids) => {
    const each = tf.cast(tf.equal(tf.expandDims(ids, -1), tf.range(0, numTokens, 1, 'int32')), 'float32')
    if (outputMode === 'count') return tf.sum(each, -2)
    if (outputMode === 'multiHot') return tf.max(each, -2)
    return x.rank > 1 && x.shape.at(-1) === 1 ? tf.squeeze(each, [-2]) : each
  })
}
