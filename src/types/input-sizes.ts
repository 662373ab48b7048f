import type { Digit } from './digit-tables.js'
import { refuse, type Say } from './message.js'
import { type Dim, type Shape, type ShowDim, showDim } from './shape.js'
import { isCount, type NotCount } from './whole.js'

/* The sizes that a model may begin with: whole numbers of at least 1, `number`, and names, alone or as multiples: `'h'`, `'16*h'`. */

/** Sizes as they are, or with the sentence in the place of the first that is none. */
export type InputSizes<S extends Shape> = [WrongSize<S[number]>] extends [never] ? S : Checked<S>[[WrongSize<S[number]>] extends [never] ? string : 'wrong']

// A table, as `CountTable` is one: in a generic helper, where a size is still some `N`, the compiler takes what both branches take,
// and the key may be any text. An interface, so that its sentence is not made before it is asked for.
interface Checked<S extends Shape> {
  [right: string]: Shape
  wrong: Marked<S>
}

type Marked<S extends Shape> = { readonly [K in keyof S]: K extends FirstWrong<S> ? Say<'inputSize', { was: ShowDim<S[K]> }> : S[K] }

// Of `0 | 28` one may be right: that is checked at run time.
type FirstWrong<S, Before extends readonly unknown[] = []> = S extends readonly [infer D, ...infer Rest]
  ? [D] extends [WrongSize<D>] ? `${Before['length']}` : FirstWrong<Rest, [...Before, D]>
  : never

type WrongSize<D> = D extends number ? (`${D}` extends NotCount ? D : never) : IsName<D & string> extends false ? D : never

type IsName<D extends string> = D extends `${infer M}*${infer N}` ? (IsFactor<M> extends true ? IsWord<N> : false) : IsWord<D>

// '016' and '1e3' are no numbers that print as they are written.
type IsFactor<M extends string> = M extends '1' | NotCount ? false : M extends `${infer N extends number}` ? (number extends N ? false : true) : false

type Letter = Lowercase<Capital> | Capital | '_'
// biome-ignore format: one line
type Capital = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z'

type IsWord<D extends string, First = Letter> = D extends `${infer A}${infer Rest}`
  ? A extends First
    ? Rest extends '' ? true : IsWord<Rest, Letter | Digit>
    : IsOpen<A>
  : IsOpen<D>

// `string`, or a pattern: what it is, only the run knows.
type IsOpen<D extends string> = D extends '' ? false : {} extends { readonly [K in D]: 1 } ? true : false

const name = /^((?!1\*)[1-9]\d*\*)?[A-Za-z_]\w*$/

/** Run-time twin of {@link InputSizes}. */
export function checkInputSizes(sizes: readonly unknown[]): asserts sizes is readonly Dim[] {
  const wrong = sizes.find((size) => !isCount(size) && !(typeof size === 'string' && name.test(size)))
  const at = sizes.indexOf(wrong)
  if (at >= 0) refuse('inputSize', { was: typeof wrong === 'string' ? showDim(wrong) : typeof wrong === 'function' ? 'a function' : String(wrong) })
}
