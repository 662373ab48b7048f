/*
 * Texts with parentheses, and lists of texts in their order.
 */

type Order = '()*+,-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'

/** Whether A stands before B, or is it. */
export type IsBefore<A extends string, B extends string> = A extends '' ? true
  : A extends `${infer a}${infer As}` ? B extends `${infer b}${infer Bs}` ? a extends b ? IsBefore<As, Bs> : Order extends `${string}${a}${string}${b}${string}` ? true : false : false
  : true

// A sorted list with one text more.
type Insert<T extends readonly string[], X extends string, Done extends readonly string[] = []> =
  T extends readonly [infer H extends string, ...infer R extends readonly string[]] ? (IsBefore<X, H> extends true ? [...Done, X, ...T] : Insert<R, X, [...Done, H]>) : [...Done, X]

/** A sorted list with several more. */
export type InsertAll<T extends readonly string[], Xs extends readonly string[]> = Xs extends readonly [infer X extends string, ...infer R extends readonly string[]] ? InsertAll<Insert<T, X>, R> : T

/** The texts with a sign between them. */
export type Join<T extends readonly string[], By extends string, Done extends string = ''> =
  T extends readonly [infer H extends string, ...infer R extends readonly string[]] ? Join<R, By, Done extends '' ? H : `${Done}${By}${H}`> : Done

/** The parts of a text between signs outside parentheses. */
export type Split<T extends string, By extends string, Open extends string = '', Done extends readonly string[] = []> =
  T extends `${infer H}${By}${infer R}`
    ? Balanced<`${Open}${H}`> extends true ? Split<R, By, '', [...Done, `${Open}${H}`]> : Split<R, By, `${Open}${H}${By}`, Done>
    : [...Done, `${Open}${T}`]

/** Whether each parenthesis in a text has its other. */
export type Balanced<T extends string, Depth extends readonly 0[] = []> =
  T extends `${infer A})${infer R}` ? (Opened<A, Depth> extends readonly [0, ...infer D extends readonly 0[]] ? Balanced<R, D> : false)
  : Opened<T, Depth> extends readonly [] ? true : false

type Opened<T extends string, Depth extends readonly 0[]> = T extends `${string}(${infer R}` ? Opened<R, [...Depth, 0]> : Depth
