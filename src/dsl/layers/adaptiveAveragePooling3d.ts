import type { Exact, ExactLists, NamedAs, Unfit } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type AdaptivePoolingOptions, adaptivePoolingChecks } from '../poolings.js'
import { type Stated, stated } from '../rule.js'
import type { PerAxis3d } from '../windows.js'

/** Options of {@link adaptiveAveragePooling3d}. */
export interface AdaptiveAveragePooling3dOptions extends AdaptivePoolingOptions<PerAxis3d> {}

const signature = {
  input: 'depth height width channels',
  output: 'resize(depth, outputSize) resize(height, outputSize) resize(width, outputSize) channels',
} as const

/** The rule of {@link adaptiveAveragePooling3d}. */
export interface AdaptiveAveragePooling3d extends Stated<'adaptiveAveragePooling3d', typeof signature, 'keep'> {}

const rule = stated<AdaptiveAveragePooling3dOptions>('adaptiveAveragePooling3d', signature, 'keep', adaptivePoolingChecks(3))

/**
 * The mean of each of as many windows as the output is to have, channel by channel: `[depth, height, width, channels]` to
 * `[...outputSize, channels]`. Window o of O on an axis of I runs from floor(o * I / O) to ceil((o + 1) * I / O): windows are
 * of one size where O divides I, and overlap elsewhere.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { adaptiveAveragePooling3d, input } from 'shapeproof'
 * const x = adaptiveAveragePooling3d({ outputSize: 7 })(input([16, 28, 28, 8])) // [7, 7, 7, 8]
 * ```
 */
export function adaptiveAveragePooling3d<const O extends AdaptiveAveragePooling3dOptions & Unfit, const W>(
  options: NamedAs<O, 'adaptiveAveragePooling3d', ExactLists<O, AdaptiveAveragePooling3dOptions, 'adaptiveAveragePooling3d', W>>,
): Layer<AdaptiveAveragePooling3d, Exact<O, AdaptiveAveragePooling3dOptions>> {
  return makeLayer(rule, options)
}
