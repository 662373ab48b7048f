// How the sizes of data are printed, and whether they fit a model's. In data the first axis counts the samples.
import { refuse } from '../../types/message.js'

// A string is a size by name; `number` is a size that only the run knows, and prints as the word that stands for it.
type ShowSize<D, Unknown extends string> = [D] extends [string] ? `'${D}'` : number extends D ? Unknown : `${D & number}`

type ShowRest<S, Text extends string> = S extends readonly [infer D, ...infer Rest]
  ? ShowRest<Rest, `${Text}, ${ShowSize<D, 'number'>}`>
  : `${Text}]`

/** Sizes of data as messages print them: `[n, 28, 28, 1]`, with `n` where the count of samples is only known at run time. */
export type ShowSizes<S> = S extends readonly unknown[]
  ? number extends S['length']
    ? '[...]'
    : S extends readonly [infer N, ...infer Rest]
      ? ShowRest<Rest, `[${ShowSize<N, 'n'>}`>
      : '[]'
  : 'not a shape'

/** Run-time twin of {@link ShowSizes}; `'n'` is the count of samples where any will do. */
export function showSizes(sizes: readonly (number | string)[]): string {
  const show = (size: number | string, axis: number): string =>
    typeof size === 'number' || (axis === 0 && size === 'n') ? String(size) : `'${size}'`
  return `[${sizes.map(show).join(', ')}]`
}

/** The sizes of a batch of samples of shape `S`. */
export type BatchOf<S> = S extends readonly unknown[] ? readonly [number, ...S] : readonly number[]

/** The sizes of data with `S` a sample, names replaced by `number`: a name has no size of its own outside its model. */
export type DataSizes<N, S> = S extends readonly unknown[]
  ? [N, ...{ -readonly [K in keyof S]: S[K] extends number ? S[K] : number }]
  : number[]

// Two sizes agree when they overlap: `number` agrees with all, and a name is bound at run time.
type SizeFits<Must, Was> = [Must] extends [string] ? true : [Must] extends [Was] ? true : [Was] extends [Must] ? true : false

/** Whether data of sizes `Was` can be of sizes `Must`: as many axes, and equal sizes where both are known. */
export type SizesFit<Must, Was> = Must extends readonly [infer M, ...infer MustRest]
  ? Was extends readonly [infer W, ...infer WasRest]
    ? SizeFits<M, W> extends true
      ? SizesFit<MustRest, WasRest>
      : false
    : number extends (Was & readonly unknown[])['length']
      ? true
      : false
  : Must extends readonly []
    ? Was extends readonly []
      ? true
      : number extends (Was & readonly unknown[])['length']
        ? true
        : false
    : true

/** A size with a name, taken apart: `'16*h'` is 16 times `h`; any other text is a name of its own. */
function partsOf(size: string): { factor: number; name: string } {
  const [, factor, name] = /^(\d+)\*([A-Za-z_]\w*)$/.exec(size) ?? []
  return factor === undefined || name === undefined ? { factor: 1, name: size } : { factor: Number(factor), name }
}

/** Run-time twin of {@link SizesFit}, which also sees to it that one name is one size. `bound` gathers the sizes of names. */
export function sizesFit(
  must: readonly (number | string)[],
  was: readonly number[],
  bound: Map<string, number> = new Map(),
): boolean {
  if (must.length !== was.length) return false
  return must.every((size, axis) => {
    const found = was[axis] as number
    if (typeof size === 'number') return size === found
    const { factor, name } = partsOf(size)
    const known = bound.get(name) ?? found / factor
    bound.set(name, known)
    return known * factor === found && found % factor === 0
  })
}

/** Whether sizes are as many as they must be, and equal where no name stands. */
export function sizesMatch(must: readonly (number | string)[], was: readonly number[]): boolean {
  return must.length === was.length && must.every((size, axis) => typeof size === 'string' || size === was[axis])
}

/** Gathers in `bound` what size each name has; refuses a name of two sizes, and a multiple that is none. */
export function bindSizes(must: readonly (number | string)[], was: readonly number[], bound: Map<string, number>): void {
  for (const [axis, size] of must.entries()) {
    if (typeof size === 'number') continue
    const { factor, name } = partsOf(size)
    const found = was[axis] as number
    if (found % factor !== 0) refuse('sizeMultiple', { size, factor, was: found, next: Math.ceil(found / factor) * factor })
    const [first, second] = [bound.get(name) ?? found / factor, found / factor]
    if (first !== second) refuse('twoSizes', { name, first, second })
    bound.set(name, first)
  }
}
