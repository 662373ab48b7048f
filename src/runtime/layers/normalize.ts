import * as tf from '@tensorflow/tfjs-core'

/**
 * (x - mean) / sqrt(variance + epsilon), times gamma and plus beta where they are. Of primitive operations: the gradient of
 * tfjs-core's own asks for the last axis, a rank of at most 4, and both gamma and beta.
 */
export function normalized(
  x: tf.Tensor,
  { mean, variance }: { readonly mean: tf.Tensor; readonly variance: tf.Tensor },
  epsilon: number,
  { gamma, beta }: { readonly [name: string]: tf.Tensor | undefined },
): tf.Tensor {
  return scaled(tf.mul(tf.sub(x, mean), tf.rsqrt(tf.add(variance, epsilon))), gamma, beta)
}

/** gamma * x + beta, whichever are there. */
export function scaled(x: tf.Tensor, gamma: tf.Tensor | undefined, beta: tf.Tensor | undefined): tf.Tensor {
  const product = gamma === undefined ? x : tf.mul(x, gamma)
  return beta === undefined ? product : tf.add(product, beta)
}

/** Axes of a sample as axes of the batch. */
export function batched(axis: number | readonly number[], rank: number): number[] {
  return (typeof axis === 'number' ? [axis] : axis).map((one) => (one < 0 ? rank + one : one + 1))
}

/** A weight of the sizes of some axes as a tensor of the input's rank, 1 on all others. */
export function alongAxes(weight: tf.Tensor | undefined, axes: readonly number[], x: tf.Tensor): tf.Tensor | undefined {
  if (weight === undefined) return undefined
  return tf.reshape(
    weight,
    x.shape.map((size, axis) => (axes.includes(axis) ? size : 1)),
  )
}
