import * as tf from '@tensorflow/tfjs-core'

/** How an axis is made longer or shorter. */
export type Interpolation = 'nearest' | 'bilinear'

/*
 * Images in other sizes, one axis after the other, each a product with a matrix: what tfjs-core resizes with has a gradient
 * that knows nothing of the middles of pixels, from which TensorFlow and Keras measure.
 */

/** The axes after the batch in new sizes. */
export function resized(x: tf.Tensor, sizes: readonly number[], interpolation: Interpolation): tf.Tensor {
  return sizes.reduce((image, size, at) => alongAxis(image, at + 1, size, interpolation), x)
}

function alongAxis(x: tf.Tensor, axis: number, size: number, interpolation: Interpolation): tf.Tensor {
  const from = x.shape[axis] as number
  if (from === size) return tf.clone(x)
  const before = x.shape.slice(0, axis)
  const after = x.shape.slice(axis + 1)
  const product = (sizes: readonly number[]): number => sizes.reduce((n, length) => n * length, 1)
  // [before, axis, after] as rows of the axis.
  const rows = tf.reshape(tf.transpose(tf.reshape(x, [product(before), from, product(after)]), [0, 2, 1]), [-1, from])
  const made = tf.matMul(rows, tf.tensor2d(weights(from, size, interpolation), [from, size]))
  return tf.reshape(tf.transpose(tf.reshape(made, [product(before), product(after), size]), [0, 2, 1]), [
    ...before,
    size,
    ...after,
  ])
}

// What each old place gives to each new one: pixels have their middles at 0.5, 1.5, …
function weights(from: number, size: number, interpolation: Interpolation): Float32Array {
  const matrix = new Float32Array(from * size)
  for (let to = 0; to < size; to++) {
    const middle = ((to + 0.5) * from) / size
    if (interpolation === 'nearest') {
      matrix[Math.min(Math.floor(middle), from - 1) * size + to] = 1
      continue
    }
    const place = Math.min(Math.max(middle - 0.5, 0), from - 1)
    const low = Math.floor(place)
    const high = Math.min(low + 1, from - 1)
    matrix[low * size + to] = (matrix[low * size + to] as number) + 1 - (place - low)
    matrix[high * size + to] = (matrix[high * size + to] as number) + place - low
  }
  return matrix
}
