import type { Exact, ExactLists, NamedAs, Unfit } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type AdaptivePoolingOptions, adaptivePoolingChecks } from '../poolings.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link adaptiveAveragePooling1d}. */
export interface AdaptiveAveragePooling1dOptions extends AdaptivePoolingOptions<number> {}

const signature = {
  input: 'steps channels',
  output: 'resize(steps, outputSize) channels',
} as const

/** The rule of {@link adaptiveAveragePooling1d}. */
export interface AdaptiveAveragePooling1d extends Stated<'adaptiveAveragePooling1d', typeof signature, 'keep'> {}

const rule = stated<AdaptiveAveragePooling1dOptions>('adaptiveAveragePooling1d', signature, 'keep', adaptivePoolingChecks(1))

/**
 * The mean of each of as many windows as the output is to have, channel by channel: `[steps, channels]` to
 * `[...outputSize, channels]`. Window o of O on an axis of I runs from floor(o * I / O) to ceil((o + 1) * I / O): windows are
 * of one size where O divides I, and overlap elsewhere.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { adaptiveAveragePooling1d, input } from 'shapeproof'
 * const x = adaptiveAveragePooling1d({ outputSize: 7 })(input([100, 8])) // [7, 8]
 * ```
 */
export function adaptiveAveragePooling1d<const O extends AdaptiveAveragePooling1dOptions & Unfit, const W>(
  options: NamedAs<O, 'adaptiveAveragePooling1d', ExactLists<O, AdaptiveAveragePooling1dOptions, 'adaptiveAveragePooling1d', W>>,
): Layer<AdaptiveAveragePooling1d, Exact<O, AdaptiveAveragePooling1dOptions>> {
  return makeLayer(rule, options)
}
