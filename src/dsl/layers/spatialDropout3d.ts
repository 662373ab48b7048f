import type { ExactNumber } from '../exact-numbers.js'
import { type Layer, makeLayer } from '../layer.js'
import { type RateOptions, rateChecks } from '../noise.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link spatialDropout3d}. */
export interface SpatialDropout3dOptions extends RateOptions {}

const signature = { input: 'depth height width channels', output: 'depth height width channels' } as const

/** The rule of {@link spatialDropout3d}. */
export interface SpatialDropout3d extends Stated<'spatialDropout3d', typeof signature, 'keep'> {}

const rule = stated<SpatialDropout3dOptions>('spatialDropout3d', signature, 'keep', rateChecks)

/**
 * Drops whole channels: {@link dropout} with one draw for a whole channel of a sample, for neighbouring values are too much alike
 * to be dropped one by one. Shape: kept. Source: Tompson et al., Efficient object localization using convolutional networks
 * (2015).
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, spatialDropout3d } from 'shapeproof'
 * const x = spatialDropout3d({ rate: 0.5 })(input([8, 8, 8, 16])) // [8, 8, 8, 16]
 * ```
 */
export function spatialDropout3d<const O extends SpatialDropout3dOptions>(
  options: ExactNumber<O, SpatialDropout3dOptions, 'spatialDropout3d', 'rate', 'share'>,
): Layer<SpatialDropout3d, O> {
  return makeLayer(rule, options)
}
