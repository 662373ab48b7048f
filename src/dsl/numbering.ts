import type { Next } from '../types/next.js'
import type { IsUnion } from '../types/union.js'
import type { WithName } from './model.js'

/*
 * Names of layers as Keras makes them: the kind, then `_1`, `_2`, …; a given name does not count. What is not known stays open:
 * a name may be any text of a pattern or one of several, it may be left out, and a layer may be one of several layers.
 */

type KindOf<R> = R extends readonly [{ readonly kind: infer K extends string }, ...unknown[]] ? K : never

/** The name that a layer is given, `undefined` where it is none, `unknown` where only the run knows; a model's stands in what its layers are. */
export type NameOption<R> = R extends readonly [infer G, infer O, ...unknown[]]
  ? 'name' extends keyof O
    ? O['name']
    : G extends { readonly net: WithName<infer N> }
      ? N
      : unknown extends O
        ? unknown
        : undefined
  : string

/** The name of the next layer of a rule, or `string` (or a pattern) where only the run knows it. */
export type NameAt<Counts, R> = true extends IsUnion<R> ? string : NameBy<NameOption<R>, Counts, R>

type NameBy<N, Counts, R> = unknown extends N ? string : [N] extends [undefined] ? Numbered<Counts, KindOf<R>> : Known<N>
type Known<N> = N extends string ? (IsKnown<N> extends true ? N : string) : string

type Numbered<Counts, K extends string> = K extends keyof Counts ? `${K}_${Counts[K] & number}` : K

/** The counts by kind after a layer of a rule; `number` where only the run knows. */
export type CountsAfter<Counts, R> = unknown extends R
  ? { readonly [kind: string]: number }
  : true extends IsUnion<R>
    ? Uncertain<Counts, KindOf<R>>
    : CountsBy<NameOption<R>, Counts, R>

type CountsBy<N, Counts, R> = unknown extends N
  ? Uncertain<Counts, KindOf<R>>
  : [N] extends [undefined]
    ? Counted<Counts, KindOf<R>>
    : [N] extends [string]
      ? Counts
      : Uncertain<Counts, KindOf<R>>

type Counted<Counts, K extends string> = {
  [k in keyof Counts | K]: k extends keyof Counts ? (k extends K ? Next[Counts[k] & number] : Counts[k]) : 1
}

type Uncertain<Counts, K extends string> = {
  [k in keyof Counts | K]: k extends K ? number : k extends keyof Counts ? Counts[k] : never
}

/** The name that options give, or `string` where they give none. */
export type NameOf<O> = 'name' extends keyof O ? (O['name'] extends string ? O['name'] : string) : string

/** Whether a path is one name, and neither one of several nor any text of a pattern. */
export type IsKnown<Path extends string, All = Path> = Path extends unknown
  ? [All] extends [Path]
    ? {} extends { readonly [P in Path]: 1 }
      ? false
      : true
    : false
  : never

/** Run-time twin of the counting: gives the next name of a kind behind a prefix. */
export function numbering(): (prefix: string, kind: string) => string {
  const counts = new Map<string, number>()
  return (prefix, kind) => {
    const count = counts.get(prefix + kind) ?? 0
    counts.set(prefix + kind, count + 1)
    return prefix + kind + (count === 0 ? '' : `_${count}`)
  }
}
