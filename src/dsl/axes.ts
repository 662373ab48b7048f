import type { Given } from '../types/given.js'
import { type Over, type OverSizes, over } from '../types/over.js'
import type { ParamSpec } from '../types/run.js'
import type { Dim, Shape } from '../types/shape.js'
import type { Options } from '../types/values.js'
import type { LastRule } from './activations.js'
import { computed } from './computed.js'
import { anyNumber, numbers, type OptionCheck, type OptionChecks } from './options.js'
import type { ComputedWithWeights, RuleTwin } from './rule.js'

/*
 * What layers over one or several axes of a sample share: the shape is kept, the weights have the sizes of those axes.
 */

/** The axis or axes of a sample, counted from 0, or from -1 at the end. */
export type Axes = number | readonly number[]

/** The axis or axes that options say. */
export type AxisOf<O> = Given<O, 'axis', -1>

// A weight that an option may leave out.
type Has<O, When> = When extends string ? Given<O, When & string, true> : true

type Any<O, W> = { [N in keyof W]: [Has<O, W[N]>] extends [false] ? never : true }[keyof W]

/** The rule of a layer over axes. `W` are its weights by name, each with the option that it depends on. */
export interface OverAxes<Kind extends string, W, Last> extends ComputedWithWeights {
  readonly kind: Kind
  readonly output: Over<Kind, this['input'], AxisOf<this['options']>, [Any<this['options'], W>] extends [never] ? false : true>
  readonly weights: WeightsOver<this['input'], this['options'], W>
  readonly last: Last
}

type WeightsOver<S, O, W> = { readonly [N in keyof W as [Has<O, W[N]>] extends [false] ? never : N]: OverSizes<S, AxisOf<O>> }

/** One axis, or several in their order. */
export const axes: OptionCheck = (value, who, option) => (Array.isArray(value) ? numbers : anyNumber)(value, who, option)

/** A weight over axes: its name, the option that it depends on, if any, its initializer, and whether gradients move it. */
export interface WeightOver {
  readonly name: string
  readonly when?: string
  readonly initializer: string
  readonly trainable?: boolean
}

/** Run-time twin of {@link OverAxes}. */
export function overAxes<O>(
  kind: string,
  checks: OptionChecks<O>,
  defaults: Options,
  weights: readonly WeightOver[],
  last: LastRule | ((options: Options) => LastRule),
): RuleTwin {
  const present = (options: Options) => weights.filter(({ when }) => when === undefined || options[when] !== false)
  const params = (shape: Shape, options: Options): ParamSpec[] =>
    present(options).map(({ name, initializer, trainable = true }) => ({
      name,
      initializer,
      trainable,
      shape: over(kind, shape, options.axis as Axes, true).map((place) => shape[place] as Dim),
    }))
  return computed<O>(kind, {
    checks,
    defaults: { axis: -1, ...defaults },
    last,
    output(shape, options) {
      over(kind, shape, options.axis as Axes, present(options).length > 0)
      return [...shape]
    },
    params: weights.length === 0 ? undefined : params,
  })
}
