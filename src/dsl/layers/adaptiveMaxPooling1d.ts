import type { Exact, ExactLists, NamedAs, Unfit } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type AdaptivePoolingOptions, adaptivePoolingChecks } from '../poolings.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link adaptiveMaxPooling1d}. */
export interface AdaptiveMaxPooling1dOptions extends AdaptivePoolingOptions<number> {}

const signature = {
  input: 'steps channels',
  output: 'resize(steps, outputSize) channels',
} as const

/** The rule of {@link adaptiveMaxPooling1d}. */
export interface AdaptiveMaxPooling1d extends Stated<'adaptiveMaxPooling1d', typeof signature, 'elements'> {}

const rule = stated<AdaptiveMaxPooling1dOptions>('adaptiveMaxPooling1d', signature, 'elements', adaptivePoolingChecks(1))

/**
 * The largest value of each of as many windows as the output is to have, channel by channel: `[steps, channels]` to
 * `[...outputSize, channels]`. Window o of O on an axis of I runs from floor(o * I / O) to ceil((o + 1) * I / O): windows are
 * of one size where O divides I, and overlap elsewhere.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { adaptiveMaxPooling1d, input } from 'shapeproof'
 * const x = adaptiveMaxPooling1d({ outputSize: 7 })(input([100, 8])) // [7, 8]
 * ```
 */
export function adaptiveMaxPooling1d<const O extends AdaptiveMaxPooling1dOptions & Unfit, const W>(
  options: NamedAs<O, 'adaptiveMaxPooling1d', ExactLists<O, AdaptiveMaxPooling1dOptions, 'adaptiveMaxPooling1d', W>>,
): Layer<AdaptiveMaxPooling1d, Exact<O, AdaptiveMaxPooling1dOptions>> {
  return makeLayer(rule, options)
}
