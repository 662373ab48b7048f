import type * as tf from '@tensorflow/tfjs-core'
import type { LabelKind } from '../../dsl/data/labels.js'
import type { LossDescription } from '../../dsl/losses/losses.js'
import type { MetricName } from '../../dsl/metrics.js'
import { accuracy } from './accuracy.js'

/** A metric of one batch: a scalar tensor, the mean over samples. Batches are then weighted by their samples. */
export type Metric = (kind: LabelKind, loss: LossDescription, labels: tf.Tensor, outputs: tf.Tensor) => tf.Scalar

/** A formula for every name: a metric without one does not compile. */
export const metrics: Readonly<Record<MetricName, Metric>> = { accuracy }
