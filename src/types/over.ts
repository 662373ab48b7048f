import { type AxisAt, type AxisRefusal, axisAt } from './axis.js'
import { refuse, type Say } from './message.js'
import type { Next } from './next.js'
import { type Dim, type Shape, type ShowDim, type ShowShape, showDim, showShape } from './shape.js'

/*
 * Layers over one or several axes of a sample, whose weights have the sizes of those.
 */

type AxesOf<A> = A extends readonly unknown[] ? A : [A]

type Places<S extends readonly unknown[], L> = { -readonly [K in keyof L]: AxisAt<S, L[K]> }

type OutOfRange<Who, S extends readonly unknown[], L> = L extends readonly [infer A, ...infer Rest]
  ? [AxisAt<S, A>] extends [never] ? AxisRefusal<Who, 'axis', S, A> : OutOfRange<Who, S, Rest>
  : never

// The sizes at those places, walking the shape: none left at its end, or they were not in order.
type SizesAt<S, P, K extends number = 0, Done extends readonly unknown[] = []> = S extends readonly [infer D, ...infer Rest]
  ? P extends readonly [infer A, ...infer Others]
    ? A extends `${K}` ? SizesAt<Rest, Others, Next[K], [...Done, [K, D]]> : SizesAt<Rest, P, Next[K], Done>
    : Done
  : P extends readonly [] ? Done : 'disorder'

type FirstNamed<Who, L> = L extends readonly [readonly [infer K extends number, infer D], ...infer Rest]
  ? D extends string ? Say<'unknownAxis', { who: Who; axis: `axis ${K}`; was: ShowDim<D> }> : FirstNamed<Who, Rest>
  : never

/** The shape, which is kept, or why the axes are wrong; `Weights` is true where weights need their sizes. */
export type Over<Who, S, A, Weights> = S extends readonly unknown[]
  ? number extends S['length'] | AxesOf<A>['length'] ? S
  : [OutOfRange<Who, S, AxesOf<A>>] extends [never]
    ? string extends Places<S, AxesOf<A>>[number] ? S
    : SizesAt<S, Places<S, AxesOf<A>>> extends infer L
      ? L extends 'disorder' | [] ? Say<'axesOrder', { who: Who; was: ShowShape<AxesOf<A>> }>
      : Weights extends false ? S
      : [FirstNamed<Who, L>] extends [never] ? S : FirstNamed<Who, L>
    : never
  : OutOfRange<Who, S, AxesOf<A>>
  : never

// Of a parameter, or a list would become an object.
type Unsized<L> = { -readonly [K in keyof L]: number }

/** The sizes of the axes, in their order: the shape of weights over them. */
export type OverSizes<S, A> = S extends readonly unknown[]
  ? number extends S['length'] | AxesOf<A>['length'] ? Shape
  : string extends Places<S, AxesOf<A>>[number] ? Unsized<AxesOf<A>>
  : SizesAt<S, Places<S, AxesOf<A>>> extends infer L ? { -readonly [K in keyof L]: L[K] extends readonly [unknown, infer D] ? D : never } : never
  : never

/** Run-time twin of {@link Over}: the axes counted from 0. */
export function over(who: string, shape: Shape, axis: number | readonly number[], weights: boolean): number[] {
  const axes = typeof axis === 'number' ? [axis] : axis
  const places = axes.map((one) => axisAt(who, 'axis', shape, one))
  const ordered = places.every((place, k) => k === 0 || place > (places[k - 1] as number))
  if (!ordered || places.length === 0) refuse('axesOrder', { who, was: showShape(axes) })
  const named = places.find((place) => typeof shape[place] === 'string')
  if (weights && named !== undefined) refuse('unknownAxis', { who, axis: `axis ${named}`, was: showDim(shape[named] as Dim) })
  return places
}
