/** A size: a whole number, `number` (known only at run time) or a name (`'h'`, the same size wherever the name stands). */
export type Dim = number | string

/** The sizes of a sample, the batch left out; images are `[height, width, channels]`. */
export type Shape = readonly Dim[]

/** True for `any`, with which every check begins: after one mistake nothing else lights up. */
export type IsAny<T> = 0 extends 1 & T ? true : false

/** A size as messages print it: names in quotes, long ones cut in their middle; `number` or `string` where only the run knows it. */
export type ShowDim<D> = D extends string
  ? {} extends { [P in D]: 1 } ? 'string' : `'${Shortened<D>}'`
  : number extends D ? 'number' : `${D & number}`

// biome-ignore format: one pattern
type Shortened<D extends string> =
  D extends `${infer A}${infer B}${infer C}${infer E}${infer F}${infer G}${infer H}${infer I}${infer J}${infer K}${infer L}${infer M}${infer N}${infer O}${infer P}${infer Q}${infer R}${infer S}${infer T}${infer U}${infer Rest}`
    ? Rest extends `${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${infer More}`
      ? More extends '' ? D : `${A}${B}${C}${E}${F}${G}${H}${I}${J}${K}${L}${M}${N}${O}${P}${Q}${R}${S}${T}${U}…${Ending<Rest>}`
      : D
    : D

// The last eleven characters.
type Ending<T extends string> = T extends `${string}${infer A}${infer B}${infer C}${infer D}${infer E}${infer F}${infer G}${infer H}${infer I}${infer J}${infer K}${infer Rest}`
  ? Rest extends '' ? `${A}${B}${C}${D}${E}${F}${G}${H}${I}${J}${K}` : T extends `${infer _}${infer Tail}` ? Ending<Tail> : never
  : T

// Recursive rather than a join: tuples are short, and one pattern a step is the cheapest there is.
type ShowDims<S, Text extends string> = S extends readonly [infer D, ...infer Rest]
  ? ShowDims<Rest, Text extends '' ? ShowDim<D> : `${Text}, ${ShowDim<D>}`>
  : Text

/** A shape as messages print it: `[28, 28, 1]`, names in quotes; more than six sizes are cut in the middle. */
export type ShowShape<S> = S extends readonly [infer A, infer B, infer C, infer D, infer E, infer F, unknown, ...infer Rest]
  ? `[${ShowDims<[A, B, C, D, E], ''>}, … ${ShowDims<Last<[F, ...Rest, unknown]>, ''>}]`
  : S extends readonly unknown[]
    ? number extends S['length']
      ? '[...]'
      : `[${ShowDims<S, ''>}]`
    : 'not a shape'

type Last<S> = S extends readonly [...unknown[], infer Z, unknown] ? [Z] : []

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
  if (typeof dim === 'number') return String(dim)
  return dim.length <= 32 ? `'${dim}'` : `'${dim.slice(0, 20)}…${dim.slice(-11)}'`
}

/** Run-time twin of {@link ShowShape}. */
export function showShape(shape: Shape): string {
  const dims = shape.map(showDim)
  if (dims.length <= 6) return `[${dims.join(', ')}]`
  return `[${dims.slice(0, 5).join(', ')}, … ${dims.at(-1)}]`
}
