import type { Exact, ExactLists, NamedAs, Unfit } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type AdaptivePoolingOptions, adaptivePoolingChecks } from '../poolings.js'
import { type Stated, stated } from '../rule.js'
import type { PerAxis3d } from '../windows.js'

/** Options of {@link adaptiveMaxPooling3d}. */
export interface AdaptiveMaxPooling3dOptions extends AdaptivePoolingOptions<PerAxis3d> {}

const signature = {
  input: 'depth height width channels',
  output: 'resize(depth, outputSize) resize(height, outputSize) resize(width, outputSize) channels',
} as const

/** The rule of {@link adaptiveMaxPooling3d}. */
export interface AdaptiveMaxPooling3d extends Stated<'adaptiveMaxPooling3d', typeof signature, 'elements'> {}

const rule = stated<AdaptiveMaxPooling3dOptions>('adaptiveMaxPooling3d', signature, 'elements', adaptivePoolingChecks(3))

/**
 * The largest value of each of as many windows as the output is to have, channel by channel: `[depth, height, width, channels]`
 * to `[...outputSize, channels]`. Window o of O on an axis of I runs from floor(o * I / O) to ceil((o + 1) * I / O): windows
 * are of one size where O divides I, and overlap elsewhere.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { adaptiveMaxPooling3d, input } from 'shapeproof'
 * const x = adaptiveMaxPooling3d({ outputSize: 7 })(input([16, 28, 28, 8])) // [7, 7, 7, 8]
 * ```
 */
export function adaptiveMaxPooling3d<const O extends AdaptiveMaxPooling3dOptions & Unfit, const W>(
  options: NamedAs<O, 'adaptiveMaxPooling3d', ExactLists<O, AdaptiveMaxPooling3dOptions, 'adaptiveMaxPooling3d', W>>,
): Layer<AdaptiveMaxPooling3d, Exact<O, AdaptiveMaxPooling3dOptions>> {
  return makeLayer(rule, options)
}
