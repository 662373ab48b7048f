import type { WithoutCycles } from './cycles.js'
import type { Gcd, Quotient, SignedAdd, SignedFloor, SignedLess, SignedTimes, Times } from './signed.js'
import type { Balanced, InsertAll, IsBefore, Join, Split } from './texts.js'
import type { AddText, DivideText, Multiply, SubtractText, ToNumber } from './whole.js'

/*
 * Sizes with names. Every chain of windows, poolings and paddings on one name is floor((a * x + c) / m): shifting by n adds n * m to
 * c, dividing by k multiplies m by k, a common divisor of a and m goes out, and a fraction in a fraction is one. That one form is
 * printed as text, so that equal sizes are equal types: `h-2`, `16*h`, `floor((h-2)/2)`, `ceil(h/2)`. x is a name, a sorted product
 * or sum of names, or a fraction that was multiplied: `2*floor(h/2)`. Parts of a size that add up to it are it: see `cycles.ts`.
 * Fuzzed against numbers: equal texts are equal functions, and with upsampling by powers of two equal functions of one name are
 * equal texts (by 3 and others, some are not seen to be equal).
 */

/** floor((a * x + c) / m); all as digits, c with its sign. */
type Form = readonly [a: string, x: string, c: string, m: string]

// ---- from text to form and back

// '16*h' and 'h*w*32': the coefficient stands before one name, behind several.
type Coefficient<T extends string> = T extends `${string}+${string}` ? (Split<T, '+'> extends readonly [string] ? CoefficientOfOne<T> : ['1', T]) : CoefficientOfOne<T>

type CoefficientOfOne<T extends string> = T extends `${infer a extends number}*${infer x}` ? [`${a}`, Unwrapped<x>] : CoefficientBehind<T, Factors<T>>

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

/** The form of a text. */
export type Parse<D extends string> =
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
  : Split<x, '+'> extends readonly [string] ? (Factors<x> extends readonly [string] ? `${a}*${x}` : `${x}*${a}`)
  : `${a}*(${x})`

type LinearText<a extends string, x extends string, c extends string> = `${Scaled<a, x>}${c extends '0' ? '' : c extends `-${string}` ? c : `+${c}`}`

/** The text of a form. */
export type Print<F> = F extends Form
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

type Divided<F, k extends string> = F extends readonly [infer a, infer x, infer c, infer m extends string] ? [a, x, c, Times<m, k>] : never

type Normal<F> = F extends readonly [infer a extends string, infer x extends string, infer c extends string, infer m extends string]
  ? Gcd<m, a> extends infer g extends string
    ? g extends '1' ? Settled<F> : Settled<[Quotient<a, g>, x, SignedFloor<c, g>, Quotient<m, g>]>
    : never
  : never

// A fraction in a fraction is one; of what is added to k fractions, multiples of k go into the fraction.
type Settled<F> = F extends readonly [infer a extends string, infer x extends string, infer c extends string, infer m extends string]
  ? x extends `${'floor' | 'ceil'}(${string}`
    ? Parse<x> extends readonly [infer b extends string, infer y extends string, infer e extends string, infer n extends string]
      ? n extends '1' ? Print<F>
      : a extends '1' ? Normal<[b, y, SignedAdd<e, SignedTimes<c, n>>, Times<n, m>]>
      : SignedFloor<c, a> extends infer q extends string ? Print<[a, Print<[b, y, SignedAdd<e, SignedTimes<q, n>>, n]>, SignedLess<c, SignedTimes<q, a>>, m]> : never
      : never
    : Print<F>
  : never

// ---- operations on sizes with names

/** D + n; n is digits with a sign. */
export type NamedShift<D extends string, n extends string> = n extends '0' ? D : Settled<Shifted<Parse<D>, n>>

/** D * k. */
export type NamedScale<D extends string, k extends number> = k extends 1 ? D
  : Parse<D> extends readonly [infer a extends string, infer x extends string, infer c extends string, infer m]
    ? m extends '1' ? Print<[Times<a, `${k}`>, x, SignedTimes<c, `${k}`>, '1']> : Print<[`${k}`, D, '0', '1']>
    : never

/** floor((D + n) / k). */
export type NamedFloor<D extends string, n extends string, k extends number> = k extends 1 ? NamedShift<D, n> : Normal<Divided<Shifted<Parse<D>, n>, `${k}`>>

/** The output of a window: floor((D + P - K + S) / S), where P - K is digits with a sign. */
export type NamedWindow<D extends string, Room extends number, K extends number, S extends number> = NamedFloor<D, SignedAdd<`${Room}`, SignedAdd<`-${K}`, `${S}`>>, S>

/** ceil(D / k). */
export type NamedCeil<D extends string, k extends number> = k extends 1 ? D : NamedFloor<D, SubtractText<`${k}`, '1'>, k>

// ---- products and sums

type Factors<T extends string> = Split<T, '*'>

// A factor that is a sum stands in parentheses, its common divisor before it; a plain product is taken apart.
type FactorsOf<D extends string> = Parse<D> extends readonly [infer a extends string, infer x extends string, infer c extends string, infer m]
  ? m extends '1'
    ? c extends '0' ? [a, Split<x, '+'> extends readonly [string] ? Factors<x> : [`(${x})`]] : FactorsOfSum<a, x, c, Gcd<a, c extends `-${infer n}` ? n : c>>
    : ['1', [D]]
  : never

type FactorsOfSum<a extends string, x extends string, c extends string, g> =
  g extends string ? [g, [`(${LinearText<Quotient<a, g>, x, SignedFloor<c, g>>})`]] : never

/** The product of sizes, some with names: factors sorted, the number before one name and behind several. */
export type NamedProduct<S, N extends number = 1, T extends readonly string[] = []> =
  S extends readonly [infer A, ...infer Rest]
    ? A extends number ? NamedProduct<Rest, Multiply<N, A>, T>
    : FactorsOf<A & string> extends readonly [infer a extends string, infer F extends readonly string[]] ? NamedProduct<Rest, Multiply<N, ToNumber<a>>, InsertAll<T, F>> : never
    : T extends readonly [] ? N
    : T extends readonly [infer One extends string] ? NamedScale<Ungrouped<One>, N>
    : Scaled<`${N}`, Join<T, '*'>>

/** A term of a sum, and how often it stands there. */
export type Term = readonly [x: string, a: string]

/** The terms of a sum without what is whole in them, and that. */
export type TermsOf<D extends string> = Parse<D> extends readonly [infer a extends string, infer x extends string, infer c extends string, infer m extends string]
  ? m extends '1' ? Coefficients<Split<x, '+'>, a, c> : Coefficients<[D], '1', '0'>
  : never

type Coefficients<T extends readonly string[], k extends string, c extends string, Done extends readonly Term[] = []> = T extends readonly [infer H extends string, ...infer R extends readonly string[]]
  ? Coefficient<H> extends readonly [infer a extends string, infer x extends string] ? CoefficientsAfter<WholeOf<x>, Times<a, k>, R, k, c, Done> : never
  : [Done, c]

type CoefficientsAfter<X, a extends string, R extends readonly string[], k extends string, c extends string, Done extends readonly Term[]> =
  X extends readonly [infer x extends string, infer q extends string] ? Coefficients<R, k, q extends '0' ? c : SignedAdd<c, SignedTimes<q, a>>, [...Done, [x, a]]> : never

// A fraction without what is whole in it, and that.
type WholeOf<X extends string> = X extends `${'floor' | 'ceil'}(${string}` ? WholeIn<Parse<X>, X> : [X, '0']

type WholeIn<F, X> =
  F extends readonly [infer a extends string, infer x extends string, infer c extends string, infer m extends string]
    ? m extends '1' ? [X, '0']
    : WholeOf<x> extends readonly [infer y extends string, infer q extends string] ? WholeApart<a, y, SignedAdd<c, SignedTimes<q, a>>, m> : never
    : never

type WholeApart<a, x, c extends string, m extends string> =
  SignedFloor<c, m> extends infer q extends string ? [Settled<[a, x, SignedLess<c, SignedTimes<q, m>>, m]>, q] : never

// In order of their names; equal names are counted.
type InsertTerm<T extends readonly Term[], X extends Term, Done extends readonly Term[] = []> =
  T extends readonly [infer H extends Term, ...infer R extends readonly Term[]]
    ? H[0] extends X[0] ? [...Done, [H[0], AddText<H[1], X[1]>], ...R]
    : IsBefore<X[0], H[0]> extends true ? [...Done, X, ...T]
    : InsertTerm<R, X, [...Done, H]>
    : [...Done, X]

/** Sorted terms with several more. */
export type InsertTerms<T extends readonly Term[], Xs extends readonly Term[]> = Xs extends readonly [infer X extends Term, ...infer R extends readonly Term[]] ? InsertTerms<InsertTerm<T, X>, R> : T

/** The sum of sizes, some with names: terms sorted, equal ones counted, a common factor before them, all that is whole last. */
export type NamedSum<S, N extends string = '0', T extends readonly Term[] = []> =
  S extends readonly [infer A, ...infer Rest]
    ? A extends number ? NamedSum<Rest, SignedAdd<N, `${A}`>, T>
    : TermsOf<A & string> extends readonly [infer X extends readonly Term[], infer c extends string] ? NamedSum<Rest, SignedAdd<N, c>, InsertTerms<T, X>> : never
    : T extends readonly [] ? ToNumber<N>
    : SumOfTerms<WithoutCycles<T>, N>

type SumOfTerms<T extends readonly Term[], N> = Common<T> extends infer g extends string ? SumOf<ScaledTerms<T, g>, g, N> : never

type SumOf<T, g, c> = T extends readonly string[] ? Settled<[g, Join<T, '+'>, c, '1']> : never

// 0 has every divisor.
type Common<T extends readonly Term[], g extends string = '0'> = T extends readonly [infer H extends Term, ...infer R extends readonly Term[]] ? Gcd<H[1], g> extends infer G extends string ? Common<R, G> : never : g

type ScaledTerms<T extends readonly Term[], g extends string> = { [K in keyof T]: DivideText<T[K][1], g> extends readonly [infer q extends string, unknown] ? Scaled<q, T[K][0]> : never }
