import type { NDArray } from '../../dsl/data/ndarray.js'
import { checkLabels } from '../../dsl/losses/checkLabels.js'
import { checkOutputs } from '../losses/checkOutputs.js'
import type { Network } from '../network.js'
import { cut, type Indices } from './batches.js'
import { breathe } from './breathe.js'
import { Means } from './means.js'
import { type Dataset, type Goal, measureBatch, predictBatch, readOut, type Values } from './step.js'

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

/** Outputs for samples, in plain memory. */
export async function predictOn(network: Network, x: NDArray, samples: Indices, batchSize: number): Promise<NDArray> {
  let values = new Float32Array(0)
  let shape: number[] = []
  let filled = 0
  for (const batch of cut(samples, batchSize)) {
    const outputs = predictBatch(network, x, batch)
    try {
      const perSample = outputs.size / batch.length
      if (filled === 0) {
        values = new Float32Array(samples.length * perSample)
        shape = [samples.length, ...outputs.shape.slice(1)]
      }
      values.set(await outputs.data(), filled)
      filled += outputs.size
    } finally {
      outputs.dispose()
    }
    await breathe()
  }
  return Object.freeze({ shape: Object.freeze(shape) as number[], dtype: 'float32', values })
}

/**
 * Where types left something open (an activation that a layer hides, sizes by name), looks at the outputs of the first batch:
 * their shape against the labels, their values against what the loss reads. Says the compiler's sentences.
 */
export async function checkFirstBatch(network: Network, goal: Goal, data: Dataset, batch: Indices): Promise<void> {
  const { lastActivation, outputShape } = network.model
  const named = (outputShape as readonly unknown[]).some((size) => typeof size !== 'number')
  if (lastActivation !== 'unknown' && !named) return
  const outputs = predictBatch(network, data.x, batch)
  try {
    const shape = outputs.shape.slice(1)
    checkLabels(goal.loss.loss, shape, data.y)
    if (lastActivation === 'unknown') checkOutputs(goal.loss, await outputs.data(), shape.at(-1) ?? 1)
  } finally {
    outputs.dispose()
  }
}
