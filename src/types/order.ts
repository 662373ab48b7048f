import { type ShortSize, shortSize } from './short.js'
import type { IsBefore } from './texts.js'
import type { SubtractText } from './whole.js'

/*
 * Members of a union in an order of their own: compilers do not order unions alike, and messages must name the same one.
 */

// Numbers by their size and before texts, texts by their characters.
type IsBelow<A, B> =
  A extends number ? (B extends number ? (SubtractText<`${A}`, `${B}`> extends '-' ? true : false) : true)
  : B extends number ? false
  : IsBefore<A & string, B & string>

/** The first of a union. */
export type Least<U, A = U> = A extends unknown ? (true extends IsBelow<Exclude<U, A>, A> ? never : A) : never

/** The last of a union. */
export type Most<U, A = U> = A extends unknown ? (false extends IsBelow<Exclude<U, A>, A> ? never : A) : never

/** Names in quotes, in their order; of more than four the first. */
export type ListOf<U, Done extends readonly string[] = []> = [U] extends [never]
  ? Joined<Done>
  : Done['length'] extends 4 ? `${Joined<Done>}, …` : ListOf<Exclude<U, Least<U>>, [...Done, `'${ShortSize<Least<U> & string>}'`]>

type Joined<T extends readonly string[]> = T extends readonly [infer A extends string, ...infer Rest extends readonly string[]]
  ? Rest extends readonly [] ? A : `${A}, ${Joined<Rest>}`
  : ''

/** Run-time twin of {@link ListOf}. */
export function listOf(names: Iterable<string>): string {
  const all = inOrder(names).map((name) => `'${shortSize(name)}'`)
  return (all.length > 4 ? [...all.slice(0, 4), '…'] : all).join(', ')
}

/** Run-time twin of {@link Least} and {@link Most}: the members in their order. */
export function inOrder<T extends number | string>(all: Iterable<T>): T[] {
  return [...all].sort((a, b) => {
    if (typeof a === 'number') return typeof b === 'number' ? a - b : -1
    return typeof b === 'number' ? 1 : a < b ? -1 : a > b ? 1 : 0
  })
}
