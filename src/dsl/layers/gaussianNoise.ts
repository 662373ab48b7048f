import type { ExactNumber } from '../exact-numbers.js'
import { type Layer, makeLayer } from '../layer.js'
import { atLeastZero, layerName, required } from '../options.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link gaussianNoise}. */
export interface GaussianNoiseOptions {
  /** Standard deviation of the noise, at least 0. */
  readonly stddev: number
  /** Name in the model, unique there. Default `gaussianNoise`, `gaussianNoise_1`, … */
  readonly name?: string | undefined
}

const signature = { input: '...', output: '...' } as const

/** The rule of {@link gaussianNoise}. */
export interface GaussianNoise extends Stated<'gaussianNoise', typeof signature, 'keep'> {}

const rule = stated<GaussianNoiseOptions>('gaussianNoise', signature, 'keep', { stddev: required(atLeastZero), name: layerName })

/**
 * Adds to every value, while training, a draw from a normal of mean 0 and deviation `stddev`; does nothing else. Shape: kept.
 * Source: Bishop, Training with noise is equivalent to Tikhonov regularization (1995).
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { gaussianNoise, input } from 'shapeproof'
 * const x = gaussianNoise({ stddev: 0.1 })(input([64])) // [64]
 * ```
 */
export function gaussianNoise<const O extends GaussianNoiseOptions>(
  options: ExactNumber<O, GaussianNoiseOptions, 'gaussianNoise', 'stddev', 'atLeastZero'>,
): Layer<GaussianNoise, O> {
  return makeLayer(rule, options)
}
