import type { Next } from './next.js'

/*
 * Words of the notation, as texts.
 */

type Closed<W extends string> = W extends `${string}(${infer Inside}` ? (Inside extends `${string})` ? true : false) : true

/** The words of a text, split at spaces outside parentheses. */
export type Words<S extends string, Done extends readonly string[] = [], Open extends string = ''> = S extends `${infer W} ${infer Rest}`
  ? Closed<`${Open}${W}`> extends true
    ? Words<Rest, [...Done, `${Open}${W}`]>
    : Words<Rest, Done, `${Open}${W} `>
  : S extends ''
    ? Done
    : [...Done, `${Open}${S}`]

/** Run-time twin of {@link Words}. */
export function words(text: string): string[] {
  return text.match(/[^\s(]*\([^)]*\)|\S+/g) ?? []
}

/** What stands between the commas of a call, or the inputs of a layer of several. */
export type Arguments<S extends string, Done extends readonly string[] = []> = S extends `${infer A}, ${infer Rest}`
  ? Arguments<Rest, [...Done, A]>
  : [...Done, S]

/** `a|b` as a list. */
export type Alternatives<S> = S extends `${infer A}|${infer B}` ? [A, B] : [S]

/** The place of a word, as text; the first, for in several inputs a word may stand twice. */
export type IndexOf<W extends readonly string[], X, K extends number = 0> = K extends W['length'] ? never : W[K] extends X ? `${K}` : IndexOf<W, X, Next[K]>
