import * as tf from '@tensorflow/tfjs-core'

// where(greater(x, y), …) is differentiated through its condition, and comparisons have no gradient at all: the derivative of a step
// is zero wherever it exists, so they say so instead of throwing.
function comparison(kernelName: string): tf.GradConfig {
  return {
    kernelName,
    inputsToSave: ['a', 'b'],
    gradFunc: (_dy, saved) => {
      const [a, b] = saved as [tf.Tensor, tf.Tensor]
      return { a: () => tf.zeros(a.shape), b: () => tf.zeros(b.shape) }
    },
  }
}

export const comparisonGradients = [tf.Greater, tf.GreaterEqual, tf.Less, tf.LessEqual, tf.Equal, tf.NotEqual].map(comparison)
