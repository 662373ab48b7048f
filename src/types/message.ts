import { messages } from './messages.js'
import { type ShortName, shortName } from './short.js'
import type { IsUnion, LastOfUnion } from './union.js'

/**
 * The invisible last character (a zero-width space) of every message type. It tells a message from any other string
 * literal, so that a layer may be named `'dense: oops'` without being taken for an error. Thrown texts do not carry it.
 */
export type Mark = '\u200b'

/** A message as a type: the compiler prints it in the place of the parameter that the wrong argument does not fit. */
export type Refusal<T extends string = string> = `${T}${Mark}`

/** Keys of the catalogue of messages: every sentence of the library is written once, in `messages.ts`. */
export type MessageKey = keyof typeof messages

/** Puts values into the `{holes}` of a template; the run-time twin is {@link fill}. */
export type Fill<T extends string, V> = T extends `${infer Before}{${infer Hole}}${infer After}`
  ? `${Before}${Hole extends keyof V ? V[Hole] & (string | number) : NameIn<Hole, V>}${Fill<After, V>}`
  : T

// A hole in quotes is filled with a name.
type NameIn<Hole, V> = Hole extends `'${infer N}'` ? (N extends keyof V ? `'${ShortName<V[N] & string>}'` : '?') : '?'

/** One of several refusals, or of what they are about: a union would be printed as so many sentences. */
export type OneOf<E> = (true extends IsUnion<E> ? LastOfUnion<E> : E) extends infer One ? One : never

/** The marked message for a key of the catalogue; its run-time twin is {@link say}. */
export type Say<K extends MessageKey, V> = Refusal<Fill<(typeof messages)[K], V>>

/**
 * What is right, unless there is a mistake. A table: in a helper that is generic in what is looked at it is not known whether anything is
 * wrong, and the key may be any text.
 */
export type Unless<Mistake, Right> = [Mistake] extends [never] ? Right : Mistaken<Mistake>[[Mistake] extends [never] ? string : 'wrong']

interface Mistaken<Mistake> {
  [right: string]: unknown
  wrong: Mistake
}

/** Puts values into the `{holes}` of a template. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{('?)(\w+)'?\}/g, (_, quote: string, hole: string) => {
    const value = String(values[hole] ?? '?')
    return quote === '' ? value : `'${shortName(value)}'`
  })
}

/** The sentence for a key of the catalogue, as thrown: without the mark. */
export function say(key: MessageKey, values: Readonly<Record<string, string | number>>): string {
  return fill(messages[key], values)
}

/**
 * Thrown wherever the compiler would have refused, with the very same sentence, when a size, an option or a label was
 * only known at run time.
 *
 * @example
 * ```ts
 * import { conv2d, input, sequential, ShapeError } from 'shapeproof'
 * const size: number = 15
 * try {
 *   sequential(input([13, 13, 32]), conv2d({ filters: 8, kernelSize: size }))
 * } catch (error) {
 *   if (error instanceof ShapeError) console.log(error.message)
 * }
 * ```
 */
export class ShapeError extends Error {
  override readonly name = 'ShapeError'
}

/** Throws the sentence for a key of the catalogue as a {@link ShapeError}. */
export function refuse(key: MessageKey, values: Readonly<Record<string, string | number>>): never {
  throw new ShapeError(say(key, values))
}
