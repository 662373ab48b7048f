import { refuse, type Say } from './message.js'
import { type Dim, type Shape, showShape, type ShowShape } from './shape.js'

/*
 * Equality of shapes that must be the same. `number` agrees with every size, and the known one of the two goes on: at run
 * time they are equal or a sentence is thrown. A name agrees with itself.
 */

/** The size that two equal sizes are, or `never` where they differ. */
export type AgreeDim<A, B> = number extends A ? B : number extends B ? A : A extends B ? A : B extends A ? B : never

/** The shape that two equal shapes are, or `never` where they differ. */
export type Agree<A, B> = A extends readonly unknown[]
  ? B extends readonly unknown[]
    ? number extends A['length']
      ? B
      : number extends B['length']
        ? A
        : A['length'] extends B['length']
          ? Whole<{ -readonly [K in keyof A]: AgreeDim<A[K], B[K & keyof B]> }>
          : never
    : never
  : never

type Whole<T> = T extends readonly unknown[] ? (Failing<{ [K in keyof T]: [T[K]] extends [never] ? 'failed' : 'fine' }> extends true ? never : T) : never

type Failing<T extends readonly unknown[]> = 'failed' extends T[number] ? true : false

/** The one shape of all inputs of a merge, or a refusal that shows the first two that differ. */
export type SameShape<Who extends string, Shapes, First = never, Common = never> = Shapes extends readonly [infer A, ...infer Rest]
  ? 0 extends 1 & A
    ? // biome-ignore lint/suspicious/noExplicitAny: an earlier mistake has been told
      any
    : [Common] extends [never]
      ? SameShape<Who, Rest, A, A>
      : Agree<Common, A> extends infer Next
        ? [Next] extends [never]
          ? Say<'sameShape', { who: Who; first: ShowShape<First>; second: ShowShape<A> }>
          : SameShape<Who, Rest, First, Next>
        : never
  : Common

/** Run-time twin of {@link SameShape}. */
export function sameShape(who: string, shapes: readonly Shape[]): Dim[] {
  const [first, ...rest] = shapes
  if (first === undefined || rest.length === 0) return refuse('twoInputs', { who, was: showShape(first ?? []) })
  for (const other of rest) {
    if (other.length !== first.length || other.some((dim, axis) => dim !== first[axis])) {
      refuse('sameShape', { who, first: showShape(first), second: showShape(other) })
    }
  }
  return [...first]
}

