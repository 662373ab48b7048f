/*
 * Texts cut in their middle, so that no sentence is longer than the compiler shows.
 */

// A text without its first ten characters.
// biome-ignore format: one pattern
type Ten<T extends string> = T extends `${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${infer Rest}` ? Rest : ''

type Twenty<T extends string> = Ten<Ten<T>>

// The last eleven characters of more.
type Ending<T extends string> = T extends `${string}${infer A}${infer B}${infer C}${infer D}${infer E}${infer F}${infer G}${infer H}${infer I}${infer J}${infer K}${infer Rest}`
  ? Rest extends '' ? `${A}${B}${C}${D}${E}${F}${G}${H}${I}${J}${K}` : T extends `${infer _}${infer Tail}` ? Ending<Tail> : never
  : T

type Cut<T extends string, Rest extends string> = T extends `${infer Head}${Rest}` ? `${Head}…${Ending<Rest>}` : T

/** A size with a name: of more than 32 characters the first 20 and the last eleven. */
export type ShortSize<T extends string> = Ten<Twenty<T>> extends `${infer _}${infer _}${infer More}` ? (More extends '' ? T : Cut<T, Twenty<T>>) : T

/** The name of a layer, or of sizes: of more than 60 characters the first 40 and the last eleven. */
export type ShortName<T extends string> = Twenty<Twenty<Twenty<T>>> extends '' ? T : Cut<T, Twenty<Twenty<T>>>

/** A size among many in a shape: of more than twelve characters the first four and the last three. */
export type ShortestSize<T extends string> = Ten<T> extends `${infer _}${infer _}${infer More}`
  ? More extends '' ? T
  : `${T}${Ending<T>}` extends `${infer A}${infer B}${infer C}${infer D}${string}` ? `${A}${B}${C}${D}…${Three<Ending<T>>}` : T
  : T

type Three<T extends string> = T extends `${string}${string}${string}${string}${string}${string}${string}${string}${infer Rest}` ? Rest : T

/** Whether a text has more than 80 characters. */
export type IsLong<T extends string> = Twenty<Twenty<Twenty<Twenty<T>>>> extends '' ? false : true

const cut = (text: string, whole: number, head: number, tail: number): string =>
  text.length <= whole ? text : `${text.slice(0, head)}…${text.slice(-tail)}`

/** Run-time twin of {@link ShortSize}. */
export const shortSize = (text: string): string => cut(text, 32, 20, 11)

/** Run-time twin of {@link ShortName}. */
export const shortName = (text: string): string => cut(text, 60, 40, 11)

/** Run-time twin of {@link ShortestSize}. */
export const shortestSize = (text: string): string => cut(text, 12, 4, 3)

/** Run-time twin of {@link IsLong}. */
export const isLong = (text: string): boolean => text.length > 80

/** A list of texts, cut behind so many characters, but not before its second. */
export function shortList(texts: readonly string[], most: number): string {
  const fits = texts.findIndex((_, at) => at > 0 && texts.slice(0, at + 1).join(', ').length > most)
  return fits < 0 ? texts.join(', ') : [...texts.slice(0, fits), '…'].join(', ')
}

/** Names in quotes, long ones and long lists cut. */
export const shortNames = (names: readonly string[]): string => shortList(names.map((name) => `'${shortSize(name)}'`), 100)
