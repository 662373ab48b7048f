import * as tf from '@tensorflow/tfjs-core'

/**
 * A convolution of channels and filters in groups: tfjs-core refuses them on cpu and wasm, so each group is a convolution of
 * its own.
 */
export function grouped<T extends tf.Tensor>(x: T, kernel: T, groups: number, convolve: (x: T, kernel: T) => T): T {
  if (groups === 1) return convolve(x, kernel)
  const parts = tf.split(x, groups, -1) as T[]
  const kernels = tf.split(kernel, groups, -1) as T[]
  return tf.concat(
    parts.map((part, group) => convolve(part, kernels[group] as T)),
    x.rank - 1,
  ) as T
}
