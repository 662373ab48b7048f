import type { AgreeDim } from './agree.js'
import type { Lowest } from './apart.js'
import { type AxisAt, type AxisRefusal, axisAt } from './axis.js'
import { refuse, type Say } from './message.js'
import { type Dim, type IsManyAxes, isManyAxes, type Shape, type ShowDim, type ShowShape, showDim, showShape } from './shape.js'
import { type Sum, sum } from './sum.js'

/*
 * Shapes joined along one axis: its sizes add up, all others are equal.
 */

/** The shape of inputs joined along an axis, or a refusal that names the axis at fault. */
export type Joined<Who, Shapes, Axis> = Shapes extends readonly [infer A, ...infer Rest]
  ? 0 extends 1 & A
    ? // biome-ignore lint/suspicious/noExplicitAny: an earlier mistake has been told
      any
    : A extends readonly unknown[]
      ? number extends A['length']
        ? Shape
        : AxisAt<A, Axis> extends infer At
          ? [At] extends [never]
            ? AxisRefusal<Who, 'axis', A, Axis>
            : string extends At
              ? AnySizes<A>
              : JoinRest<Who, Rest, At, A, A, [A[At & keyof A]]>
          : never
      : never
  : Shape

// Along an axis that is known only at run time, every size may be a sum.
type AnySizes<S> = { -readonly [K in keyof S]: number }

type JoinRest<Who, Shapes, At, First, Common extends readonly unknown[], Sizes extends readonly unknown[]> = Shapes extends readonly [infer A, ...infer Rest]
  ? 0 extends 1 & A
    ? // biome-ignore lint/suspicious/noExplicitAny: an earlier mistake has been told
      any
    : A extends readonly unknown[]
      ? number extends A['length']
        ? Shape
        : A['length'] extends Common['length']
          ? Others<Common, A, At> extends infer Next extends readonly unknown[]
            ? [Differing<Next>] extends [never]
              ? JoinRest<Who, Rest, At, First, Next, [...Sizes, A[At & keyof A]]>
              : Say<'joinSizes', { who: Who; at: Lowest<Differing<Next>>; axis: At; first: ShowAt<First, Lowest<Differing<Next>>>; second: ShowAt<A, Lowest<Differing<Next>>> }>
            : never
          : Say<'joinRanks', { who: Who; first: ShowShape<First>; second: ShowShape<A> }>
      : never
  : Shapes extends readonly []
    ? { -readonly [K in keyof Common]: K extends At ? Sum<Sizes> : Common[K] }
    : { -readonly [K in keyof Common]: K extends At ? number : Common[K] }

type Others<A, B, At> = { -readonly [K in keyof A]: K extends At ? 0 : AgreeDim<A[K], B[K & keyof B]> }

type Differing<T extends readonly unknown[]> = { [K in keyof T]: [T[K]] extends [never] ? K : never }[number]

// Of very many axes that at fault alone. Of several the first speaks.
type ShowAt<S, At> = IsManyAxes<S> extends true ? ShowDim<S[At & keyof S]> : ShowShape<S>

const showAt = (shape: Shape, at: number): string => (isManyAxes(shape) ? showDim(shape[at] as Dim) : showShape(shape))

/** Run-time twin of {@link Joined}. */
export function joined(who: string, shapes: readonly Shape[], axis: number): Dim[] {
  const [first, ...rest] = shapes
  if (first === undefined || rest.length === 0) return refuse('twoInputs', { who, was: showShape(first ?? []) })
  const at = axisAt(who, 'axis', first, axis)
  for (const shape of rest) {
    if (shape.length !== first.length) refuse('joinRanks', { who, first: showShape(first), second: showShape(shape) })
    const differs = shape.findIndex((size, k) => k !== at && size !== first[k])
    if (differs >= 0) refuse('joinSizes', { who, at: differs, axis: at, first: showAt(first, differs), second: showAt(shape, differs) })
  }
  return first.map((size, k) => (k === at ? sum(shapes.map((shape) => shape[at] as Dim)) : size))
}

/*
 * Two shapes contracted over one axis of each, as a matrix product over those.
 */

type AxisOf<Axes, K extends '0' | '1'> = Axes extends readonly unknown[] ? Axes[K & keyof Axes] : Axes

/** The axes of both shapes but for those contracted; of two vectors a single value. */
export type Contracted<Who, Shapes, Axes> = Shapes extends readonly [infer A, infer B]
  ? 0 extends 1 & A
    ? A
    : 0 extends 1 & B
      ? B
      : A extends readonly unknown[]
        ? B extends readonly unknown[]
          ? number extends A['length'] | B['length']
            ? Shape
            : ContractedAt<Who, A, B, AxisOf<Axes, '0'>, AxisOf<Axes, '1'>, AxisAt<A, AxisOf<Axes, '0'>>, AxisAt<B, AxisOf<Axes, '1'>>>
          : never
        : NotTwo<Who, 1>
  : Shapes extends readonly (readonly unknown[])[]
    ? number extends Shapes['length'] ? Contracted<Who, [Shapes[number], Shapes[number]], Axes> : NotTwo<Who, Shapes['length']>
    : NotTwo<Who, 1>

// In a row of layers it is one, and of one shape.
type NotTwo<Who, Count extends number> = Say<'inputCount', { who: Who; must: 2; was: Count }>

type ContractedAt<Who, A extends readonly unknown[], B extends readonly unknown[], IA, IB, P, Q> =
  [P] extends [never] ? AxisRefusal<Who, 'axes', A, IA>
  : [Q] extends [never] ? AxisRefusal<Who, 'axes', B, IB>
  : string extends P | Q ? Shape
  : [AgreeDim<A[P & keyof A], B[Q & keyof B]>] extends [never]
    ? Say<'contractedSizes', { who: Who; a: P; first: ShowDim<A[P & keyof A]>; b: Q; second: ShowDim<B[Q & keyof B]> }>
  : Rest<[...Without<A, P>, ...Without<B, Q>]>

type Rest<S> = S extends readonly [] ? [1] : S

type Without<S extends readonly unknown[], P, Done extends readonly unknown[] = [], K extends readonly unknown[] = []> = S extends readonly [infer A, ...infer Others]
  ? Without<Others, P, `${K['length']}` extends P ? Done : [...Done, A], [...K, 0]>
  : Done

/** Run-time twin of {@link Contracted}. */
export function contracted(who: string, shapes: readonly Shape[], axes: number | readonly [number, number]): Dim[] {
  const [a, b] = shapes
  if (a === undefined || b === undefined || shapes.length > 2) return refuse('inputCount', { who, must: 2, was: shapes.length })
  const [first, second] = typeof axes === 'number' ? [axes, axes] : axes
  const p = axisAt(who, 'axes', a, first)
  const q = axisAt(who, 'axes', b, second)
  if (a[p] !== b[q]) refuse('contractedSizes', { who, a: p, first: showDim(a[p] as Dim), b: q, second: showDim(b[q] as Dim) })
  const rest = [...a.filter((_, k) => k !== p), ...b.filter((_, k) => k !== q)]
  return rest.length === 0 ? [1] : rest
}
