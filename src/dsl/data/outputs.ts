// What a model takes and gives where the sizes of data say what its names stand for. Of a model without names nothing is worked out.
import type { Refusal } from '../../types/message.js'
import type { IsAny, Shape } from '../../types/shape.js'
import type { ChainOutput } from '../chain.js'
import type { TargetsFor } from '../losses/checkTargets.js'
import type { AnyModel, Chain, NetOf } from '../model.js'
import { type GraphOutput, outputsOn } from '../refit.js'
import type { CheckedInputs, CheckInputs, InputsFor } from './checkInputs.js'
import { type AnyNames, hasNames, type SampleOf, type SizesIn } from './sizes.js'

// The outputs, or the refusal of data that is too small for a layer, in the words of that layer where the types know the layers.
type OutputsOn<M extends AnyModel, X> =
  AnyNames<M['inputShape']> extends true
    ? [CheckInputs<'fit', 'x', M['inputShape'], X>] extends ['fine']
      ? On<NetOf<M>, M['outputShape'], SizesIn<M['inputShape'], X>, SampleOf<X>>
      : M['outputShape']
    : M['outputShape']

type On<Net, Output, Sizes, S> =
  Net extends Chain<unknown, readonly [unknown, ...infer L]> ? ChainOutput<S, L> : GraphOutput<Output, Sizes>

/** The shapes of a model's outputs on data, with names where the types don't know what they stand for. */
export type OutputsFor<M extends AnyModel, X> =
  OutputsOn<M, X> extends infer O ? ([O] extends [Refusal] ? M['outputShape'] : Named<M['outputShape'], O>) : never

type Named<Output, O> =
  IsAny<Output> extends true
    ? Output
    : Output extends readonly unknown[]
      ? { -readonly [K in keyof Output]: K extends keyof O ? NamedDim<Output[K], O[K]> : Output[K] }
      : { [N in keyof Output]: N extends keyof O ? Named<Output[N], O[N]> : Output[N] }

type NamedDim<D, New> = D extends string ? (number extends New ? D : New) : D

/** What a method takes as `x`, as {@link InputsFor} says, or the message where it is too small for the model. */
export type InputsOf<Who extends string, Option extends string, M extends AnyModel, X> = [OutputsOn<M, X>] extends [Refusal]
  ? OutputsOn<M, X>
  : InputsFor<Who, Option, M['inputShape'], X>

/** What `fit` and `evaluate` take as `y`: as {@link TargetsFor} says of the outputs on `X`. */
export type TargetsOf<Who extends string, Option extends string, M extends AnyModel, Loss, X, Y> = TargetsFor<
  Who,
  Option,
  M['inputShape'],
  OutputsFor<M, X>,
  Loss,
  X,
  Y
>

/** Run-time twin of {@link OutputsFor}: the shapes in the form of the model's `outputShape`. */
export function outputsFor(model: AnyModel, { data }: CheckedInputs): Shape | { readonly [name: string]: Shape } {
  if (!model.inputs.some(({ shape }) => hasNames(shape as Shape))) return model.outputShape
  const shapes = outputsOn(
    model,
    data.map(({ shape }) => shape.slice(1)),
  )
  const { outputNames } = model
  if (outputNames === undefined) return shapes[0] as Shape
  return Object.fromEntries(outputNames.map((name, at) => [name, shapes[at] as Shape]))
}
