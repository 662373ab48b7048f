import type { OneOf, Refusal, Say } from '../types/message.js'
import type { NotCount } from '../types/whole.js'
import type { CountTable, Exact, NamedAs } from './exact.js'

/*
 * Numbers among options that must lie in a range, such as rates: `Exact` and a refusal on the number that does not.
 */

/** What a number among the options must be; each is the key of its sentence. */
export type NumberRule = keyof WrongNumbers

/** {@link Exact}, and the option `K`, which must be given, is what `Rule` says of it. */
export type ExactNumber<O, P, Who, K extends keyof P, Rule extends NumberRule> = NumberIn<O, Exact<O, P>, Who, K, Rule>

type NumberIn<O, E, Who, K extends PropertyKey, Rule extends NumberRule> = NamedAs<
  O,
  Who,
  [`${E[K & keyof E] & number}`] extends [WrongNumbers[Rule]]
    ? { [N in keyof E]: N extends K ? RefusedNumber<E, N, Who, Rule> : E[N] }
    : E
>

/** {@link Exact}, and the numbers among the options are what `T` says of them, where they are given. */
export type ExactNumbers<O, P, Who, T extends { readonly [option: string]: NumberRule }> = {} extends O
  ? P
  : NamedAs<O, Who, NumbersIn<Exact<O, P>, Who, T>>

/** {@link ExactNumbers} of what has no name. */
export type NamelessNumbers<O, P, Who, T extends { readonly [option: string]: NumberRule }> = {} extends O
  ? P
  : NumbersIn<Exact<O, P>, Who, T>

/** The options `E`, of which the numbers are what `T` says of them, or refusals in their places. */
export type NumbersIn<E, Who, T extends { readonly [option: string]: NumberRule }> = [
  BadNumbers<E, T, keyof E & keyof T>,
] extends [never]
  ? E
  : { [N in keyof E]: N extends keyof T ? RefusedNumber<E, N, Who, T[N] & NumberRule> | (E[N] & undefined) : E[N] }

type BadNumbers<O, T, K extends keyof O & keyof T> = {
  [N in K]-?: O[N] extends number
    ? `${O[N]}` extends WrongNumbers[T[N] & NumberRule]
      ? `${O[N]}` extends Right[T[N] & NumberRule]
        ? never
        : N
      : never
    : never
}[K]

// What the text of a wrong number is like, but for those in `Right`: 5e-7 begins like 5, and has an exponent.
interface WrongNumbers {
  /** At least 0 and below 1. */
  fraction: NotFraction
  /** At least 0 and at most 1. */
  share: NotShare
  /** Above 0. */
  positive: NotPositive
  /** At least 0. */
  atLeastZero: Negative
  /** A whole number of at least 1. */
  count: NotCount
  /** A whole number of at least 0. */
  whole: Exclude<NotCount, '0'>
}

interface Right {
  fraction: Small
  share: Small
  positive: never
  atLeastZero: never
  count: never
  whole: never
}

type Negative = `-${string}`
type NotPositive = '0' | Negative
type NotShare =
  | Negative
  | `${2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}${string}`
  | `1${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | '.' | 'e'}${string}`
type NotFraction = NotShare | '1'
type Small = `${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}${string}e-${string}`

type RefusedNumber<E, N extends keyof E, Who, Rule extends NumberRule> = [`${E[N] & number}`] extends [Right[Rule]]
  ? E[N]
  : Tables<Say<Rule, { who: Who; option: N; was: OneOf<E[N] & number> }>>[Rule][`${E[N] & number}`]

// Tables rather than conditionals, see that of counts.
interface Tables<Refused extends Refusal> {
  fraction: FractionTable<Refused>
  share: ShareTable<Refused>
  positive: PositiveTable<Refused>
  atLeastZero: SignTable<Refused>
  count: CountTable<Refused>
  whole: WholeTable<Refused>
}

interface SignTable<Refused extends Refusal> {
  [number: `${number}`]: number | Refusal
  [wrong: Negative]: Refused
}

interface PositiveTable<Refused extends Refusal> extends SignTable<Refused> {
  0: Refused
}

interface ShareTable<Refused extends Refusal> {
  [number: `${number}`]: number | Refusal
  [wrong: NotShare]: Refused
}

interface FractionTable<Refused extends Refusal> extends ShareTable<Refused> {
  1: Refused
}

interface WholeTable<Refused extends Refusal> {
  [number: `${number}`]: number | Refusal
  [wrong: Exclude<NotCount, '0'>]: Refused
}
