import type { Say } from '../types/message.js'
import type { Next, Previous } from '../types/next.js'
import type { Marked } from './chain.js'
import type { Counted, KindOf, Numbered } from './entries.js'
import type { RuleOf, rule } from './layer.js'

/*
 * Two layers of one name in a `sequential` are an error on the second. Only names that are given are compared, and with the
 * automatic ones (`dense_1`) that the walk reaches; a chain without given names is not walked at all.
 */

// A comparison, which instantiates nothing: looking each layer's options up cost 26 instantiations a layer.
interface Nameless {
  readonly [rule]: readonly [unknown, { readonly name?: undefined; readonly [option: string]: unknown }, ...unknown[]]
}

type GivenNames<L extends readonly unknown[]> = Given<PartIn<L[number]>>
type PartIn<Y> = Y[typeof rule & keyof Y]
type Given<R> = R extends readonly [unknown, { readonly name: infer N extends string }] ? N : never
type IsShared<R> = R extends readonly [{ readonly arrangement: 'shared' }, ...unknown[]] ? true : false

/** The layers as they are, but for the second of one name, in whose place the refusal stands. `Skip` is 1 where the first of `All` is not in `L`. */
export type CheckNames<All extends readonly unknown[], L extends readonly unknown[], Skip extends 0 | 1 = 0> = [L] extends [never]
  ? never
  : All[number] extends Nameless
    ? L
    : [GivenNames<All>] extends [never]
      ? L
      : number extends All['length']
        ? L
        : Marked<L, Moved<SecondOf<All, {}, never>, Skip>>

type Moved<F, Skip extends 0 | 1> = F extends readonly [infer K extends number, infer E]
  ? [Skip extends 1 ? Previous[K] : K, E]
  : F

// `Shares` are the names of shared layers: their calls have one name, but no other layer may.
type SecondOf<
  L extends readonly unknown[],
  Counts,
  Seen extends string,
  Shares extends string = never,
  K extends number = 0,
> = K extends L['length'] ? never : SecondAt<RuleOf<L[K]>, L, Counts, Seen, Shares, K>

type SecondAt<R, L extends readonly unknown[], Counts, Seen extends string, Shares extends string, K extends number> = [
  Given<R>,
] extends [never]
  ? SecondNamed<Numbered<Counts, KindOf<R>>, L, Counted<Counts, KindOf<R>>, Seen, Shares, K>
  : IsShared<R> extends true
    ? Given<R> extends Seen
      ? [K, Say<'sameName', { name: Given<R> }>]
      : SecondOf<L, Counts, Seen, Shares | Given<R>, Next[K]>
    : SecondNamed<Given<R>, L, Counts, Seen, Shares, K>

type SecondNamed<
  N extends string,
  L extends readonly unknown[],
  Counts,
  Seen extends string,
  Shares extends string,
  K extends number,
> = N extends Seen | Shares ? [K, Say<'sameName', { name: N }>] : SecondOf<L, Counts, Seen | N, Shares, Next[K]>
