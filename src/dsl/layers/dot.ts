import { type Contracted, contracted } from '../../types/join.js'
import type { Exact, ExactLists, NamedAs, Unfit } from '../exact.js'
import { type MergeLayer, makeLayer } from '../layer.js'
import { anyNumber, flag, layerName, type OptionChecks, perAxis, required } from '../options.js'
import type { Computed, RuleTwin } from '../rule.js'

/** Options of {@link dot}. */
export interface DotOptions {
  /** The axis of each input that is summed over, axes of a sample counted from 0, or from -1 at the end; one number stands for both. */
  readonly axes: number | readonly [first: number, second: number]
  /** Whether both inputs are scaled to a length of 1 along those axes: the cosine of two vectors. Default false. */
  readonly normalize?: boolean | undefined
  /** Name in the model, unique there. Default `dot`, `dot_1`, … */
  readonly name?: string | undefined
}

type AxesOf<O> = O extends { readonly axes: infer A } ? A : never

/** The rule of {@link dot}. */
export interface Dot extends Computed {
  readonly kind: 'dot'
  readonly output: Contracted<'dot', this['input'], AxesOf<this['options']>>
  readonly last: 'unknown'
}

const checks: OptionChecks<DotOptions> = { axes: required(perAxis(2, anyNumber)), normalize: flag, name: layerName }

const rule: RuleTwin = {
  kind: 'dot',
  merge: true,
  checks,
  defaults: { normalize: false },
  output: (shapes, { axes }) => contracted('dot', shapes, axes as number | readonly [number, number]),
  params: () => [],
  last: () => 'unknown',
}

/**
 * Products of two tensors summed over one axis of each: `[a, k]` and `[k, b]` with `axes: [1, 0]` to `[a, b]`; what is left
 * of the first comes before what is left of the second. Of two vectors it is one value, `[1]`.
 *
 * @throws ShapeError if the two axes have different sizes, or if there is no such axis.
 * @example
 * ```ts
 * import { dot, input } from 'shapeproof'
 * const x = dot({ axes: [1, 0] })([input([5, 8]), input([8, 3])]) // [5, 3]
 * ```
 */
export function dot<const O extends DotOptions & Unfit, const W>(
  options: NamedAs<O, 'dot', ExactLists<O, DotOptions, 'dot', W>>,
): MergeLayer<Dot, Exact<O, DotOptions>> {
  return makeLayer(rule, options)
}
