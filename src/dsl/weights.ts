import type { Product } from '../types/product.js'
import type { Next } from '../types/next.js'
import type { Add } from '../types/whole.js'
import type { Step } from './chain.js'
import type { RuleOf } from './layer.js'
import type { AnyModel, Chain, Graph, NetOf } from './model.js'
import type { OwnWeights } from './rule.js'

/*
 * Names, shapes and counts of weights: a second walk over the layers, paid only by those who ask. As in `chain.ts`, no
 * `infer` stands in a scope that mentions the tuple of layers.
 */

type KindOf<R> = R extends readonly [{ readonly kind: infer K extends string }, ...unknown[]] ? K : never
type GivenName<R> = R extends readonly [unknown, { readonly name: infer N extends string }, ...unknown[]] ? N : never
type Numbered<Counts, K extends string> = K extends keyof Counts ? `${K}_${Counts[K] & number}` : K
type NameAt<Counts, R> = [GivenName<R>] extends [never] ? Numbered<Counts, KindOf<R>> : GivenName<R>

/** Names as Keras makes them: the kind, then `_1`, `_2`, …; a given name does not count. */
type CountsAfter<Counts, R> = [GivenName<R>] extends [never] ? Counted<Counts, KindOf<R>> : Counts
type Counted<Counts, K extends string> = { [k in keyof Counts | K]: k extends keyof Counts ? (k extends K ? Next[Counts[k] & number] : Counts[k]) : 1 }

type Parts<R> = R extends readonly [infer G, infer O, ...unknown[]] ? (G & { readonly options: O })['parts' & keyof G] : never

/** A layer with weights: path, rule, options, input shape. */
type Weighted = readonly [path: string, rule: unknown, options: unknown, input: unknown]

/** All layers with weights of a chain, as a union. */
type Entries<S, L extends readonly unknown[], Prefix extends string = '', K extends number = 0, Counts = {}, Found = never> =
  [L] extends [never] ? never
  : number extends L['length'] ? Found
  : K extends L['length'] ? Found
  : Entries<Step<L[K], S>, L, Prefix, Next[K], CountsAfter<Counts, RuleOf<L[K]>>, Found | EntriesAt<RuleOf<L[K]>, S, `${Prefix}${NameAt<Counts, RuleOf<L[K]>>}`>>

type EntriesAt<R, S, Path extends string> =
  [Parts<R>] extends [never] ? EntryOf<R, S, Path> : Parts<R> extends infer P extends readonly unknown[] ? Entries<S, P, `${Path}/`> : never

type EntryOf<R, S, Path extends string> = R extends readonly [infer G, infer O, ...unknown[]] ? (keyof OwnWeights<G, O, S> extends never ? never : [Path, G, O, S]) : never

type EntriesOfNet<N> = N extends Chain<infer S, infer L extends readonly unknown[]> ? Entries<S, L> : N extends Graph<infer P> ? P : never

type ShapesOfEntry<E> = E extends readonly [unknown, infer G, infer O, infer S] ? OwnWeights<G, O, S> : never

/**
 * Shapes of all weights by layer: `{ conv2d: { kernel: [3, 3, 1, 32], bias: [32] }, … }`. In a `sequential` every layer has
 * its name; in a graph those that were given one.
 */
export type WeightShapes<M extends AnyModel> = { readonly [E in EntriesOfNet<NetOf<M>> & Weighted as E[0]]: ShapesOfEntry<E> }

// ---- counts

type LastOfUnion<U> = (U extends unknown ? (x: () => U) => void : never) extends (x: infer F) => void ? (F extends () => infer R ? R : never) : never

type SumOfShapes<W, K = keyof W, Total extends number = 0> = [K] extends [never]
  ? Total
  : LastOfUnion<K> extends infer One
    ? Product<W[One & keyof W]> extends infer N extends number
      ? number extends N
        ? number
        : SumOfShapes<W, Exclude<K, One>, Add<Total, N>>
      : number
    : never

type SumOfEntries<E, Total extends number = 0> = [E] extends [never]
  ? Total
  : LastOfUnion<E> extends infer One
    ? string extends One[0 & keyof One]
      ? number
      : SumOfShapes<ShapesOfEntry<One>> extends infer N extends number
        ? number extends N
          ? number
          : SumOfEntries<Exclude<E, One>, Add<Total, N>>
        : number
    : never

/** Number of weights of a model, computed by the compiler; `number` where a size is not known or, in a graph, a layer has no name. */
export type ParamCount<M extends AnyModel> = SumOfEntries<EntriesOfNet<NetOf<M>>>

/** Number of weights of a model. */
export function paramCount<M extends AnyModel>(model: M): ParamCount<M> {
  const shapes = model.nodes.flatMap((node) => node.params.map(({ shape }) => shape))
  const size = (shape: readonly (number | string)[]): number => shape.reduce<number>((n, dim) => n * Number(dim), 1)
  return shapes.reduce((sum, shape) => sum + size(shape), 0) as ParamCount<M>
}

type Shapes<S, L extends readonly unknown[], K extends number = 0, Done extends readonly unknown[] = []> =
  [L] extends [never] ? never
  : number extends L['length'] ? readonly unknown[]
  : K extends L['length'] ? Done
  : Shapes<Step<L[K], S>, L, Next[K], [...Done, Step<L[K], S>]>

/** The output shape of each layer of a `sequential`. */
export type LayerShapes<M extends AnyModel> = NetOf<M> extends Chain<infer S, infer L extends readonly unknown[]> ? Shapes<S, L> : never
