import type { AnyCompiled } from '../types/evaluate.js'
import { type Product, product } from '../types/product.js'
import type { Dim } from '../types/shape.js'
import type { Add, Multiply } from '../types/whole.js'
import type { EntriesOfNet, Entry, IsKnown } from './entries.js'
import type { AnyModel, NetOf } from './model.js'
import type { OutputOf } from './rule.js'
import type { ShapesOfEntry } from './weights.js'

/* Numbers of weights and of floating-point operations, by the compiler and at run time; paid only by those who ask. */

// The last eight of a union, the first repeated where there are fewer. Each look instantiates the whole union: one at a time, the
// 107 layers of ResNet-50 cost 60,000 more.
type SomeOf<U> = (U extends unknown ? (x: () => U) => void : never) extends (x: infer F) => void
  ? F extends { (): infer A; (): infer B; (): infer C; (): infer D; (): infer E; (): infer G; (): infer H; (): infer I }
    ? [A, B, C, D, E, G, H, I]
    : never
  : never

// The sum of a property of each member of a union of keys. Of W nobody asks `keyof` again: it works out all names each time.
type SumOver<W, K extends keyof W = keyof W, Total extends number = 0> = [K] extends [never]
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

type Known<E> = E extends Entry ? IsKnown<E[0]> : never

// By path: the calls of a shared layer have one set of weights.
type CountsByPath<E extends Entry> = { [One in E as One[0]]: SumOver<Products<ShapesOfEntry<One>>> }
type Products<W> = { [N in keyof W]: Product<W[N]> }

/** Number of weights of a model, computed by the compiler; `number` where a size is not known or, in a graph, a layer has no name. */
export type ParamCount<M extends AnyModel> =
  false extends Known<EntriesOfNet<NetOf<M>>> ? number : SumOver<CountsByPath<Extract<EntriesOfNet<NetOf<M>>, Entry>>>

/** Number of weights of a model. */
export function paramCount<M extends AnyModel>(model: M): ParamCount<M> {
  const sizes = new Map(
    model.nodes.flatMap(({ weights, params }) => params.map(({ name, shape }) => [`${weights}/${name}`, product(shape)])),
  )
  return [...sizes.values()].reduce<number>((sum, size) => sum + Number(size), 0) as ParamCount<M>
}

// ---- operations

type Positions<S> = S extends readonly [...infer Lead, unknown] ? Product<Lead> : 1

type FlopsOfEntry<E> = E extends readonly [unknown, infer G extends AnyCompiled, infer O, infer S, ...infer Shared]
  ? Shared extends readonly []
    ? FlopsOfParams<G, OutputOf<G, O, S>, S, ShapesOfEntry<E>>
    : number
  : E extends readonly [unknown, infer G extends { readonly positions: unknown }, infer O, infer S, ...infer Shared]
    ? Shared extends readonly []
      ? FlopsAtPositions<ShapesOfEntry<E>, (G & { readonly input: S; readonly options: O })['positions']>
      : number
    : 0

// The kernel of a computed rule that says where it is multiplied.
type FlopsAtPositions<W, Positions> = W extends { readonly kernel: infer K } ? Twice<Product<K>, Product<Positions>> : 0

type FlopsOfParams<G extends AnyCompiled, Out, S, W> = SumOver<{
  [N in keyof W]: N extends keyof G['params'] ? FlopsOfParam<G['params'][N], Out, S, W[N]> : 0
}>

type FlopsOfParam<P, Out, S, Shape> = P extends { readonly uses: 'output' | 'input' }
  ? Twice<Product<Shape>, Positions<P['uses'] extends 'output' ? Out : S>>
  : 0

type Twice<A, B> = number extends A | B
  ? number
  : A extends number
    ? B extends number
      ? Multiply<Multiply<A, B>, 2>
      : number
    : number

// A layer without a name is still there: what it does is known, its place is not. Equal ones are one member, so they count only with names.
type FlopsByPath<E extends Entry> = { [One in E as One[0]]: FlopsOfEntry<One> }

/**
 * Floating-point operations of one sample's forward pass in kernels (convolutions and dense layers), computed by the compiler: a
 * multiply-add counts as 2; biases, activations and pooling are left out. `number` where a size is not known or, in a graph, a
 * layer with weights has no name or is shared.
 */
export type Flops<M extends AnyModel> =
  false extends Known<EntriesOfNet<NetOf<M>>> ? number : SumOver<FlopsByPath<Extract<EntriesOfNet<NetOf<M>>, Entry>>>

/**
 * Floating-point operations of one sample's forward pass in kernels: a multiply-add counts as 2; biases, activations and pooling
 * are left out. Sizes with names count as NaN.
 *
 * @example
 * ```ts
 * import { dense, flops, input, sequential } from 'shapeproof'
 * const count = flops(sequential(input([100]), dense({ units: 10 }))) // 2000
 * ```
 */
export function flops<M extends AnyModel>(model: M): Flops<M> {
  const times = (shape: readonly Dim[]): number => Number(product(shape))
  const positions = (shape: readonly Dim[]): number => times(shape.slice(0, -1))
  const counts = model.nodes.flatMap(({ params, inputs, output }) =>
    params.map(({ shape, uses, positions: places }) => {
      if (places !== undefined) return 2 * times(shape) * times(places)
      if (uses === undefined) return 0
      return 2 * times(shape) * positions(uses === 'output' ? output.shape : inputs[0]?.shape)
    }),
  )
  return counts.reduce((sum, count) => sum + count, 0) as Flops<M>
}
