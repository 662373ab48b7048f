import type { Differences, Digit, Products, Quotients, Sums } from './digit-tables.js'

/*
 * Arithmetic on whole-number literals, digit by digit over template literals: no limit on the size, and cheap, where
 * counting tuples stops near 1,000. The operands must be single literals of at least 0: callers turn `any`, `number`
 * and unions away first, since `${number}` has no digits. Results past 2^53 widen to `number`, which is no lie.
 */

type Reverse<S extends string, Done extends string = ''> = S extends `${infer Head}${infer Tail}` ? Reverse<Tail, `${Head}${Done}`> : Done

/** Drops leading zeros. */
type Trim<S extends string> = S extends `0${infer Tail}` ? (Tail extends '' ? '0' : Trim<Tail>) : S

/** The number that a string of digits stands for. */
export type ToNumber<S extends string> = S extends `${infer N extends number}` ? N : never

// Reversed operands, result in reading order.
type AddReversed<A extends string, B extends string, Carry extends '0' | '1' = '0', Sum extends string = ''> =
  A extends `${infer a extends Digit}${infer As}`
    ? B extends `${infer b extends Digit}${infer Bs}`
      ? Sums[Carry][a][b] extends `${infer c extends '0' | '1'}${infer d}` ? AddReversed<As, Bs, c, `${d}${Sum}`> : never
      : Carry extends '0' ? `${Reverse<A>}${Sum}`
      : Sums[Carry][a]['0'] extends `${infer c extends '0' | '1'}${infer d}` ? AddReversed<As, '', c, `${d}${Sum}`> : never
    : B extends '' ? (Carry extends '1' ? `1${Sum}` : Sum) : AddReversed<B, '', Carry, Sum>

type SubtractReversed<A extends string, B extends string, Borrow extends '0' | '1' = '0', Rest extends string = ''> =
  A extends `${infer a extends Digit}${infer As}`
    ? B extends `${infer b extends Digit}${infer Bs}`
      ? Differences[Borrow][a][b] extends `${infer c extends '0' | '1'}${infer d}` ? SubtractReversed<As, Bs, c, `${d}${Rest}`> : never
      : Borrow extends '0' ? `${Reverse<A>}${Rest}`
      : Differences[Borrow][a]['0'] extends `${infer c extends '0' | '1'}${infer d}` ? SubtractReversed<As, '', c, `${d}${Rest}`> : never
    : B extends '' ? (Borrow extends '1' ? '-' : Rest) : '-'

/** a + b on strings of digits. */
export type AddText<A extends string, B extends string> = AddReversed<Reverse<A>, Reverse<B>>

/** a - b on strings of digits; `'-'` below zero. */
export type SubtractText<A extends string, B extends string> =
  SubtractReversed<Reverse<A>, Reverse<B>> extends infer D extends string ? (D extends '-' ? '-' : Trim<D>) : never

/** a + b. */
export type Add<A extends number, B extends number> = A extends 0 ? B : B extends 0 ? A : ToNumber<AddText<`${A}`, `${B}`>>

/** a - b, or `never` below zero. */
export type Subtract<A extends number, B extends number> =
  SubtractText<`${A}`, `${B}`> extends infer D extends string ? (D extends '-' ? never : ToNumber<D>) : never

// A reversed number times a digit, reversed.
type TimesDigit<A extends string, b extends Digit, Carry extends Digit = '0', Product extends string = ''> =
  A extends `${infer a extends Digit}${infer As}`
    ? Products[a][b] extends `${infer high extends Digit}${infer low extends Digit}`
      ? Sums['0'][low][Carry] extends `${infer c extends '0' | '1'}${infer d}`
        ? Sums[c]['0'][high] extends `0${infer next extends Digit}` ? TimesDigit<As, b, next, `${Product}${d}`> : never
        : never
      : never
    : Carry extends '0' ? Product : `${Product}${Carry}`

type TimesReversed<A extends string, B extends string, Zeros extends string = '', Product extends string = '0'> =
  B extends `${infer b extends Digit}${infer Bs}`
    ? TimesReversed<A, Bs, `${Zeros}0`, b extends '0' ? Product : Reverse<AddReversed<Product, `${Zeros}${TimesDigit<A, b>}`>>>
    : Product

/** a * b. */
export type Multiply<A extends number, B extends number> =
  A extends 1 ? B
  : B extends 1 ? A
  : 0 extends A | B ? 0
  : ToNumber<Trim<Reverse<TimesReversed<Reverse<`${A}`>, Reverse<`${B}`>>>>>

type ShortDivide<A extends string, D extends keyof Quotients, Rest extends string = '0', Quotient extends string = ''> =
  A extends `${infer a extends Digit}${infer As}`
    ? Quotients[D][Rest & keyof Quotients[D]] extends infer Row
      ? Row[a & keyof Row] extends `${infer q}${infer r}` ? ShortDivide<As, D, r, `${Quotient}${q}`> : never
      : never
    : [Trim<Quotient>, Rest]

// How often B goes into R, which is below ten times B.
type DivideStep<R extends string, B extends string, Times extends readonly 0[] = []> =
  SubtractText<R, B> extends infer D extends string ? (D extends '-' ? [`${Times['length']}`, R] : DivideStep<D, B, [...Times, 0]>) : never

type LongDivide<A extends string, B extends string, Rest extends string = '0', Quotient extends string = ''> =
  A extends `${infer a}${infer As}`
    ? DivideStep<Trim<`${Rest}${a}`>, B> extends [infer q extends string, infer r extends string]
      ? LongDivide<As, B, r, `${Quotient}${q}`>
      : never
    : [Trim<Quotient>, Rest]

/** Quotient and rest of a / b on strings of digits; by what only the run knows there is no end to dividing. */
export type DivideText<A extends string, B extends string> =
  B extends '1' ? [A, '0'] : B extends keyof Quotients ? ShortDivide<A, B> : `${number}` extends B ? [B, '0'] : LongDivide<A, B>

/** floor(a / b) for b of at least 1. */
export type FloorDivide<A extends number, B extends number> = B extends 1 ? A : ToNumber<DivideText<`${A}`, `${B}`>[0]>

/** ceil(a / b) for b of at least 1. */
export type CeilDivide<A extends number, B extends number> =
  B extends 1 ? A
  : DivideText<`${A}`, `${B}`> extends [infer Q extends string, infer R]
    ? R extends '0' ? ToNumber<Q> : ToNumber<AddText<Q, '1'>>
    : never

/** True where b goes into a without a rest. */
export type Divides<B extends number, A extends number> = B extends 1 ? true : DivideText<`${A}`, `${B}`>[1] extends '0' ? true : false

/** What the text of a literal looks like when it is no whole number of at least 1; large ones print with an exponent. */
export type NotCount = '0' | `-${string}` | `${string}.${string}` | `${string}e${string}`

/** True for a literal that is no whole number of at least 1; `number` may be one. */
export type IsNotCount<N extends number> = `${N}` extends NotCount ? true : false

/** Run-time twin of {@link IsNotCount}. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value < 1e21
}

/** True for a literal that is no whole number of at least 0. */
export type IsNotWhole<N extends number> = N extends 0 ? false : IsNotCount<N>

/** Run-time twin of {@link IsNotWhole}. */
export function isWhole(value: unknown): value is number {
  return value === 0 || isCount(value)
}
