import type { AnyCompiled, WrongRank } from './evaluate.js'
import type { Refusal, Say } from './message.js'
import type { Value } from './values.js'
import type { Divides, IsNotCount } from './whole.js'

/** A layer's output, unless one of its options does not divide what it must. Most give no such option: one look at the keys. */
export type Divided<G extends AnyCompiled, O, S, Result> = [keyof O & keyof G['divides']] extends [never]
  ? Result
  : keyof O & keyof G['divides'] extends infer Name
    ? 'fine' extends DivideCheck<G, S, O, Name, O[Name & keyof O]>
      ? Result
      : RankFirst<Result, WrongRank<G, S>, DivideCheck<G, S, O, Name, O[Name & keyof O]>>
    : never

// An input of another rank has no axes to divide: that is said first, as when run.
type RankFirst<Result, Rank, E> = [Result] extends [Rank & Refusal] ? Result : E

// Of a union of numbers one may be fine: it is checked at run time.
type DivideCheck<G extends AnyCompiled, S, O, Name, By> = number extends By
  ? 'fine'
  : By extends number
    ? IsNotCount<By> extends true
      ? Say<'count', { who: G['kind']; option: Name; was: By }>
      : Name extends keyof G['divides']
        ? DivideEach<G, S, O, Name, By, G['divides'][Name]>
        : 'fine'
    : 'fine'

type DivideEach<G extends AnyCompiled, S, O, Name, By extends number, Ops> = Ops extends readonly [infer A extends readonly unknown[], ...infer Rest]
  ? Value<G, A, S, O> extends infer Size
    ? number extends Size
      ? DivideEach<G, S, O, Name, By, Rest>
      : Size extends number
        ? Divides<By, Size> extends true
          ? DivideEach<G, S, O, Name, By, Rest>
          : DivideRefusal<G, Name, By, A, Size>
        : DivideEach<G, S, O, Name, By, Rest>
    : never
  : 'fine'

type DivideRefusal<G extends AnyCompiled, Name, By, A extends readonly unknown[], Size> = A[0] extends 'axis'
  ? Say<'dividesInput', { who: G['kind']; option: Name; size: Size; axis: G['axes'][A[1] & keyof G['axes']]; was: By }>
  : Say<'dividesOption', { who: G['kind']; option: Name; other: A[1]; size: Size; was: By }>
