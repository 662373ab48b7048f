import type { Exact, ExactLists, NamedAs, Unfit } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type AdaptivePoolingOptions, adaptivePoolingChecks } from '../poolings.js'
import { type Stated, stated } from '../rule.js'
import type { PerAxis2d } from '../windows.js'

/** Options of {@link adaptiveAveragePooling2d}. */
export interface AdaptiveAveragePooling2dOptions extends AdaptivePoolingOptions<PerAxis2d> {}

const signature = {
  input: 'height width channels',
  output: 'resize(height, outputSize) resize(width, outputSize) channels',
} as const

/** The rule of {@link adaptiveAveragePooling2d}. */
export interface AdaptiveAveragePooling2d extends Stated<'adaptiveAveragePooling2d', typeof signature, 'keep'> {}

const rule = stated<AdaptiveAveragePooling2dOptions>('adaptiveAveragePooling2d', signature, 'keep', adaptivePoolingChecks(2))

/**
 * The mean of each of as many windows as the output is to have, channel by channel: `[height, width, channels]` to
 * `[...outputSize, channels]`. Window o of O on an axis of I runs from floor(o * I / O) to ceil((o + 1) * I / O): windows are
 * of one size where O divides I, and overlap elsewhere.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { adaptiveAveragePooling2d, input } from 'shapeproof'
 * const x = adaptiveAveragePooling2d({ outputSize: 7 })(input([28, 28, 8])) // [7, 7, 8]
 * ```
 */
export function adaptiveAveragePooling2d<const O extends AdaptiveAveragePooling2dOptions & Unfit, const W>(
  options: NamedAs<O, 'adaptiveAveragePooling2d', ExactLists<O, AdaptiveAveragePooling2dOptions, 'adaptiveAveragePooling2d', W>>,
): Layer<AdaptiveAveragePooling2d, Exact<O, AdaptiveAveragePooling2dOptions>> {
  return makeLayer(rule, options)
}
