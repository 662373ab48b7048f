import * as tf from '@tensorflow/tfjs-core'
import { isLabels, type LabelKind } from '../../dsl/data/labels.js'
import type { NDArray } from '../../dsl/data/ndarray.js'
import type { LossDescription } from '../../dsl/losses/losses.js'
import { type LossName, ruleOf } from '../../dsl/losses/rules.js'
import type { MetricName } from '../../dsl/metrics.js'
import { lossOf } from '../losses/losses.js'
import { metrics } from '../metrics/metrics.js'
import type { Network } from '../network.js'
import { type Indices, takeRows } from './batches.js'

/** Samples and their labels in plain memory, checked: data for each input and labels for each output, in the model's order. */
export interface Dataset {
  readonly x: readonly NDArray[]
  readonly y: readonly NDArray[]
  /** Samples of each. */
  readonly count: number
}

/** What is measured of one output: its loss, and the metrics beside it. */
export interface OutputGoal {
  /** Undefined for a model's only output, whose keys are the loss's and the metrics' own. */
  readonly name: string | undefined
  readonly loss: LossDescription
  /** How much of the loss goes into the sum that is made small. */
  readonly weight: number
  readonly metrics: readonly MetricName[]
}

/** What is measured, for each output in the model's order. */
export type Goal = readonly OutputGoal[]

/** Values by key: `loss`, `accuracy` … */
export type Values = Record<string, number>

/** Gradients by path of the weight, and what was measured on the way; tensors, to be disposed by whoever asked. */
export interface Step {
  readonly measured: Readonly<Record<string, tf.Scalar>>
  readonly gradients: ReadonlyMap<string, tf.Tensor>
}

// Plain values count as what the loss takes them for: rows of a distribution, or yes and no.
function kindOf(y: NDArray, loss: LossName): LabelKind {
  if (isLabels(y)) return y.kind
  return ruleOf(loss).labels.values === 'distribution' ? 'oneHot' : 'binary'
}

const keyOf = (name: string | undefined, what: string): string => (name === undefined ? what : `${name}_${what}`)

/** The sum of the losses by their weights; what a model with one output without a name makes small is its loss itself. */
function sumOf(goal: Goal, losses: readonly tf.Scalar[]): tf.Scalar {
  const weighted = losses.map((loss, at) => (goal[at]?.weight === 1 ? loss : tf.mul<tf.Scalar>(loss, goal[at]?.weight ?? 1)))
  return weighted.reduce((sum, loss) => tf.add(sum, loss))
}

type Measured = Record<string, tf.Scalar>

/** Keys as in Keras: the sum, the loss of each output by name, then metrics. */
function measure(
  goal: Goal,
  sum: tf.Scalar,
  losses: readonly tf.Scalar[],
  labels: Labelled,
  outputs: readonly tf.Tensor[],
): Measured {
  const measured: Measured = { loss: sum }
  for (const [at, { name }] of goal.entries()) if (name !== undefined) measured[keyOf(name, 'loss')] = losses[at] as tf.Scalar
  for (const [at, { name, loss, metrics: names }] of goal.entries()) {
    const kind = kindOf(labels.data[at] as NDArray, loss.loss)
    for (const metric of names) {
      measured[keyOf(name, metric)] = metrics[metric](kind, loss, labels.tensors[at] as tf.Tensor, outputs[at] as tf.Tensor)
    }
  }
  return measured
}

/** Labels of a batch, and the data they are of, which knows what they are. */
interface Labelled {
  readonly data: readonly NDArray[]
  readonly tensors: readonly tf.Tensor[]
}

const labelsOf = (data: Dataset, batch: Indices): Labelled => ({ data: data.y, tensors: takeAll(data.y, batch) })

const takeAll = (data: readonly NDArray[], batch: Indices): tf.Tensor[] => data.map((each) => takeRows(each, batch))

const lossesOf = (goal: Goal, labels: Labelled, outputs: readonly tf.Tensor[]): tf.Scalar[] =>
  goal.map(({ loss }, at) => lossOf(loss, labels.tensors[at] as tf.Tensor, outputs[at] as tf.Tensor))

/** Forward and backward pass on a batch; weights are not touched. */
export function computeStep(network: Network, goal: Goal, data: Dataset, batch: Indices, seed: number): Step {
  const paths = new Map([...network.variables].map(([path, variable]) => [variable.name, path]))
  const named = goal[0]?.name !== undefined
  let kept: tf.Tensor[] = []
  try {
    const { measured, grads } = tf.tidy(() => {
      const inputs = takeAll(data.x, batch)
      const labels = labelsOf(data, batch)
      let outputs: tf.Tensor[] = []
      let losses: tf.Scalar[] = []
      const loss = (): tf.Scalar => {
        outputs = network.run(inputs, { training: true, seed })
        losses = lossesOf(goal, labels, outputs)
        // The scope of the forward pass ends before the metrics are taken, and frees all that is not kept.
        kept = (named ? [...outputs, ...losses] : outputs).map((tensor) => tf.keep(tensor))
        return sumOf(goal, losses)
      }
      const variables = [...network.variables.values()]
      // A model without weights has a loss all the same; variableGrads would refuse it.
      const { value, grads } = variables.length > 0 ? tf.variableGrads(loss, variables) : { value: loss(), grads: {} }
      // A kept loss is freed with the rest: what is handed out is a handle of its own.
      const own = (loss: tf.Scalar): tf.Scalar => (named ? tf.clone(loss) : loss)
      return { measured: measure(goal, own(value), losses.map(own), labels, outputs), grads }
    })
    const gradients = new Map(Object.entries(grads).map(([name, gradient]) => [paths.get(name) as string, gradient]))
    return { measured, gradients }
  } finally {
    for (const tensor of kept) tensor.dispose()
  }
}

/** Losses and metrics of a batch, without training. */
export function measureBatch(network: Network, goal: Goal, data: Dataset, batch: Indices): Record<string, tf.Scalar> {
  return tf.tidy(() => {
    const labels = labelsOf(data, batch)
    const outputs = network.run(takeAll(data.x, batch), { training: false, seed: 0 })
    const losses = lossesOf(goal, labels, outputs)
    return measure(goal, sumOf(goal, losses), losses, labels, outputs)
  })
}

/** Outputs of a batch, without training. */
export function predictBatch(network: Network, x: readonly NDArray[], batch: Indices): tf.Tensor[] {
  return tf.tidy(() => network.run(takeAll(x, batch), { training: false, seed: 0 }))
}

/** Reads scalars into plain memory, and frees them. */
export async function readOut(measured: Readonly<Record<string, tf.Scalar>>): Promise<Values> {
  try {
    const entries = Object.entries(measured)
    const read = await Promise.all(entries.map(([, tensor]) => tensor.data()))
    return Object.fromEntries(entries.map(([key], index) => [key, (read[index] as ArrayLike<number>)[0] as number]))
  } finally {
    for (const tensor of Object.values(measured)) tensor.dispose()
  }
}
