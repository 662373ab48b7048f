import { refuse, type Say } from '../types/message.js'
import type { IsAny } from '../types/shape.js'
import { describe } from './data/check.js'
import type { LossRules } from './losses/rules.js'
import { type LossName, ruleOf } from './losses/rules.js'

/**
 * What can be measured besides the loss. `accuracy` is the share of right answers: the class with the highest output for class
 * ids and one-hot labels, each yes or no (above 0.5, or above 0 for logits) for binary labels.
 */
export type MetricName = 'accuracy'

/** All metrics there are. */
export const metricNames: readonly MetricName[] = ['accuracy']

/** A metric as given, or the sentence that says why it means nothing beside that loss. */
export type CheckMetric<Loss, Metric> =
  IsAny<Loss> extends true
    ? Metric
    : [LossName] extends [Loss]
      ? Metric
      : Loss extends LossName
        ? LossRules[Loss]['accuracy'] extends true
          ? Metric
          : Metric extends MetricName
            ? Say<'metricLoss', { metric: Metric; loss: Loss }>
            : MetricName
        : Metric

/** Run-time twin of {@link CheckMetric}: throws the same sentence. */
export function checkMetrics(loss: LossName, metrics: readonly MetricName[]): void {
  if (!Array.isArray(metrics)) refuse('metricName', { must: "an array such as ['accuracy']", was: describe(metrics) })
  for (const metric of metrics) {
    if (!metricNames.includes(metric))
      refuse('metricName', { must: metricNames.map((name) => `'${name}'`).join(', '), was: describe(metric) })
    if (!ruleOf(loss).accuracy) refuse('metricLoss', { metric, loss })
  }
}
