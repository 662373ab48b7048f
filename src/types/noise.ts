import { refuse, type Say } from './message.js'
import { type Dim, type Shape, type ShowShape, type ShowSizes, showShape, showSizes } from './shape.js'
import type { IsUnion } from './union.js'

/*
 * Noise that is drawn for a smaller shape and stretched to that of a sample: each axis has the sample's size (null says the same),
 * or 1 for values that share what is drawn.
 */

/** The shape, which is kept, or why noise of shape `N` does not stretch to it. What only the run knows is left to it. */
export type NoiseOn<Who, S, N> = S extends readonly unknown[]
  ? true extends IsUnion<N> ? S
  : N extends readonly unknown[]
    ? number extends S['length'] | N['length'] ? S
    : N extends { readonly length: S['length'] }
      ? [Misfits<S, N>] extends [never] ? S : NoiseRefusal<Who, S, N>
    : NoiseRefusal<Who, S, N>
  : S
  : never

type Misfits<S extends readonly unknown[], N> = { [K in keyof S]: 'fits' extends Fits<S[K], N[K & keyof N]> ? never : K }[number]

// Of several sizes one may be right.
type Fits<D, A> = A extends null | 1 ? 'fits' : number extends A | D ? 'fits' : A extends D ? 'fits' : 'not'

type NoiseRefusal<Who, S, N> = Say<'noiseShape', { who: Who; must: ShowShape<S>; was: ShowSizes<N> }>

/** Run-time twin of {@link NoiseOn}. */
export function noiseOn(who: string, shape: Shape, noise: readonly (number | null)[]): Dim[] {
  const fits = noise.length === shape.length && noise.every((size, axis) => size === null || size === 1 || size === shape[axis])
  if (!fits) refuse('noiseShape', { who, must: showShape(shape), was: showSizes(noise) })
  return [...shape]
}
