import type { ExactNumber } from '../exact-numbers.js'
import { type Layer, makeLayer } from '../layer.js'
import { type RateOptions, rateChecks } from '../noise.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link spatialDropout1d}. */
export interface SpatialDropout1dOptions extends RateOptions {}

const signature = { input: 'steps channels', output: 'steps channels' } as const

/** The rule of {@link spatialDropout1d}. */
export interface SpatialDropout1d extends Stated<'spatialDropout1d', typeof signature, 'keep'> {}

const rule = stated<SpatialDropout1dOptions>('spatialDropout1d', signature, 'keep', rateChecks)

/**
 * Drops whole channels: {@link dropout} with one draw for all steps of a channel of a sample, for neighbouring steps are too much
 * alike to be dropped one by one. Shape: kept. Source: Tompson et al., Efficient object localization using convolutional
 * networks (2015).
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, spatialDropout1d } from 'shapeproof'
 * const x = spatialDropout1d({ rate: 0.5 })(input([10, 64])) // [10, 64]
 * ```
 */
export function spatialDropout1d<const O extends SpatialDropout1dOptions>(
  options: ExactNumber<O, SpatialDropout1dOptions, 'spatialDropout1d', 'rate', 'share'>,
): Layer<SpatialDropout1d, O> {
  return makeLayer(rule, options)
}
