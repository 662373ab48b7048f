// Formulas of the losses on the engine, written with ops that have a gradient on every backend. Each takes labels and outputs of
// one batch and returns the mean over all samples (and positions), as Keras' 'sum_over_batch_size'.
import * as tf from '@tensorflow/tfjs-core'
import type { LossDescription } from '../../dsl/losses/losses.js'
import type { LossName } from '../../dsl/losses/rules.js'

/** Keras' `epsilon()`: probabilities are kept this far from 0 and 1, so that no logarithm is infinite. */
const EPSILON = 1e-7

type LossFunction = (labels: tf.Tensor, outputs: tf.Tensor, options: LossDescription) => tf.Scalar

/** The mean over positions of −Σ labels · log p, classes on the last axis. */
function crossEntropy(labels: tf.Tensor, outputs: tf.Tensor, fromLogits: boolean): tf.Scalar {
  const log = fromLogits ? tf.logSoftmax(outputs, -1) : tf.log(clip(tf.div(outputs, tf.sum(outputs, -1, true))))
  const classes = outputs.shape.at(-1) as number
  const positions = outputs.size / classes
  return tf.mul(tf.sum(tf.mul(labels, log)), -1 / positions) as tf.Scalar
}

const clip = (probabilities: tf.Tensor): tf.Tensor => tf.clipByValue(probabilities, EPSILON, 1 - EPSILON)

/** `labels · (1 − share) + share · even`: drawn towards the even distribution. */
function smooth(labels: tf.Tensor, share: number, even: number): tf.Tensor {
  return share === 0 ? labels : tf.add(tf.mul(labels, 1 - share), share * even)
}

/** −Σ y log p over the last axis, p renormalised and clipped as Keras does, or log-softmax of logits. */
const categoricalCrossentropy: LossFunction = (labels, outputs, { fromLogits, labelSmoothing }) =>
  crossEntropy(smooth(labels, labelSmoothing, 1 / (outputs.shape.at(-1) as number)), outputs, fromLogits)

/** The same with ids in the place of one-hot rows. A gather of p[id] would be shorter, but gatherND has no gradient. */
const sparseCategoricalCrossentropy: LossFunction = (ids, outputs, { fromLogits }) => {
  const classes = outputs.shape.at(-1) as number
  // wasm writes whole numbers whatever dtype it is asked for (1.4e-45 in the place of 1): cast afterwards.
  const rows = tf.cast(tf.oneHot(tf.reshape(ids, [ids.size]) as tf.Tensor1D, classes), 'float32')
  return crossEntropy(tf.reshape(rows, outputs.shape), outputs, fromLogits)
}

/**
 * −(y log p + (1 − y) log(1 − p)); of logits z in the form that neither overflows nor cancels:
 * max(z, 0) − z y + log(1 + e^−|z|), as TensorFlow's sigmoid_cross_entropy_with_logits.
 */
const binaryCrossentropy: LossFunction = (labels, outputs, { fromLogits, labelSmoothing }) => {
  const y = smooth(labels, labelSmoothing, 0.5)
  if (fromLogits) {
    const z = outputs
    return tf.mean<tf.Scalar>(tf.add(tf.sub(tf.relu(z), tf.mul(z, y)), tf.log1p(tf.exp(tf.neg(tf.abs(z))))))
  }
  const p = clip(outputs)
  const log = tf.add(tf.mul(y, tf.log(p)), tf.mul(tf.sub(1, y), tf.log(tf.sub(1, p))))
  return tf.neg(tf.mean(log)) as tf.Scalar
}

/** (y − output)², averaged over everything. */
const meanSquaredError: LossFunction = (targets, outputs) => tf.mean(tf.square(tf.sub(outputs, targets)))

/** A formula for every name of the table: a loss without one does not compile. */
const formulas: Record<LossName, LossFunction> = {
  categoricalCrossentropy,
  sparseCategoricalCrossentropy,
  binaryCrossentropy,
  meanSquaredError,
}

/**
 * The loss of one batch: a scalar tensor, differentiable in `outputs`.
 *
 * @param labels `[batch, ...]` as the loss wants them: int32 ids, or float32 of the outputs' shape
 * @param outputs `[batch, ...output]`, float32
 */
export function lossOf(loss: LossDescription, labels: tf.Tensor, outputs: tf.Tensor): tf.Scalar {
  return formulas[loss.loss](labels, outputs, loss)
}
