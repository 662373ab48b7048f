// How the sizes of data are printed, and whether they fit a model's. In data the first axis counts the samples.
import type { Bindings, SizesBy } from '../../types/binding.js'
import type { IsAny } from '../../types/shape.js'
import type { HasNames } from '../rule.js'

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

/** Whether sizes are as many as they must be, and equal where no name stands. */
export function sizesMatch(must: readonly (number | string)[], was: readonly (number | string)[]): boolean {
  return must.length === was.length && must.every((size, axis) => typeof size === 'string' || size === was[axis])
}

// ---- names

/** Whether a shape, or one of shapes by name, has sizes with names. */
export type AnyNames<Shapes> =
  IsAny<Shapes> extends true
    ? false
    : Shapes extends readonly unknown[]
      ? HasNames<Shapes>
      : true extends { [N in keyof Shapes]: HasNames<Shapes[N]> }[keyof Shapes]
        ? true
        : false

/** Run-time twin of {@link AnyNames} for one shape. */
export function hasNames(shape: readonly (number | string)[]): boolean {
  return shape.some((size) => typeof size === 'string')
}

/** The sizes of one sample of data. */
export type SampleOf<X> = X extends { readonly shape: readonly [unknown, ...infer S] } ? S : readonly number[]

/** What the names of a model's input, or of its inputs by name, stand for in data; or the refusal of a name of two sizes or of no multiple. */
export type SizesIn<Input, X> = Input extends readonly unknown[]
  ? SizesBy<Bindings<Input, SampleOf<X>>>
  : SizesBy<{ [N in keyof Input]: Bindings<Input[N], SampleOf<X[N & keyof X]>> }[keyof Input]>
