import * as tf from '@tensorflow/tfjs-core'
import type { LabelKind } from '../../dsl/data/labels.js'
import type { LossDescription } from '../../dsl/losses/losses.js'

/** Which answers are right, by what the labels are; plain values count as what the loss takes them for. */
function right(kind: LabelKind, labels: tf.Tensor, outputs: tf.Tensor, threshold: number): tf.Tensor {
  if (kind === 'binary') return tf.equal(tf.greater(labels, 0.5), tf.greater(outputs, threshold))
  const guessed = tf.argMax(outputs, -1)
  const truth = kind === 'ids' ? tf.reshape(labels, guessed.shape) : tf.argMax(labels, -1)
  return tf.equal(guessed, truth)
}

/**
 * The share of right answers in a batch, over all positions: a scalar tensor in 0..1.
 *
 * @param kind what the labels are: class ids, one-hot rows, or yes and no
 * @param loss says whether outputs are logits, whose threshold is 0 (sigmoid(0) = 0.5)
 */
export function accuracy(kind: LabelKind, loss: LossDescription, labels: tf.Tensor, outputs: tf.Tensor): tf.Scalar {
  return tf.tidy(() => tf.mean(tf.cast(right(kind, labels, outputs, loss.fromLogits ? 0 : 0.5), 'float32')))
}
