import { refuse, type Say } from '../types/message.js'
import type { IsAny } from '../types/shape.js'
import type { IsUnion } from '../types/union.js'
import { describe } from './data/check.js'
import { endsOf, someByName } from './data/ends.js'
import type { LossAt } from './losses/perOutput.js'
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

// ---- of several outputs

/** Metrics of a model's only output, or by the names of outputs. */
export type Metrics = readonly MetricName[] | { readonly [output: string]: readonly MetricName[] }

type CheckEach<Loss, M> = { readonly [K in keyof M]: CheckMetric<Loss, M[K]> }

/** What `compile` takes as `metrics`: as they were given, or the messages in the places of those that mean nothing. */
export type MetricsFor<Output, Loss, M> =
  IsAny<Output> extends true
    ? M
    : Output extends readonly unknown[]
      ? [M] extends [readonly unknown[]]
        ? CheckEach<Loss, M>
        : readonly MetricName[]
      : [M] extends [readonly unknown[]]
        ? [M] extends [readonly []]
          ? M
          : Say<'endsByName', { who: 'compile'; option: 'metrics'; ends: 'outputs'; was: 'an array' }>
        : // over the outputs' names, which an editor then offers
          { readonly [N in keyof Output]?: N extends keyof M ? CheckEach<LossAt<Loss, N>, M[N]> : readonly MetricName[] }

// How many there are may be for the run to know, or which one: such keys end in a question mark.
type NamesIn<M extends readonly unknown[]> = number extends M['length']
  ? `${M[number] & string}?`
  : IsUnion<M['length']> extends true
    ? `${M[number] & string}?`
    : { [K in keyof M]: IsUnion<M[K]> extends true ? `${M[K] & string}?` : M[K] }[number]

/** Keys of metrics in a history: `accuracy`, or `label_accuracy` of an output by name; `accuracy?` where it may not be there. */
export type MetricKeys<M> = [M] extends [readonly unknown[]]
  ? NamesIn<M> & string
  : { [N in keyof M & string]: M[N] extends readonly unknown[] ? `${N}_${NamesIn<M[N]> & string}` : never }[keyof M & string]

/** Run-time twin of {@link MetricsFor}: throws the same sentences. Returns the metrics of each output, whose losses it is given. */
export function metricsOf(output: unknown, losses: readonly LossName[], metrics: unknown): readonly (readonly MetricName[])[] {
  const ends = endsOf(output)
  if (metrics === undefined) return ends.map(() => [])
  const given = someByName({ who: 'compile', option: 'metrics', ends: 'outputs', show: describe }, ends, metrics)
  return given.map((each = [], at) => {
    checkMetrics(losses[at] as LossName, each as readonly MetricName[])
    return each as readonly MetricName[]
  })
}
