// Which samples make a batch, and how they get from plain memory into the engine.
import * as tf from '@tensorflow/tfjs-core'
import { volume } from '../../dsl/data/check.js'
import type { NDArray } from '../../dsl/data/ndarray.js'
import { createRandom, deriveSeed, type Random } from '../random.js'
import type { Shuffle } from './fit-types.js'

/** Indices of samples; an epoch is a list of them. */
export type Indices = Uint32Array

/** All samples of a set, in order. */
export function allSamples(count: number): Indices {
  return Uint32Array.from({ length: count }, (_, index) => index)
}

/** Cuts samples into batches; the last one may be smaller. */
export function cut(samples: Indices, batchSize: number): Indices[] {
  const batches: Indices[] = []
  for (let start = 0; start < samples.length; start += batchSize) batches.push(samples.subarray(start, start + batchSize))
  return batches
}

const orders: Record<Exclude<Shuffle, false>, (samples: Indices, batchSize: number, random: Random) => Indices[]> = {
  dataset: (samples, batchSize, random) => cut(random.shuffle(samples.slice()), batchSize),
  batches: (samples, batchSize, random) => random.shuffle(cut(samples, batchSize)),
  withinBatch: (samples, batchSize, random) => cut(samples, batchSize).map((batch) => random.shuffle(batch.slice())),
}

/** The batches of an epoch. They depend on the seed and the epoch alone, not on the epochs before. */
export function batchesOf(samples: Indices, batchSize: number, shuffle: Shuffle, seed: number, epoch: number): Indices[] {
  if (shuffle === false) return cut(samples, batchSize)
  return orders[shuffle](samples, batchSize, createRandom(deriveSeed(deriveSeed(seed, 'shuffle'), epoch)))
}

/**
 * Parts samples into those to train on and those to validate on, of which there are `count · share`, rounded up. The validation
 * samples are drawn with a constant seed: the choice follows from the count alone, so that a second fit on the same data
 * does not train on them. `tail` takes the last ones, as Keras does: right where order matters, a trap in a sorted set.
 */
export function split(count: number, share: number, tail: boolean): { training: Indices; validation: Indices } {
  const training = Math.floor(count * (1 - share))
  const samples = allSamples(count)
  if (!tail && training < count) createRandom(deriveSeed(count, 'validation')).shuffle(samples)
  // Sorted again, so that the unshuffled order and the reads from memory go forward.
  return { training: samples.slice(0, training).sort(), validation: samples.slice(training).sort() }
}

/** Rows of an ndarray as a tensor `[indices.length, ...sample]`. */
export function takeRows(data: NDArray, indices: Indices): tf.Tensor {
  const size = volume(data.shape.slice(1))
  const rows = data.dtype === 'int32' ? new Int32Array(indices.length * size) : new Float32Array(indices.length * size)
  for (let row = 0; row < indices.length; row++) {
    const start = (indices[row] as number) * size
    rows.set(data.values.subarray(start, start + size), row * size)
  }
  return tf.tensor(rows, [indices.length, ...data.shape.slice(1)], data.dtype)
}
