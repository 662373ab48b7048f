import type { ExactNumber } from '../exact-numbers.js'
import { type Layer, makeLayer } from '../layer.js'
import { type RateOptions, rateChecks } from '../noise.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link spatialDropout2d}. */
export interface SpatialDropout2dOptions extends RateOptions {}

const signature = { input: 'height width channels', output: 'height width channels' } as const

/** The rule of {@link spatialDropout2d}. */
export interface SpatialDropout2d extends Stated<'spatialDropout2d', typeof signature, 'keep'> {}

const rule = stated<SpatialDropout2dOptions>('spatialDropout2d', signature, 'keep', rateChecks)

/**
 * Drops whole channels: {@link dropout} with one draw for all pixels of a channel of a sample, for neighbouring pixels are too
 * much alike to be dropped one by one. Shape: kept. Source: Tompson et al., Efficient object localization using convolutional
 * networks (2015).
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, spatialDropout2d } from 'shapeproof'
 * const x = spatialDropout2d({ rate: 0.5 })(input([32, 32, 16])) // [32, 32, 16]
 * ```
 */
export function spatialDropout2d<const O extends SpatialDropout2dOptions>(
  options: ExactNumber<O, SpatialDropout2dOptions, 'spatialDropout2d', 'rate', 'share'>,
): Layer<SpatialDropout2d, O> {
  return makeLayer(rule, options)
}
