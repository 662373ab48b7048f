import type { ExactNumber } from '../exact-numbers.js'
import { type Layer, makeLayer } from '../layer.js'
import { type RateOptions, rateBelowOne, rateChecks } from '../noise.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link gaussianDropout}. */
export interface GaussianDropoutOptions extends RateOptions {
  /** Share of the values, at least 0 and below 1: near 1 the deviation has no bounds. */
  readonly rate: number
}

const signature = { input: '...', output: '...' } as const

/** The rule of {@link gaussianDropout}. */
export interface GaussianDropout extends Stated<'gaussianDropout', typeof signature, 'keep'> {}

const rule = stated<GaussianDropoutOptions>('gaussianDropout', signature, 'keep', {
  ...rateChecks,
  rate: rateBelowOne,
})

/**
 * Multiplies every value, while training, by a draw from a normal of mean 1 and deviation √(rate / (1 - rate)), which is that of
 * {@link dropout} of the same `rate`; does nothing else. Shape: kept. Source: Srivastava et al., Dropout (2014), section 10.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { gaussianDropout, input } from 'shapeproof'
 * const x = gaussianDropout({ rate: 0.25 })(input([64])) // [64]
 * ```
 */
export function gaussianDropout<const O extends GaussianDropoutOptions>(
  options: ExactNumber<O, GaussianDropoutOptions, 'gaussianDropout', 'rate', 'fraction'>,
): Layer<GaussianDropout, O> {
  return makeLayer(rule, options)
}
