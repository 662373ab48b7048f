import type { AgreeDim } from './agree.js'
import { refuse, type Say } from './message.js'
import { type Dim, type Shape, type ShowShape, type ShowSizes, showShape, showSizes } from './shape.js'
import type { IsUnion } from './union.js'

/** The sizes that an option says the input has: one for its only axis, or one for each, null where any will do. */
export type InputLength = number | readonly (number | null)[] | undefined

/** The shape with the sizes that the option knows, or why it has others. */
export type Lasting<Who, S, L> = S extends readonly unknown[]
  ? [L] extends [number] ? Checked<Who, S, [L]>
  : true extends IsUnion<L> ? S
  : L extends readonly unknown[] ? (number extends L['length'] ? S : Checked<Who, S, L>)
  : S
  : never

type Checked<Who, S extends readonly unknown[], L extends readonly unknown[]> =
  number extends S['length'] ? S
  : S['length'] extends L['length'] ? Whole<Who, S, L, { -readonly [K in keyof S]: Both<S[K], L[K & keyof L]> }>
  : Refused<Who, S, L>

// Of several sizes one may be right; what only the run knows is left to it.
type Both<D, A> = A extends null ? D : AgreeDim<D, A>

type Whole<Who, S, L, T extends readonly unknown[]> = { [K in keyof T]: [T[K]] extends [never] ? K : never }[number] extends infer Bad
  ? [Bad] extends [never] ? T : Refused<Who, S, L>
  : never

type Refused<Who, S, L> = Say<'inputLength', { who: Who; must: ShowShape<S>; was: ShowSizes<L> }>

/** Run-time twin of {@link Lasting}. */
export function lasting(who: string, shape: Shape, length: InputLength): Dim[] {
  if (length === undefined) return [...shape]
  const sizes = typeof length === 'number' ? [length] : length
  const fits = sizes.length === shape.length && sizes.every((size, axis) => size === null || size === shape[axis])
  if (!fits) refuse('inputLength', { who, must: showShape(shape), was: showSizes(sizes) })
  return [...shape]
}
