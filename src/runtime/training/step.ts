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

/** Samples and their labels in plain memory, checked. */
export interface Dataset {
  readonly x: NDArray
  readonly y: NDArray
}

/** What is measured: the loss, and the metrics beside it. */
export interface Goal {
  readonly loss: LossDescription
  readonly metrics: readonly MetricName[]
}

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

function measure(goal: Goal, y: NDArray, labels: tf.Tensor, outputs: tf.Tensor): Record<string, tf.Scalar> {
  const kind = kindOf(y, goal.loss.loss)
  return Object.fromEntries(goal.metrics.map((name) => [name, metrics[name](kind, goal.loss, labels, outputs)]))
}

function run(network: Network, inputs: tf.Tensor, training: boolean, seed: number): tf.Tensor {
  // One output until losses are by name: everything above this line gets a list of them then.
  return network.run([inputs], { training, seed })[0] as tf.Tensor
}

/** Forward and backward pass on a batch; weights are not touched. */
export function computeStep(network: Network, goal: Goal, data: Dataset, batch: Indices, seed: number): Step {
  const paths = new Map([...network.variables].map(([path, variable]) => [variable.name, path]))
  let kept: tf.Tensor | undefined
  try {
    const { value, grads, beside } = tf.tidy(() => {
      const inputs = takeRows(data.x, batch)
      const labels = takeRows(data.y, batch)
      const loss = (): tf.Scalar => {
        const outputs = run(network, inputs, true, seed)
        // The scope of the forward pass ends before the metrics are taken.
        kept = tf.keep(outputs)
        return lossOf(goal.loss, labels, outputs)
      }
      const variables = [...network.variables.values()]
      // A model without weights has a loss all the same; variableGrads would refuse it.
      const { value, grads } = variables.length > 0 ? tf.variableGrads(loss, variables) : { value: loss(), grads: {} }
      return { value, grads, beside: measure(goal, data.y, labels, kept as tf.Tensor) }
    })
    const gradients = new Map(Object.entries(grads).map(([name, gradient]) => [paths.get(name) as string, gradient]))
    return { measured: { loss: value, ...beside }, gradients }
  } finally {
    kept?.dispose()
  }
}

/** Loss and metrics of a batch, without training. */
export function measureBatch(network: Network, goal: Goal, data: Dataset, batch: Indices): Record<string, tf.Scalar> {
  return tf.tidy(() => {
    const labels = takeRows(data.y, batch)
    const outputs = run(network, takeRows(data.x, batch), false, 0)
    return { loss: lossOf(goal.loss, labels, outputs), ...measure(goal, data.y, labels, outputs) }
  })
}

/** Outputs of a batch, without training. */
export function predictBatch(network: Network, x: NDArray, batch: Indices): tf.Tensor {
  return tf.tidy(() => run(network, takeRows(x, batch), false, 0))
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
