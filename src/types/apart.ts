import type { AgreeDim } from './agree.js'
import { type Dim, type IsManyAxes, isManyAxes, type Shape, type ShowDim, type ShowShape, showDim, showShape } from './shape.js'

/*
 * Two shapes that must be the same and are not, as messages print them: of shapes of more than six axes, which are cut in their
 * middle, the first axis that differs alone.
 */

/** The text of `A`, beside which `B` is printed. */
export type ShowApart<A, B> = IsManyAxes<A> extends true
  ? Differing<A, B> extends infer K
    ? [K] extends [never]
      ? ShowShape<A>
      : ShowAxis<A, Lowest<K>>
    : never
  : ShowShape<A>

type ShowAxis<A, K extends number> = `${ShowDim<A[K & keyof A]>} on axis ${K}`

// Of shapes with as many axes as each other.
type Differing<A, B> = A extends readonly unknown[]
  ? B extends { readonly length: A['length'] }
    ? { [K in keyof A]: [AgreeDim<A[K], B[K & keyof B]>] extends [never] ? K : never }[number]
    : never
  : never

/** The lowest of a union of indices. */
export type Lowest<K, From extends readonly unknown[] = []> = [K] extends [never] ? never : `${From['length']}` extends K ? From['length'] : Lowest<K, [...From, 0]>

/** Run-time twin of {@link ShowApart}. */
export function showApart(a: Shape, b: Shape): string {
  const axis = a.findIndex((size, k) => size !== b[k])
  return isManyAxes(a) && a.length === b.length && axis >= 0 ? `${showDim(a[axis] as Dim)} on axis ${axis}` : showShape(a)
}
