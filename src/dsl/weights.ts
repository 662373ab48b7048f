import { type Product, product } from '../types/product.js'
import type { Next } from '../types/next.js'
import type { Add } from '../types/whole.js'
import type { Step } from './chain.js'
import type { Entry, EntriesOfNet, IsKnown } from './entries.js'
import type { AnyModel, Chain, NetOf } from './model.js'
import type { OwnWeights } from './rule.js'

type ShapesOfEntry<E> = E extends readonly [unknown, infer G, infer O, infer S] ? OwnWeights<G, O, S> : never

/**
 * Shapes of all weights by layer: `{ conv2d: { kernel: [3, 3, 1, 32], bias: [32] }, … }`. In a `sequential` every layer has
 * its name; in a graph those that were given one.
 */
export type WeightShapes<M extends AnyModel> = {
  readonly [E in EntriesOfNet<NetOf<M>> & Entry as IsKnown<E[0]> extends true ? E[0] : never]: ShapesOfEntry<E>
}

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
    ? IsKnown<One[0 & keyof One] & string> extends false
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
  // By path: the calls of a shared layer have one set of weights.
  const sizes = new Map(model.nodes.flatMap(({ weights, params }) => params.map(({ name, shape }) => [`${weights}/${name}`, product(shape)])))
  return [...sizes.values()].reduce<number>((sum, size) => sum + Number(size), 0) as ParamCount<M>
}

type Shapes<S, L extends readonly unknown[], K extends number = 0, Done extends readonly unknown[] = []> =
  [L] extends [never] ? never
  : number extends L['length'] ? readonly unknown[]
  : K extends L['length'] ? Done
  : Shapes<Step<L[K], S>, L, Next[K], [...Done, Step<L[K], S>]>

/** The output shape of each layer of a `sequential`. */
export type LayerShapes<M extends AnyModel> = NetOf<M> extends Chain<infer S, infer L extends readonly unknown[]> ? Shapes<S, L> : never
