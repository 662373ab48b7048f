import { type IsLong, isLong, type ShortestSize, type ShortSize, shortestSize, shortSize } from './short.js'

/** A size: a whole number, `number` (known only at run time) or a name (`'h'`, the same size wherever the name stands). */
export type Dim = number | string

/** The sizes of a sample, the batch left out; images are `[height, width, channels]`. */
export type Shape = readonly Dim[]

/** True for `any`, with which every check begins: after one mistake nothing else lights up. */
export type IsAny<T> = 0 extends 1 & T ? true : false

/** A size as messages print it: names in quotes, long ones cut in their middle; `number` or `string` where only the run knows it. */
export type ShowDim<D> = D extends string
  ? {} extends { [P in D]: 1 } ? 'string' : `'${ShortSize<D>}'`
  : number extends D ? 'number' : `${D & number}`

// Recursive rather than a join: tuples are short, and one pattern a step is the cheapest there is.
type ShowDims<S, Text extends string> = S extends readonly [infer D, ...infer Rest]
  ? ShowDims<Rest, Text extends '' ? ShowDim<D> : `${Text}, ${ShowDim<D>}`>
  : Text

/** Whether a shape has so many axes that messages leave some out. */
export type IsManyAxes<S> = S extends readonly [unknown, unknown, unknown, unknown, unknown, unknown, unknown, ...unknown[]] ? true : false

/** A shape as messages print it: `[28, 28, 1]`, names in quotes; more than six sizes are cut in the middle, and long names shorter. */
export type ShowShape<S> = S extends readonly [infer A, infer B, infer C, infer D, infer E, unknown, infer G, ...infer Rest]
  ? Fitted<[A, B, C, D, E], Last<[G, ...Rest]>>
  : S extends readonly unknown[]
    ? number extends S['length']
      ? '[...]'
      : Fitted<S, []>
    : 'not a shape'

// Only names make a shape long.
type Fitted<S, End> = Listed<S, End> extends infer Text extends string
  ? Text extends `${string}'${string}`
    ? IsLong<Text> extends true ? Listed<Shortest<S>, Shortest<End>> : Text
    : Text
  : never

type Listed<S, End> = End extends readonly [infer Z] ? `[${ShowDims<S, ''>}, … ${ShowDim<Z>}]` : `[${ShowDims<S, ''>}]`

type Shortest<S> = { [K in keyof S]: S[K] extends string ? ShortestSize<S[K]> : S[K] }

type Last<S> = S extends readonly [...unknown[], infer Z] ? [Z] : []

/** A value of an option as messages print it, as `printed` does at run time. */
export type ShowValue<V> = V extends readonly unknown[]
  ? number extends V['length']
    ? '[...]'
    : `[${ShowValues<V, ''>}]`
  : V extends string
    ? ShowDim<V>
    : number extends V
      ? 'number'
      : V extends number | boolean | null | undefined
        ? `${V}`
        : 'an object'

type ShowValues<T, Text extends string> = T extends readonly [infer A, ...infer Rest]
  ? ShowValues<Rest, Text extends '' ? ShowValue<A> : `${Text}, ${ShowValue<A>}`>
  : Text

/** A list of sizes, of which some are left open, as messages print it: `[7, null]`. */
export type ShowSizes<T, Text extends string = ''> = T extends readonly [infer A, ...infer Rest]
  ? ShowSizes<Rest, Text extends '' ? `${A & (number | null)}` : `${Text}, ${A & (number | null)}`>
  : `[${Text}]`

/** Run-time twin of {@link ShowSizes}. */
export function showSizes(sizes: readonly (number | null)[]): string {
  return `[${sizes.map(String).join(', ')}]`
}

/** Run-time twin of {@link ShowDim}. */
export function showDim(dim: Dim): string {
  return typeof dim === 'number' ? String(dim) : `'${shortSize(dim)}'`
}

/** Run-time twin of {@link IsManyAxes}. */
export const isManyAxes = (shape: Shape): boolean => shape.length > 6

/** Run-time twin of {@link ShowShape}. */
export function showShape(shape: Shape): string {
  const text = listed(shape)
  return isLong(text) ? listed(shape.map((dim) => (typeof dim === 'string' ? shortestSize(dim) : dim))) : text
}

function listed(shape: Shape): string {
  const dims = shape.map(showDim)
  return isManyAxes(shape) ? `[${dims.slice(0, 5).join(', ')}, … ${dims.at(-1)}]` : `[${dims.join(', ')}]`
}
