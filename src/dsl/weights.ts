import type { Next } from '../types/next.js'
import type { Shape } from '../types/shape.js'
import type { Step } from './chain.js'
import type { EntriesOfNet, IsKnown, StatedInput } from './entries.js'
import type { AnyModel, Chain, NetOf } from './model.js'
import type { OwnWeights } from './rule.js'

/** Shapes of the weights of one entry. */
export type ShapesOfEntry<E> = E extends readonly [unknown, infer G, infer O, infer S, ...unknown[]]
  ? OwnWeights<G, O, StatedInput<S>>
  : never

/**
 * Shapes of all weights by layer: `{ conv2d: { kernel: [3, 3, 1, 32], bias: [32] }, … }`. In a `sequential` every layer has
 * its name; in a graph those that were given one.
 */
export type WeightShapes<M extends AnyModel> =
  // A conditional, for editors print its result and not its name. Entries are not said to be any: each would become an intersection.
  [EntriesOfNet<NetOf<M>>] extends [infer All] ? { readonly [E in All as KnownPath<E[0 & keyof E]>]: ShapesOfEntry<E> } : never

type KnownPath<P> = P extends string ? (IsKnown<P> extends true ? P : never) : never

/**
 * Shapes of all weights by layer, at run time; in a graph those of unnamed layers, too, under their automatic names.
 *
 * @example
 * ```ts
 * import { dense, input, sequential, weightShapes } from 'shapeproof'
 * const { dense: first } = weightShapes(sequential(input([4]), dense({ units: 3 }))) // { kernel: [4, 3], bias: [3] }
 * ```
 */
export function weightShapes<M extends AnyModel>(model: M): WeightShapes<M> {
  const withWeights = model.nodes.filter(({ params }) => params.length > 0)
  const shapes = withWeights.map(({ weights, params }) => [
    weights,
    Object.fromEntries(params.map(({ name, shape }) => [name, [...shape]])),
  ])
  return Object.fromEntries(shapes) as WeightShapes<M>
}

type Shapes<S, L extends readonly unknown[], K extends number = 0, Done extends readonly unknown[] = []> = [L] extends [never]
  ? never
  : number extends L['length']
    ? readonly unknown[]
    : K extends L['length']
      ? Done
      : Shapes<Step<L[K], S>, L, Next[K], [...Done, Step<L[K], S>]>

/** The output shape of each layer of a `sequential`; of a graph, whose layers the types can't number, `readonly Shape[]`. */
export type LayerShapes<M extends AnyModel> =
  NetOf<M> extends Chain<infer S, infer L extends readonly unknown[]> ? Shapes<S, L> : readonly Shape[]
