import type { ExactNumber } from '../exact-numbers.js'
import { type Layer, makeLayer } from '../layer.js'
import { type NoiseOptions, type Noisy, noiseChecks, noisy, rateBelowOne } from '../noise.js'
import { stated } from '../rule.js'

/** Options of {@link alphaDropout}. */
export interface AlphaDropoutOptions extends NoiseOptions {
  /** Share of the values, at least 0 and below 1: near 1 what is kept is scaled beyond all bounds. */
  readonly rate: number
}

const signature = { input: '...', output: '...' } as const

/** The rule of {@link alphaDropout}. */
export interface AlphaDropout extends Noisy<'alphaDropout'> {}

const rule = noisy(stated<AlphaDropoutOptions>('alphaDropout', signature, 'keep', { ...noiseChecks, rate: rateBelowOne }))

/**
 * Sets a share `rate` of the values, while training, to α' = -1.758, to which a selu falls, and then takes a · x + b of all, so
 * that a mean of 0 and a variance of 1 stay: a = 1 / √((1 - rate)(1 + rate · α'²)), b = -a · α' · rate. Does nothing else. Shape:
 * kept. Source: Klambauer et al., Self-normalizing neural networks (2017).
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { alphaDropout, input } from 'shapeproof'
 * const x = alphaDropout({ rate: 0.1 })(input([64])) // [64]
 * ```
 */
export function alphaDropout<const O extends AlphaDropoutOptions>(
  options: ExactNumber<O, AlphaDropoutOptions, 'alphaDropout', 'rate', 'fraction'>,
): Layer<AlphaDropout, O> {
  return makeLayer(rule, options)
}
