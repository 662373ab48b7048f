import type { Agree } from '../types/agree.js'
import type { Say } from '../types/message.js'
import type { Next } from '../types/next.js'
import type { ShowShape } from '../types/shape.js'
import type { IsUnion, LastOfUnion } from '../types/union.js'
import type { SureStep } from './chain.js'
import type { Entries, EntriesAt, Inside, StatedInput } from './entries.js'
import type { AnyLayer, RuleOf, rule } from './layer.js'
import type { Chain, Graph } from './model.js'
import type { CountsAfter, IsKnown, NameAt } from './numbering.js'
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

type Mistake<P extends string, W> = true extends IsUnion<W> ? OneOrNone<FirstDifferent<P, W, keyof W>> : never

type OneOrNone<M> = [M] extends [never] ? never : LastOfUnion<M>

type FirstDifferent<P extends string, W, N> = N extends keyof W & string
  ? true extends IsUnion<W[N]>
    ? Sentence<P, N, Shown<Two<W[N]>, Different<W[N]>>>
    : never
  : never

// Shapes that only the run knows may be equal; a weight may be left out.
type Different<U, V = U> = U extends readonly unknown[]
  ? V extends readonly unknown[]
    ? [Agree<U, V>] extends [never]
      ? [U, V]
      : never
    : never
  : never

// Two are shown in their order.
type Shown<T, All> = [All] extends [never] ? never : T extends All ? T : LastOfUnion<All>

type Sentence<P extends string, N extends string, T> = T extends readonly [infer A, infer B]
  ? Say<'sharedShape', { name: P; weight: N; first: ShowShape<A>; second: ShowShape<B> }>
  : never

type Two<U> = LastOfUnion<U> extends infer B ? (LastOfUnion<Exclude<U, B>> extends infer A ? [A, B] : never) : never

/** The sentence for the calls of a shared layer whose weights differ, or `never`. */
export type SharedMistake<Past> = FirstMistake<Twice<Past>, Past>

type Twice<Past> = TwiceIn<ByPath<Past>>

// One key for each path, and what stands twice becomes a union there: a look at all entries for each path would be a square. An
// entry of which only the run knows which of several names it has, or what text of a pattern, is at none of them.
type ByPath<Past> = { [E in Past as E[0 & keyof E] extends infer P extends string ? (string extends P ? never : P) : never]: E }

type TwiceIn<M> = { [P in keyof M & string]: true extends IsUnion<M[P]> ? IfTwice<P, M[P]> : never }[keyof M & string]

type IfTwice<P extends string, E> = true extends IsUnion<AtPath<E, P>> ? (IsKnown<P> extends true ? P : never) : never

// One is told, whichever: compilers do not order unions alike.
type FirstMistake<P, Past> = [P] extends [never] ? never : MistakeAt<LastOfUnion<P> & string, AtPath<Past, LastOfUnion<P>>>

// Entries of one path are calls of one shared layer, or they are two layers of one name.
type MistakeAt<P extends string, E> = [E] extends [readonly [unknown, unknown, unknown, unknown, 'shared']]
  ? // By index: to infer would make one of two options of which one fits the other.
    true extends IsUnion<E[1]> | IsUnion<E[2]>
    ? Say<'sameName', { name: P }>
    : Mistake<P, WeightsOf<E>>
  : // Within a layer made of layers they have been refused already.
    P extends `${string}/${string}`
    ? never
    : Say<'sameName', { name: P }>

// ---- in a chain

/** The first layer of a chain whose shared layers contradict those before it, as `[index, refusal]`, or `never`. */
export type SharedFailing<S, L extends readonly unknown[]> = number extends L['length']
  ? never
  : true extends HasShared<L[number]>
    ? [MistakeAmong<Entries<S, L>>] extends [never]
      ? never
      : FirstShared<S, L>
    : never

// Layers inside are looked at for shared ones only. Most have none, which a comparison finds: it instantiates nothing.
type HasShared<Y> = [Y] extends [Alone] ? false : SharedAmong<RuleOf<Y>>

interface Alone {
  readonly [rule]: readonly [{ readonly kind: string; readonly arrangement?: undefined }, ...unknown[]]
}

// The layers inside are among the options.
type SharedAmong<R> = R extends readonly [{ readonly arrangement: infer A }, infer O, ...unknown[]]
  ? A extends 'shared'
    ? true
    : A extends 'model'
      ? SharedInNet<Inside<R>['parts'][0]>
      : HasShared<LayersIn<O[keyof O]>>
  : false

type LayersIn<V> = V extends readonly unknown[] ? V[number] : V extends AnyLayer ? V : never

type SharedInNet<N> =
  N extends Chain<unknown, readonly [unknown, ...infer L]> ? HasShared<L[number]> : N extends Graph<infer P> ? IsShared<P> : false

type IsShared<E> = E extends readonly [unknown, unknown, unknown, unknown, 'shared'] ? true : false

type FirstShared<S, L extends readonly unknown[], K extends number = 0, Counts = {}, Found = never> = K extends L['length']
  ? never
  : SharedAt<Found | EntriesAt<RuleOf<L[K]>, S, NameAt<Counts, RuleOf<L[K]>>>, S, L, K, Counts>

type SharedAt<Found, S, L extends readonly unknown[], K extends number, Counts> = [MistakeAmong<Found>] extends [never]
  ? FirstShared<SureStep<L[K], S>, L, Next[K], CountsAfter<Counts, RuleOf<L[K]>>, Found>
  : [K, MistakeAmong<Found>]

// Inferred, entries are no more those of any layers: how those would compare with the pattern below takes 5 million instantiations.
type MistakeAmong<E> = [E] extends [infer All] ? SharedMistake<OnlyShared<All>> : never

// Two others of one path have been refused where they stand side by side.
type OnlyShared<E> = Extract<E, readonly [unknown, unknown, unknown, unknown, 'shared']>
