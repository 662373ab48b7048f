import type { Given } from '../../types/given.js'
import { type Refusal, refuse, type Say } from '../../types/message.js'
import { type Over, type OverSizes, over } from '../../types/over.js'
import { type ShowShape, showShape } from '../../types/shape.js'
import { type Axes, axes, overAxes } from '../axes.js'
import type { Exact, ExactIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { layerName } from '../options.js'
import type { Computed, RuleTwin } from '../rule.js'

/** Options of {@link softmax}. */
export interface SoftmaxOptions {
  /** The axis, or axes in their order, over which values sum to 1, counted from 0, or from -1 at the end. Default -1. */
  readonly axis?: Axes | undefined
  /** Name in the model, unique there. Default `softmax`, `softmax_1`, … */
  readonly name?: string | undefined
}

// Losses read classes from the last axis.
type LastOf<O> = [Given<O, 'axis', -1>] extends [-1] ? 'softmax' : 'unknown'

type AxisOf<O> = Given<O, 'axis', -1>

// Over one value it is 1, whatever that is.
type Shared<S, A, Out> = [Out] extends [Refusal]
  ? Out
  : OverSizes<S, A> extends readonly [1, ...1[]]
    ? Say<'softmaxSize', { who: 'softmax'; was: ShowShape<S> }>
    : Out

/** The rule of {@link softmax}. */
export interface Softmax extends Computed {
  readonly kind: 'softmax'
  readonly output: Shared<this['input'], AxisOf<this['options']>, Over<'softmax', this['input'], AxisOf<this['options']>, false>>
  readonly last: LastOf<this['options']>
}

const inOrder = overAxes<SoftmaxOptions>('softmax', { axis: axes, name: layerName }, {}, [], ({ axis }) =>
  axis === -1 ? 'softmax' : 'unknown',
)

const rule: RuleTwin = {
  ...inOrder,
  // Asked when a layer is described, and not when data come: a sequence of 'time' steps may well be one step long.
  params([shape = []], options) {
    const places = over('softmax', shape, options.axis as Axes, false)
    if (places.every((place) => shape[place] === 1)) refuse('softmaxSize', { who: 'softmax', was: showShape(shape) })
    return []
  },
}

/**
 * exp(x) / Σ exp(x) over an axis or several of more than one value: shape kept.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, softmax } from 'shapeproof'
 * const x = softmax()(input([10])) // [10]
 * ```
 */
export function softmax<const O extends SoftmaxOptions = {}>(
  options?: ExactIfGiven<O, SoftmaxOptions, 'softmax'>,
): Layer<Softmax, Exact<O, SoftmaxOptions>> {
  return makeLayer(rule, options)
}
