import type { Given } from '../../types/given.js'
import { type Axes, axes, type OverAxes, overAxes } from '../axes.js'
import type { ExactIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { layerName } from '../options.js'

/** Options of {@link softmax}. */
export interface SoftmaxOptions {
  /** The axis, or axes in their order, over which values sum to 1, counted from 0, or from -1 at the end. Default -1. */
  readonly axis?: Axes | undefined
  /** Name in the model, unique there. Default `softmax`, `softmax_1`, … */
  readonly name?: string | undefined
}

// Losses read classes from the last axis.
type LastOf<O> = [Given<O, 'axis', -1>] extends [-1] ? 'softmax' : 'unknown'

/** The rule of {@link softmax}. */
export interface Softmax extends OverAxes<'softmax', {}, unknown> {
  readonly last: LastOf<this['options']>
}

const rule = overAxes<SoftmaxOptions>('softmax', { axis: axes, name: layerName }, {}, [], ({ axis }) =>
  axis === -1 ? 'softmax' : 'unknown',
)

/**
 * exp(x) / Σ exp(x) over an axis or several: shape kept.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, softmax } from 'shapeproof'
 * const x = softmax()(input([10])) // [10]
 * ```
 */
export function softmax<const O extends SoftmaxOptions = {}>(options?: ExactIfGiven<O, SoftmaxOptions>): Layer<Softmax, O> {
  return makeLayer(rule, options)
}
