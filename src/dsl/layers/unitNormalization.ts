import type { Over } from '../../types/over.js'
import { type Axes, type AxisOf, axes, overAxes } from '../axes.js'
import type { ExactIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { layerName } from '../options.js'
import type { Computed } from '../rule.js'

/** Options of {@link unitNormalization}. */
export interface UnitNormalizationOptions {
  /** The axis, or axes in their order, along which the length becomes 1, counted from 0, or from -1 at the end. Default -1. */
  readonly axis?: Axes | undefined
  /** Name in the model, unique there. Default `unitNormalization`, `unitNormalization_1`, … */
  readonly name?: string | undefined
}

/** The rule of {@link unitNormalization}. */
export interface UnitNormalization extends Computed {
  readonly kind: 'unitNormalization'
  readonly output: Over<'unitNormalization', this['input'], AxisOf<this['options']>, false>
  readonly last: 'linear'
}

const rule = overAxes<UnitNormalizationOptions>('unitNormalization', { axis: axes, name: layerName }, {}, [], 'linear')

/**
 * Each sample divided by its length, the root of the sum of its squares, over an axis or several: shape kept.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, unitNormalization } from 'shapeproof'
 * const x = unitNormalization()(input([64])) // [64]
 * ```
 */
export function unitNormalization<const O extends UnitNormalizationOptions = {}>(
  options?: ExactIfGiven<O, UnitNormalizationOptions, 'unitNormalization'>,
): Layer<UnitNormalization, O> {
  return makeLayer(rule, options)
}
