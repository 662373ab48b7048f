import type { ExactNumber } from '../exact-numbers.js'
import { type Layer, makeLayer } from '../layer.js'
import { type NoiseOptions, type Noisy, noiseChecks, noisy } from '../noise.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link dropout}. */
export interface DropoutOptions extends NoiseOptions {}

const signature = { input: '...', output: '...' } as const

/** The rule of {@link dropout}. */
export interface Dropout extends Stated<'dropout', typeof signature, 'keep'> {}

/** The rule of {@link dropout} with a `noiseShape`: without one, as most, nothing is to be looked at. */
export interface DropoutWithShape extends Noisy<'dropout'> {}

type RuleOf<O> = 'noiseShape' extends keyof O ? DropoutWithShape : Dropout

const rule = noisy(stated<DropoutOptions>('dropout', signature, 'keep', noiseChecks))

/**
 * Sets a share `rate` of the values to 0 while training and scales the others by 1 / (1 - rate), so that their mean stays;
 * does nothing else. At rate 1 all are 0. Shape: kept. Source: Srivastava et al., Dropout (2014).
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { dropout, input } from 'shapeproof'
 * const x = dropout({ rate: 0.5 })(input([1600])) // [1600]
 * ```
 */
export function dropout<const O extends DropoutOptions>(
  options: ExactNumber<O, DropoutOptions, 'dropout', 'rate', 'share'>,
): Layer<RuleOf<O>, O> {
  return makeLayer(rule, options)
}
