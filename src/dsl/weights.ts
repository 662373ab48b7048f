import type { Next } from '../types/next.js'
import type { Shape } from '../types/shape.js'
import type { SureStep } from './chain.js'
import type { EntriesOfNet, StatedInput } from './entries.js'
import { type Quiet, twinOf } from './layer.js'
import type { AnyModel, Chain, NetOf } from './model.js'
import type { IsKnown } from './numbering.js'
import type { OwnWeights } from './rule.js'

/** Shapes of the weights of one entry. */
export type ShapesOfEntry<E> = E extends readonly [unknown, infer G, infer O, infer S, ...unknown[]]
  ? OwnWeights<G, O, StatedInput<S>>
  : never

/**
 * Shapes of all weights by layer: `{ conv2d: { kernel: [3, 3, 1, 32], bias: [32] }, … }`. In a `sequential` every layer has
 * its name; in a graph those that were given one. Where there may be layers that only the run knows, any name is taken.
 */
export type WeightShapes<M extends AnyModel> = ShapesOfNet<NetOf<M>>

// Conditionals, for editors print their results and not their names. Of several models each has its own.
type ShapesOfNet<N> = N extends unknown ? ShapesOf<EntriesOfNet<N>> : never

// Entries are not said to be any: each would become an intersection.
type ShapesOf<Found> = [Found] extends [infer All]
  ? { readonly [E in All as PathOf<E[0 & keyof E]>]: ShapesAt<E, E[0 & keyof E]> }
  : never

// A path that only the run knows may be any.
type PathOf<P> = [P] extends [string] ? (IsKnown<P> extends true ? P : string) : never

type ShapesAt<E, P> = string extends PathOf<P> ? UnknownWeights : ShapesOfEntry<E>

/** Weights of layers of which only the run knows what they are. */
export interface UnknownWeights {
  readonly [weight: string]: readonly number[]
}

/** Where layers that may have weights have none by their options: they are among the others, as in the types. */
export function emptyLayers(model: AnyModel): { [layer: string]: {} } {
  const empty = model.nodes.filter(({ layer, params }) => params.length === 0 && 'trainable' in twinOf(layer).rule.checks)
  return Object.fromEntries(empty.map(({ weights }) => [weights, {}]))
}

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
  const shapes: { [layer: string]: { [weight: string]: Shape } } = emptyLayers(model)
  for (const { weights, params } of model.nodes) {
    for (const { name, shape } of params) {
      // A layer around another has weights with a path of their own.
      const path = `${weights}/${name}`
      const cut = path.lastIndexOf('/')
      const layer = path.slice(0, cut)
      shapes[layer] = { ...shapes[layer], [path.slice(cut + 1)]: [...shape] }
    }
  }
  return shapes as WeightShapes<M>
}

type Shapes<S, L extends readonly unknown[], K extends number = 0, Done extends readonly unknown[] = []> = [L] extends [never]
  ? never
  : number extends L['length']
    ? readonly Shape[]
    : K extends L['length']
      ? Done
      : Shapes<Quiet<SureStep<L[K], S>>, L, Next[K], [...Done, Quiet<SureStep<L[K], S>>]>

/** The output shape of each layer of a `sequential`, `any` after a mistake; of a graph, whose layers the types can't number, `readonly Shape[]`. */
export type LayerShapes<M extends AnyModel> = LayerShapesOf<NetOf<M>>

type LayerShapesOf<N> = unknown extends N
  ? readonly Shape[]
  : N extends Chain<infer S, readonly [unknown, ...infer L]>
    ? Shapes<S, L>
    : readonly Shape[]
