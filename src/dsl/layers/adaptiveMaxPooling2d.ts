import type { Exact, ExactLists, NamedAs, Unfit } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type AdaptivePoolingOptions, adaptivePoolingChecks } from '../poolings.js'
import { type Stated, stated } from '../rule.js'
import type { PerAxis2d } from '../windows.js'

/** Options of {@link adaptiveMaxPooling2d}. */
export interface AdaptiveMaxPooling2dOptions extends AdaptivePoolingOptions<PerAxis2d> {}

const signature = {
  input: 'height width channels',
  output: 'resize(height, outputSize) resize(width, outputSize) channels',
} as const

/** The rule of {@link adaptiveMaxPooling2d}. */
export interface AdaptiveMaxPooling2d extends Stated<'adaptiveMaxPooling2d', typeof signature, 'elements'> {}

const rule = stated<AdaptiveMaxPooling2dOptions>('adaptiveMaxPooling2d', signature, 'elements', adaptivePoolingChecks(2))

/**
 * The largest value of each of as many windows as the output is to have, channel by channel: `[height, width, channels]` to
 * `[...outputSize, channels]`. Window o of O on an axis of I runs from floor(o * I / O) to ceil((o + 1) * I / O): windows are
 * of one size where O divides I, and overlap elsewhere.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { adaptiveMaxPooling2d, input } from 'shapeproof'
 * const x = adaptiveMaxPooling2d({ outputSize: 7 })(input([28, 28, 8])) // [7, 7, 8]
 * ```
 */
export function adaptiveMaxPooling2d<const O extends AdaptiveMaxPooling2dOptions & Unfit, const W>(
  options: NamedAs<O, 'adaptiveMaxPooling2d', ExactLists<O, AdaptiveMaxPooling2dOptions, 'adaptiveMaxPooling2d', W>>,
): Layer<AdaptiveMaxPooling2d, Exact<O, AdaptiveMaxPooling2dOptions>> {
  return makeLayer(rule, options)
}
