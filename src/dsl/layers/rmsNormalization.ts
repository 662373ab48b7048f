import { type Axes, axes, type OverAxes, overAxes } from '../axes.js'
import type { ExactNumbers } from '../exact-numbers.js'
import { type Layer, makeLayer } from '../layer.js'
import { layerName, positive, type Weighted } from '../options.js'

/** Options of {@link rmsNormalization}. */
export interface RmsNormalizationOptions extends Weighted {
  /** The axis, or axes in their order, over which each sample is normalised, counted from 0, or from -1 at the end. Default -1. */
  readonly axis?: Axes | undefined
  /** Added to the mean of the squares, above 0. Default 0.000001. */
  readonly epsilon?: number | undefined
}

/** The rule of {@link rmsNormalization}. */
export interface RmsNormalization extends OverAxes<'rmsNormalization', { scale: true }, 'linear'> {}

const rule = overAxes<RmsNormalizationOptions>(
  'rmsNormalization',
  { axis: axes, epsilon: positive, name: layerName },
  { epsilon: 1e-6 },
  [{ name: 'scale', when: 'always', initializer: 'ones' }],
  'linear',
)

/**
 * Each sample divided by the root of its mean square over an axis or several, times `scale`, which has the sizes of those
 * axes: shape kept. Source: Zhang and Sennrich, Root mean square layer normalization (2019).
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, rmsNormalization } from 'shapeproof'
 * const x = rmsNormalization()(input([10, 64])) // [10, 64]
 * ```
 */
export function rmsNormalization<const O extends RmsNormalizationOptions = {}>(
  options?: ExactNumbers<O, RmsNormalizationOptions, 'rmsNormalization', { epsilon: 'positive' }>,
): Layer<RmsNormalization, O> {
  return makeLayer(rule, options)
}
