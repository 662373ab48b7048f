import { parse, print } from './named.js'
import { type TermCounts, termsOf } from './named-sum.js'
import type { InsertTerms, Parse, Print, Term, TermsOf } from './names.js'
import type { SignedTimes } from './signed.js'
import type { IsUnion } from './union.js'
import type { AddText, DivideText, SubtractText } from './whole.js'

/*
 * Hermite's identity: floor(X/m) + floor((X + m/p)/m) + … + floor((X + (p-1)m/p)/m) is floor(X/(m/p)), so that the halves of a
 * size add up to it: floor(h/2) + ceil(h/2) is h. For p the least divisor of m, of those up to 7: of two such sums none has a
 * fraction in common with the other, so that it does not matter in which order sizes are added.
 */

/** Terms of a sum in which no such fractions are left. Most have no two fractions. */
export type WithoutCycles<T extends readonly Term[]> = true extends IsUnion<Fractions<T[number]>> ? Reduced<T, T> : T

type Fractions<X extends Term> = Extract<X[0], `${'floor' | 'ceil'}(${string}`>

// A cycle begins with a fraction that is rounded down; that of a half is known by its text.
type Reduced<T extends readonly Term[], Left extends readonly Term[]> = Left extends readonly [infer H extends Term, ...infer R extends readonly Term[]]
  ? MayBegin<H[0], Fractions<T[number]>> extends true
    ? Cycle<Parse<H[0]>, Fractions<T[number]>> extends readonly [infer X extends readonly string[], infer Y extends string]
      ? Replaced<T, [H[0], ...X], Y, Least<T, H[0] | X[number]>>
      : Reduced<T, R>
    : Reduced<T, R>
  : T

type MayBegin<H extends string, All> = H extends `floor(${infer I})` ? (I extends `${infer X}/2` ? (`ceil(${X}/2)` extends All ? true : false) : true) : false

type Replaced<T extends readonly Term[], X extends readonly string[], Y extends string, t extends string> =
  TermsOf<Y> extends readonly [infer Ys extends readonly Term[], unknown]
    ? InsertTerms<Less<T, X[number], t>, Times<Ys, t>> extends infer N extends readonly Term[] ? Reduced<N, N> : never
    : never

// The fractions of `All` that go on with this one, and what they add up to; or false.
type Cycle<F, All> = F extends readonly [infer a extends string, infer x extends string, infer c extends string, infer m extends string]
  ? true extends IsUnion<Extract<All, `${string}/${m})`>> ? CycleBy<a, x, c, m, StepOf<m>, All> : false
  : false

type CycleBy<a extends string, x extends string, c extends string, m extends string, step, All> = step extends string
  ? SubtractText<c, step> extends '-' ? CycleFrom<a, x, c, step, After<a, x, AddText<c, step>, m, step, All>> : false
  : false

type CycleFrom<a extends string, x extends string, c extends string, step extends string, X> = X extends false ? false : [X, Print<[a, x, c, step]>]

// False, if one is not there.
type After<a extends string, x extends string, c extends string, m extends string, step extends string, All, Done extends readonly string[] = []> =
  SubtractText<c, m> extends '-'
    ? Print<[a, x, c, m]> extends infer D extends All & string ? After<a, x, AddText<c, step>, m, step, All, [...Done, D]> : false
    : Done

// m divided by its least divisor.
type StepOf<m extends string, P = ['2', '3', '5', '7']> = P extends readonly [infer p extends string, ...infer R]
  ? DivideText<m, p> extends readonly [infer q, infer r] ? (r extends '0' ? q : StepOf<m, R>) : false
  : false

// The least count of some terms.
type Least<T extends readonly Term[], X, t extends string = ''> = T extends readonly [infer H extends Term, ...infer R extends readonly Term[]]
  ? H[0] extends X ? Least<R, X, t extends '' ? H[1] : SubtractText<H[1], t> extends '-' ? H[1] : t> : Least<R, X, t>
  : t

type Less<T extends readonly Term[], X, t extends string, Done extends readonly Term[] = []> = T extends readonly [infer H extends Term, ...infer R extends readonly Term[]]
  ? H[0] extends X
    ? SubtractText<H[1], t> extends infer n extends string ? Less<R, X, t, n extends '0' ? Done : [...Done, [H[0], n]]> : never
    : Less<R, X, t, [...Done, H]>
  : Done

type Times<T extends readonly Term[], t extends string> = { [K in keyof T]: [T[K][0], SignedTimes<T[K][1], t>] }

/** Run-time twin of {@link WithoutCycles}. */
export function withoutCycles(counts: TermCounts): TermCounts {
  for (const text of counts.keys()) {
    const { a, x, c, m } = parse(text)
    const p = m === 1 ? undefined : [2, 3, 5, 7].find((divisor) => m % divisor === 0)
    if (p === undefined || c >= m / p) continue
    const texts = Array.from({ length: p }, (_, j) => print({ a, x, c: c + (j * m) / p, m }))
    const times = Math.min(...texts.map((one) => counts.get(one) ?? 0))
    if (times === 0) continue
    const left = new Map(counts)
    for (const one of texts) left.set(one, (left.get(one) as number) - times)
    for (const one of termsOf(print({ a, x, c, m: m / p }))) left.set(one.x, (left.get(one.x) ?? 0) + times * one.a)
    return withoutCycles(new Map([...left].filter(([, count]) => count > 0)))
  }
  return counts
}
