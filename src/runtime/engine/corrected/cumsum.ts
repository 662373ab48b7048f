import * as tf from '@tensorflow/tfjs-core'

// The shipped gradient transposes its result as if it had been computed along the last axis: along any other it has the wrong shape
// ([3, 4, 5] along 1: [3, 5, 4]), or, where the sizes are equal, the wrong order without a word.
export const cumsumGradient: tf.GradConfig = {
  kernelName: tf.Cumsum,
  gradFunc: (dy, _saved, attrs) => {
    const { axis, exclusive, reverse } = attrs as unknown as tf.CumsumAttrs
    return { x: () => tf.cumsum(dy as tf.Tensor, axis, exclusive, !reverse) }
  },
}
