import type { Say } from '../types/message.js'
import type { ShowShape } from '../types/shape.js'
import type { IsUnion, LastOfUnion } from '../types/union.js'
import type { IsKnown, StatedInput } from './entries.js'
import type { OwnWeights } from './rule.js'

/*
 * The calls of a shared layer have one set of weights: two entries of one path must have weights of equal shapes. Entries are a
 * union, in which equal ones are one; so only paths that stand twice are looked at.
 */

// For each path the union of the shapes of its kernels; two members are two shapes.
type WeightsOf<E> = E extends readonly [unknown, infer G, infer O, infer S, ...unknown[]]
  ? OwnWeights<G, O, StatedInput<S>>
  : never

type AtPath<Past, P> = Past extends readonly [P, ...unknown[]] ? Past : never

type Mistake<P extends string, W> = true extends IsUnion<W> ? OneOf<FirstDifferent<P, W, keyof W>> : never

type OneOf<M> = [M] extends [never] ? never : LastOfUnion<M>

type FirstDifferent<P extends string, W, N> = N extends keyof W & string
  ? true extends IsUnion<W[N]>
    ? Sentence<P, N, Two<W[N]>>
    : never
  : never

type Sentence<P extends string, N extends string, T> = T extends readonly [infer A, infer B]
  ? Say<'sharedShape', { name: P; weight: N; first: ShowShape<A>; second: ShowShape<B> }>
  : never

type Two<U> = LastOfUnion<U> extends infer B ? (LastOfUnion<Exclude<U, B>> extends infer A ? [A, B] : never) : never

/** The sentence for the calls of a shared layer whose weights differ, or `never`. */
export type SharedMistake<Past> = FirstMistake<Twice<Past>, Past>

type Twice<Past> = TwiceIn<ByPath<Past>>

// One key for each path, and what stands twice becomes a union there: a look at all entries for each path would be a square.
type ByPath<Past> = { [E in Past as E[0 & keyof E] extends infer P extends string ? (string extends P ? never : P) : never]: E }

type TwiceIn<M> = {
  [P in keyof M & string]: true extends IsUnion<M[P]> ? (IsKnown<P> extends true ? P : never) : never
}[keyof M & string]

// One is told, whichever: compilers do not order unions alike.
type FirstMistake<P, Past> = [P] extends [never] ? never : MistakeAt<LastOfUnion<P> & string, AtPath<Past, LastOfUnion<P>>>

// Entries of one path are calls of one shared layer, or they are two layers of one name.
type MistakeAt<P extends string, E> = [E] extends [readonly [unknown, unknown, unknown, unknown, 'shared']]
  ? // By index: to infer would make one of two options of which one fits the other.
    true extends IsUnion<E[1]> | IsUnion<E[2]>
    ? Say<'sameName', { name: P }>
    : Mistake<P, WeightsOf<E>>
  : Say<'sameName', { name: P }>
