import type * as tf from '@tensorflow/tfjs-core'
import { endsOf } from '../../dsl/data/ends.js'
import type { NDArray } from '../../dsl/data/ndarray.js'
import { checkLabels } from '../../dsl/losses/checkLabels.js'
import { checkOutputs } from '../losses/checkOutputs.js'
import type { Network } from '../network.js'
import { cut, type Indices } from './batches.js'
import { breathe } from './breathe.js'
import { Means } from './means.js'
import { type Dataset, type Goal, measureBatch, type OutputGoal, predictBatch, readOut, type Values } from './step.js'

/** Means of loss and metrics over samples, without training. */
export async function evaluateOn(
  network: Network,
  goal: Goal,
  data: Dataset,
  samples: Indices,
  batchSize: number,
  prefix = '',
): Promise<Values> {
  const means = new Means()
  for (const batch of cut(samples, batchSize)) {
    means.add(await readOut(measureBatch(network, goal, data, batch)), batch.length)
    await breathe()
  }
  return means.read(prefix)
}

/** What one output of all samples gathers in. */
interface Rows {
  readonly values: Float32Array
  readonly shape: readonly number[]
  filled: number
}

const rowsFor = (samples: number, batch: number, { size, shape }: tf.Tensor): Rows => ({
  values: new Float32Array((samples * size) / batch),
  shape: Object.freeze([samples, ...shape.slice(1)]),
  filled: 0,
})

/** Each output for samples, in plain memory and in the model's order. */
export async function predictOn(
  network: Network,
  x: readonly NDArray[],
  samples: Indices,
  batchSize: number,
): Promise<NDArray[]> {
  let rows: Rows[] = []
  for (const batch of cut(samples, batchSize)) {
    const outputs = predictBatch(network, x, batch)
    try {
      if (rows.length === 0) rows = outputs.map((output) => rowsFor(samples.length, batch.length, output))
      for (const [at, output] of outputs.entries()) {
        const into = rows[at] as Rows
        into.values.set(await output.data(), into.filled)
        into.filled += output.size
      }
    } finally {
      for (const output of outputs) output.dispose()
    }
    await breathe()
  }
  return rows.map(({ shape, values }) => Object.freeze({ shape, dtype: 'float32', values }))
}

/** Outputs in the form of a model's `outputShape`: the only one, or an object by name. */
export function inForm<T>(shapes: unknown, outputs: readonly T[]): T | { readonly [name: string]: T } {
  const ends = endsOf(shapes)
  if (ends[0]?.name === undefined) return outputs[0] as T
  return Object.fromEntries(ends.map(({ name }, at) => [name, outputs[at]])) as { readonly [name: string]: T }
}

/**
 * Where types left something open (an activation that a layer hides, sizes by name), looks at the outputs of the first batch:
 * their shape against the labels, their values against what the loss reads. Says the compiler's sentences.
 */
export async function checkFirstBatch(network: Network, goal: Goal, data: Dataset, batch: Indices): Promise<void> {
  const lasts = network.model.lastActivation as string | { readonly [name: string]: string }
  const open = endsOf(network.model.outputShape).map(({ name, shape }) => ({
    hidden: (name === undefined ? lasts : (lasts as { readonly [name: string]: string })[name]) === 'unknown',
    named: shape.some((size) => typeof size !== 'number'),
  }))
  if (!open.some(({ hidden, named }) => hidden || named)) return
  const outputs = predictBatch(network, data.x, batch)
  try {
    for (const [at, { hidden, named }] of open.entries()) {
      if (!hidden && !named) continue
      const { loss } = goal[at] as OutputGoal
      const output = outputs[at] as tf.Tensor
      const shape = output.shape.slice(1)
      checkLabels(loss.loss, shape, data.y[at] as NDArray)
      if (hidden) checkOutputs(loss, await output.data(), shape.at(-1) ?? 1)
    }
  } finally {
    for (const output of outputs) output.dispose()
  }
}
