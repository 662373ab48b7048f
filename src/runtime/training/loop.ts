// The training loop. It knows no model, no loss and no progress bar: a network, what to measure, an optimizer, who looks on.
import type * as tf from '@tensorflow/tfjs-core'
import { refuse } from '../../types/message.js'
import type { Network } from '../network.js'
import { deriveSeed } from '../random.js'
import { batchesOf, type Indices } from './batches.js'
import { breathe } from './breathe.js'
import { evaluateOn } from './evaluate.js'
import { Means } from './means.js'
import type { Plan } from './options.js'
import { computeStep, type Dataset, type Goal, readOut, type Values } from './step.js'
import type { Watcher } from './watcher.js'

/** What the loop needs of an optimizer. */
export interface Stepper {
  /** Moves weights by their gradients, by path; does not free the gradients. */
  apply(gradients: Map<string, tf.Tensor>): void | Promise<void>
  dispose(): void
}

/** Samples of a set: all of it, or the part that a split left. */
export interface Part {
  readonly data: Dataset
  readonly samples: Indices
}

/** Everything one call of `fit` works on. */
export interface Session {
  readonly network: Network
  readonly goal: Goal
  readonly optimizer: Stepper
  readonly plan: Plan
  readonly seed: number
  readonly training: Part
  readonly validation?: Part | undefined
  readonly watchers: readonly Watcher[]
}

/** Trains for all epochs; returns the values of each, by key. */
export async function train(session: Session): Promise<Record<string, number[]>> {
  const { plan, training, validation, network, goal, watchers } = session
  const history: Record<string, number[]> = {}
  try {
    for (let epoch = 1; epoch <= plan.epochs; epoch++) {
      const start = { epoch, epochs: plan.epochs, samples: training.samples.length }
      for (const watcher of watchers) await watcher.epochBegin?.(start)
      const began = performance.now()
      const values = await trainEpoch(session, epoch)
      const seconds = (performance.now() - began) / 1000
      if (validation) {
        Object.assign(values, await evaluateOn(network, goal, validation.data, validation.samples, plan.batchSize, 'val_'))
      }
      for (const [key, value] of Object.entries(values)) {
        history[key] ??= []
        history[key].push(value)
      }
      for (const watcher of watchers) await watcher.epochEnd?.({ ...start, seconds, values })
    }
  } finally {
    for (const watcher of watchers) watcher.close?.()
  }
  return history
}

async function trainEpoch(session: Session, epoch: number): Promise<Values> {
  const { plan, training, seed, watchers } = session
  const means = new Means()
  const forwardSeed = deriveSeed(deriveSeed(seed, 'forward'), epoch)
  let seen = 0
  const batches = batchesOf(training.samples, plan.batchSize, plan.shuffle, seed, epoch)
  for (const [index, batch] of batches.entries()) {
    means.add(await trainBatch(session, batch, deriveSeed(forwardSeed, index), epoch, index + 1), batch.length)
    seen += batch.length
    for (const watcher of watchers) watcher.batchEnd?.(seen, () => means.read())
    await breathe()
  }
  return means.read()
}

async function trainBatch(session: Session, batch: Indices, seed: number, epoch: number, number: number): Promise<Values> {
  const { network, goal, optimizer, training } = session
  const { measured, gradients } = computeStep(network, goal, training.data, batch, seed)
  try {
    const values = await readOut(measured)
    // Before the step: weights stay what the last finite loss left.
    if (!Number.isFinite(values.loss)) refuse('trainingNaN', { was: String(values.loss), epoch, batch: number })
    await optimizer.apply(new Map(gradients))
    return values
  } finally {
    for (const gradient of gradients.values()) gradient.dispose()
  }
}
