import * as tf from '@tensorflow/tfjs-core'
import { createRandom, type Random } from '../random.js'

/*
 * Noise is drawn in plain memory rather than by the engine: the same seed draws the same on every backend.
 */

/** Which values share a draw: for each axis of a sample 1, or its size, or null for that. */
export type NoiseShape = readonly (number | null)[] | undefined

/** Draws for a batch, each sample its own, of a shape that stretches to x. */
export function noise(x: tf.Tensor, shape: NoiseShape, seed: number, draw: (random: Random) => number): tf.Tensor {
  const sizes = x.shape.map((size, axis) => (axis > 0 && shape?.[axis - 1] === 1 ? 1 : size))
  const random = createRandom(seed)
  const values = Float32Array.from({ length: sizes.reduce((n, size) => n * size, 1) }, () => draw(random))
  return tf.tensor(values, sizes)
}

/** A share of the values is 0, and the others are scaled, so that the mean stays. */
export function dropped(x: tf.Tensor, rate: number, shape: NoiseShape, { training, seed }: Drawing): tf.Tensor {
  if (!training || rate === 0) return tf.clone(x)
  if (rate === 1) return tf.zerosLike(x)
  const kept = 1 / (1 - rate)
  return tf.mul(
    x,
    noise(x, shape, seed, (random) => (random.uniform() < rate ? 0 : kept)),
  )
}

/** What drawing needs of a forward pass. */
export interface Drawing {
  readonly training: boolean
  readonly seed: number
}
