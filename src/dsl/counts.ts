import { type Product, product } from '../types/product.js'
import type { Add } from '../types/whole.js'
import type { EntriesOfNet, Entry, Known } from './entries.js'
import type { AnyModel, NetOf } from './model.js'
import type { ShapesOfEntry } from './weights.js'

/* The number of weights, by the compiler and at run time; paid only by those who ask. */

// The last eight of a union, the first repeated where there are fewer. Each look instantiates the whole union: one at a time, the
// 107 layers of ResNet-50 cost 60,000 more.
type SomeOf<U> = (U extends unknown ? (x: () => U) => void : never) extends (x: infer F) => void
  ? F extends { (): infer A; (): infer B; (): infer C; (): infer D; (): infer E; (): infer G; (): infer H; (): infer I }
    ? [A, B, C, D, E, G, H, I]
    : never
  : never

/** The sum of a property of each member of a union of keys. Of W nobody asks `keyof` again: it works out all names each time. */
export type SumOver<W, K extends keyof W = keyof W, Total extends number = 0> = [K] extends [never]
  ? Total
  : SumOfSome<W, K, SomeOf<K>, Total>

type SumOfSome<W, K extends keyof W, Some extends readonly unknown[], Total extends number> = SumOver<
  W,
  Exclude<K, Some[number]>,
  AddSome<W, K, Some, Total>
>

type AddSome<W, K extends keyof W, Some, Total extends number, Before = never> = Some extends readonly [infer One, ...infer Rest]
  ? One extends Before
    ? AddSome<W, K, Rest, Total, One>
    : W[One & K] extends infer N extends number
      ? AddSome<W, K, Rest, number extends N | Total ? number : Add<Total, N>, One>
      : number
  : Total

// By path: the calls of a shared layer have one set of weights.
type CountsByPath<E extends Entry> = { [One in E as One[0]]: SumOver<Products<ShapesOfEntry<One>>> }
type Products<W> = { [N in keyof W]: Product<W[N]> }

/** Number of weights of a model, computed by the compiler; `number` where a size is not known or, in a graph, a layer has no name. */
export type ParamCount<M extends AnyModel> = ParamsOfNet<NetOf<M>>

// Of several models each has its own.
type ParamsOfNet<N> = N extends unknown
  ? false extends Known<EntriesOfNet<N>>
    ? number
    : SumOver<CountsByPath<Extract<EntriesOfNet<N>, Entry>>>
  : never

/** Number of weights of a model. */
export function paramCount<M extends AnyModel>(model: M): ParamCount<M> {
  const sizes = new Map(
    model.nodes.flatMap(({ weights, params }) => params.map(({ name, shape }) => [`${weights}/${name}`, product(shape)])),
  )
  return [...sizes.values()].reduce<number>((sum, size) => sum + Number(size), 0) as ParamCount<M>
}
