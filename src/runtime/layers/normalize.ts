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
