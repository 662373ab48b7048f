import type { AddText, DivideText, Multiply, SubtractText, ToNumber } from './whole.js'

/*
 * Sizes with names. Every chain of windows, poolings, paddings and upsamplings on one name is floor((a * x + c) / m): shifting
 * by n adds n * m to c, dividing by k multiplies m by k, and a common divisor of a and m goes out. That one form is printed as
 * text, so that equal sizes are equal types: `h-2`, `16*h`, `floor((h-2)/2)`, `ceil(h/2)`. x is a name, or a sorted product
 * or sum of names. Fuzzed against numbers: equal texts are equal functions.
 */

/** floor((a * x + c) / m); all as digits, c with its sign. */
type Form = readonly [a: string, x: string, c: string, m: string]

// ---- whole numbers with a sign

type SignedAdd<A extends string, B extends string> =
  A extends `-${infer a}` ? (B extends `-${infer b}` ? `-${AddText<a, b>}` : Difference<B, a>)
  : B extends `-${infer b}` ? Difference<A, b> : AddText<A, B>

type Difference<A extends string, B extends string> =
  SubtractText<A, B> extends infer D extends string ? (D extends '-' ? `-${SubtractText<B, A>}` : D) : never

type Times<A extends string, B extends string> = `${Multiply<ToNumber<A>, ToNumber<B>>}`

type SignedTimes<A extends string, B extends string> = A extends `-${infer a}` ? `-${Times<a, B>}` : Times<A, B>

type Gcd<A extends string, B extends string> = B extends '0' ? A : Gcd<B, DivideText<A, B>[1]>

/** floor(c / g) for c of any sign. */
type SignedFloor<C extends string, G extends string> = C extends `-${infer c}`
  ? DivideText<c, G> extends [infer Q extends string, infer R] ? (R extends '0' ? (Q extends '0' ? '0' : `-${Q}`) : `-${AddText<Q, '1'>}`) : never
  : DivideText<C, G>[0]

// ---- from text to form and back

// '16*h' and 'h*w*32': the coefficient stands before one name, behind several.
type Coefficient<T extends string> = T extends `${infer a extends number}*${infer x}` ? [`${a}`, Unwrapped<x>] : CoefficientBehind<T, Factors<T>>

// The sum in 3*(h+w) is a form's x.
type Unwrapped<X extends string> = X extends `(${infer I})` ? (Balanced<I> extends true ? (Split<I, '+'> extends readonly [string] ? X : I) : X) : X

type CoefficientBehind<T extends string, F> = F extends readonly [...infer X extends readonly string[], infer a extends `${number}`] ? (X extends readonly [] ? ['1', T] : [a, Join<X, '*'>]) : ['1', T]

// a * x + c, cut at the last sign outside parentheses that a number follows.
type Linear<T extends string, Before extends string = ''> =
  T extends `${infer u})${infer v}` ? Linear<v, `${Before}${u})`>
  : T extends `${infer u}-${infer n extends number}` ? [...Coefficient<`${Before}${u}`>, `-${n}`]
  : T extends `${infer u}+${infer n extends number}` ? [...Coefficient<`${Before}${u}`>, `${n}`]
  : T extends `${infer u}+${infer v}` ? Linear<v, `${Before}${u}+`>
  : [...Coefficient<`${Before}${T}`>, '0']

type Parse<D extends string> =
  D extends `floor(${infer t})` ? (Balanced<t> extends true ? Floored<Fraction<t>> : [...Linear<D>, '1'])
  : D extends `ceil(${infer t})` ? (Balanced<t> extends true ? Ceiled<Fraction<t>> : [...Linear<D>, '1'])
  : [...Linear<D>, '1']

// Cut at the last stroke.
type Fraction<T extends string, Before extends string = ''> =
  T extends `${infer u}/${infer v}` ? (v extends `${number}` ? [Ungrouped<`${Before}${u}`>, v] : Fraction<v, `${Before}${u}/`>) : never

type Ungrouped<T extends string> = T extends `(${infer u})` ? (Balanced<u> extends true ? u : T) : T

type Floored<F> = F extends readonly [infer t extends string, infer m] ? [...Linear<t>, m] : never

type Ceiled<F> = F extends readonly [infer t extends string, infer m extends string] ? [...Coefficient<t>, SubtractText<m, '1'>, m] : never

// Only what stands outside parentheses counts.
type Scaled<a extends string, x extends string> =
  a extends '1' ? x
  : Factors<x> extends readonly [string] ? (Split<x, '+'> extends readonly [string] ? `${a}*${x}` : `${a}*(${x})`)
  : `${x}*${a}`

type LinearText<a extends string, x extends string, c extends string> = `${Scaled<a, x>}${c extends '0' ? '' : c extends `-${string}` ? c : `+${c}`}`

type Print<F> = F extends Form
  ? F extends readonly [infer a extends string, infer x extends string, infer c extends string, infer m extends string]
    ? m extends '1' ? LinearText<a, x, c>
    : c extends '0' ? `floor(${Grouped<LinearText<a, x, c>>}/${m})`
    : c extends SubtractText<m, '1'> ? `ceil(${Grouped<LinearText<a, x, '0'>>}/${m})`
    : `floor((${LinearText<a, x, c>})/${m})`
    : never
  : never

// A sum of names below a fraction stroke.
type Grouped<T extends string> = Split<T, '+'> extends readonly [string] ? T : `(${T})`

type Shifted<F, n extends string> = F extends readonly [infer a, infer x, infer c extends string, infer m extends string] ? [a, x, SignedAdd<c, SignedTimes<n, m>>, m] : never

type Divided<F, k extends string> = F extends readonly [infer a extends string, infer x, infer c extends string, infer m extends string] ? Reduced<a, x, c, Times<m, k>> : never

type Reduced<a extends string, x, c extends string, m extends string> = Gcd<m, a> extends infer g extends string
  ? g extends '1' ? [a, x, c, m] : [DivideText<a, g>[0], x, SignedFloor<c, g>, DivideText<m, g>[0]]
  : never

// ---- operations on sizes with names

/** D + n; n is digits with a sign. */
export type NamedShift<D extends string, n extends string> = n extends '0' ? D : Print<Shifted<Parse<D>, n>>

/** D * k. */
export type NamedScale<D extends string, k extends number> = k extends 1 ? D
  : Parse<D> extends readonly [infer a extends string, infer x extends string, infer c extends string, '1'] ? Print<[Times<a, `${k}`>, x, SignedTimes<c, `${k}`>, '1']>
  : `${k}*${D}`

/** floor((D + n) / k). */
export type NamedFloor<D extends string, n extends string, k extends number> = k extends 1 ? NamedShift<D, n> : Print<Divided<Shifted<Parse<D>, n>, `${k}`>>

/** The output of a window: floor((D + P - K + S) / S), where P - K is digits with a sign. */
export type NamedWindow<D extends string, Room extends number, K extends number, S extends number> = NamedFloor<D, SignedAdd<`${Room}`, SignedAdd<`-${K}`, `${S}`>>, S>

/** ceil(D / k). */
export type NamedCeil<D extends string, k extends number> = k extends 1 ? D : NamedFloor<D, SubtractText<`${k}`, '1'>, k>

// ---- sorted lists

type Order = '()*+,-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'

type Before<A extends string, B extends string> = A extends '' ? true
  : A extends `${infer a}${infer As}` ? B extends `${infer b}${infer Bs}` ? a extends b ? Before<As, Bs> : Order extends `${string}${a}${string}${b}${string}` ? true : false : false
  : true

type Insert<T extends readonly string[], X extends string, Done extends readonly string[] = []> =
  T extends readonly [infer H extends string, ...infer R extends readonly string[]] ? (Before<X, H> extends true ? [...Done, X, ...T] : Insert<R, X, [...Done, H]>) : [...Done, X]

type InsertAll<T extends readonly string[], Xs extends readonly string[]> = Xs extends readonly [infer X extends string, ...infer R extends readonly string[]] ? InsertAll<Insert<T, X>, R> : T

type Join<T extends readonly string[], By extends string, Done extends string = ''> =
  T extends readonly [infer H extends string, ...infer R extends readonly string[]] ? Join<R, By, Done extends '' ? H : `${Done}${By}${H}`> : Done

// Split outside parentheses.
type Split<T extends string, By extends string, Open extends string = '', Done extends readonly string[] = []> =
  T extends `${infer H}${By}${infer R}`
    ? Balanced<`${Open}${H}`> extends true ? Split<R, By, '', [...Done, `${Open}${H}`]> : Split<R, By, `${Open}${H}${By}`, Done>
    : [...Done, `${Open}${T}`]

type Balanced<T extends string, Depth extends readonly 0[] = []> =
  T extends `${string}${'(' | ')'}${string}`
    ? T extends `${infer A}(${infer R}` ? (A extends `${infer A1})${infer A2}` ? Balanced<`${A2}(${R}`, Pop<Depth>> & Balanced<A1, []> : Balanced<R, [...Depth, 0]>)
    : T extends `${string})${infer R}` ? Balanced<R, Pop<Depth>> : never
    : Depth extends readonly [] ? true : false

type Pop<D extends readonly 0[]> = D extends readonly [0, ...infer R extends readonly 0[]] ? R : D

type Factors<T extends string> = Split<T, '*'>

// A factor that is a sum stands in parentheses; a plain product is taken apart.
type FactorsOf<D extends string> = Parse<D> extends readonly [infer a extends string, infer x extends string, infer c, infer m]
  ? [c, m] extends ['0', '1'] ? [a, Split<x, '+'> extends readonly [string] ? Factors<x> : [`(${x})`]]
  : m extends '1' ? ['1', [`(${D})`]] : ['1', [D]]
  : never

/** The product of sizes, some with names: factors sorted, the number before one name and behind several. */
export type NamedProduct<S, N extends number = 1, T extends readonly string[] = []> =
  S extends readonly [infer A, ...infer Rest]
    ? A extends number ? NamedProduct<Rest, Multiply<N, A>, T>
    : FactorsOf<A & string> extends readonly [infer a extends string, infer F extends readonly string[]] ? NamedProduct<Rest, Multiply<N, ToNumber<a>>, InsertAll<T, F>> : never
    : T extends readonly [] ? N : Scaled<`${N}`, Join<T, '*'>>

type Term = readonly [x: string, a: string]

// c of a sum, and its terms without it.
type TermsOf<D extends string> = Parse<D> extends readonly [infer a extends string, infer x extends string, infer c extends string, '1']
  ? a extends '1' ? [Coefficients<Split<x, '+'>>, c] : [[[x, a]], c]
  : [[[D, '1']], '0']

type Coefficients<T extends readonly string[], Done extends readonly Term[] = []> = T extends readonly [infer H extends string, ...infer R extends readonly string[]]
  ? Coefficient<H> extends readonly [infer a extends string, infer x extends string] ? Coefficients<R, [...Done, [x, a]]> : never
  : Done

// In order of their names; equal names are counted.
type InsertTerm<T extends readonly Term[], X extends Term, Done extends readonly Term[] = []> =
  T extends readonly [infer H extends Term, ...infer R extends readonly Term[]]
    ? H[0] extends X[0] ? [...Done, [H[0], AddText<H[1], X[1]>], ...R]
    : Before<X[0], H[0]> extends true ? [...Done, X, ...T]
    : InsertTerm<R, X, [...Done, H]>
    : [...Done, X]

type InsertTerms<T extends readonly Term[], Xs extends readonly Term[]> = Xs extends readonly [infer X extends Term, ...infer R extends readonly Term[]] ? InsertTerms<InsertTerm<T, X>, R> : T

/** The sum of sizes, some with names: terms sorted, equal ones counted, the number last. */
export type NamedSum<S, N extends string = '0', T extends readonly Term[] = []> =
  S extends readonly [infer A, ...infer Rest]
    ? A extends number ? NamedSum<Rest, SignedAdd<N, `${A}`>, T>
    : TermsOf<A & string> extends readonly [infer X extends readonly Term[], infer c extends string] ? NamedSum<Rest, SignedAdd<N, c>, InsertTerms<T, X>> : never
    : T extends readonly [] ? ToNumber<N> : LinearText<'1', Join<ScaledTerms<T>, '+'>, N>

type ScaledTerms<T extends readonly Term[]> = { [K in keyof T]: Scaled<T[K][1], T[K][0]> }
