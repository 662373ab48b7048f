import type { ExactFraction } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { fraction, layerName, required } from '../options.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link dropout}. */
export interface DropoutOptions {
  /** Share of the values that are dropped, at least 0 and below 1. */
  readonly rate: number
  /** Name in the model, unique there. Default `dropout`, `dropout_1`, … */
  readonly name?: string | undefined
}

const signature = { input: '...', output: '...' } as const

/** The rule of {@link dropout}. */
export interface Dropout extends Stated<'dropout', typeof signature, 'keep'> {}

const rule = stated<DropoutOptions>('dropout', signature, 'keep', { rate: required(fraction), name: layerName })

/**
 * Sets a share `rate` of the values to 0 while training and scales the others by 1 / (1 - rate), so that their mean stays;
 * does nothing else. Shape: kept. Source: Srivastava et al., Dropout (2014).
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { dropout, input } from 'shapeproof'
 * const x = dropout({ rate: 0.5 })(input([1600])) // [1600]
 * ```
 */
export function dropout<const O extends DropoutOptions>(
  options: ExactFraction<O, DropoutOptions, 'dropout', 'rate'>,
): Layer<Dropout, O> {
  return makeLayer(rule, options)
}
