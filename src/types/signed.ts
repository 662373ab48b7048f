import type { AddText, DivideText, Multiply, SubtractText, ToNumber } from './whole.js'

/*
 * Whole numbers with a sign, as strings of digits.
 */

/** a + b of any sign. */
export type SignedAdd<A extends string, B extends string> =
  A extends `-${infer a}` ? (B extends `-${infer b}` ? `-${AddText<a, b>}` : Difference<B, a>)
  : B extends `-${infer b}` ? Difference<A, b> : AddText<A, B>

type Difference<A extends string, B extends string> =
  SubtractText<A, B> extends infer D extends string ? (D extends '-' ? `-${SubtractText<B, A>}` : D) : never

/** a * b. */
export type Times<A extends string, B extends string> = `${Multiply<ToNumber<A>, ToNumber<B>>}`

/** a * b for a of any sign. */
export type SignedTimes<A extends string, B extends string> = A extends `-${infer a}` ? `-${Times<a, B>}` : Times<A, B>

/** The greatest common divisor; of a and 0 it is a. */
export type Gcd<A extends string, B extends string> = B extends '0' ? A : Gcd<B, DivideText<A, B>[1]>

/** floor(a / b) for a of at least 0. */
export type Quotient<A extends string, B extends string> = DivideText<A, B> extends readonly [infer Q extends string, unknown] ? Q : never

/** floor(c / g) for c of any sign. */
export type SignedFloor<C extends string, G extends string> = C extends `-${infer c}`
  ? DivideText<c, G> extends [infer Q extends string, infer R] ? (R extends '0' ? (Q extends '0' ? '0' : `-${Q}`) : `-${AddText<Q, '1'>}`) : never
  : DivideText<C, G>[0]

/** a - b of any sign. */
export type SignedLess<A extends string, B extends string> = SignedAdd<A, B extends '0' ? B : B extends `-${infer b}` ? b : `-${B}`>
