import type { AnyCompiled } from '../types/evaluate.js'
import type { Next } from '../types/next.js'
import type { Product } from '../types/product.js'
import type { Shape } from '../types/shape.js'
import type { IsUnion } from '../types/union.js'
import type { Add, Multiply } from '../types/whole.js'
import type { SureStep } from './chain.js'
import type { SumOver } from './counts.js'
import type { Composite, EachAt, EntriesAtSizes, EntriesOfNet, EntriesOn, Entry, Inside, Known, RealInput } from './entries.js'
import type { RuleOf } from './layer.js'
import type { Chain } from './model.js'
import type { OutputOf } from './rule.js'
import type { ShapesOfEntry } from './weights.js'

/*
 * Numbers of floating-point operations, by the compiler. In a `sequential` they are summed up layer by layer, each call of a shared
 * one by itself. A graph's past does not say how often a shared layer is called.
 */

/** Those of what the layers of a model are; of several models each has its own. `Sizes` says what names are. */
export type FlopsOfNet<N, Sizes> = N extends unknown
  ? unknown extends N
    ? number
    : N extends Chain<infer S, readonly [unknown, ...infer L]>
      ? FlopsOfLayers<[keyof Sizes] extends [never] ? S : EachAt<S, Sizes>, L>
      : FlopsOfPast<[keyof Sizes] extends [never] ? EntriesOfNet<N> : EntriesAtSizes<EntriesOfNet<N>, Sizes>>
  : never

// ---- of a chain

type FlopsOfLayers<S, L extends readonly unknown[], Branches = false, K extends number = 0, Total extends number = 0> = [
  L,
] extends [never]
  ? never
  : number extends L['length']
    ? number
    : K extends L['length']
      ? Total
      : FlopsOfLayers<Branches extends true ? S : SureStep<L[K], S>, L, Branches, Next[K], Plus<Total, FlopsAt<RuleOf<L[K]>, S>>>

type FlopsAt<R, S> =
  true extends IsUnion<R>
    ? number
    : [Inside<R>] extends [never]
      ? FlopsOfRule<R, S>
      : FlopsByArrangement<Inside<R>, S>[Inside<R>['arrangement']]

interface FlopsByArrangement<C extends Composite, S> {
  chain: FlopsOfLayers<S, C['parts']>
  branches: FlopsOfLayers<S, C['parts'], true>
  // The same on each step.
  steps: S extends readonly [infer T, ...infer Step] ? Times<T, FlopsOfLayers<Step, C['parts']>> : number
  shared: FlopsOfLayers<S, C['parts']>
  model: FlopsOfNested<C['parts'][0], C['parts'][1], S>
}

type FlopsOfNested<N, Input, S> =
  true extends IsUnion<N>
    ? number
    : N extends Chain<unknown, readonly [unknown, ...infer L]>
      ? FlopsOfLayers<S, L>
      : FlopsOfPast<EntriesOn<N, Input, S>>

type FlopsOfRule<R, S> = R extends readonly [infer G, infer O, ...unknown[]] ? FlopsOfEntry<readonly [string, G, O, S]> : number

// ---- of a graph

type FlopsOfPast<Past> = false extends Known<Past> ? number : SumOver<FlopsByPath<Extract<Past, Entry>>>
type FlopsByPath<E extends Entry> = { [One in E as One[0]]: FlopsOfEntry<One> }

// ---- of one layer

type FlopsOfEntry<E> = E extends readonly [unknown, infer G, infer O, infer S, ...infer Rest]
  ? Rest extends readonly []
    ? G extends AnyCompiled
      ? FlopsOfParams<G, OutputOf<G, O, RealInput<S>>, RealInput<S>, ShapesOfEntry<E>>
      : G extends { readonly positions: unknown }
        ? FlopsAtPositions<ShapesOfEntry<E>, (G & { readonly input: RealInput<S>; readonly options: O })['positions']>
        : 0
    : number
  : never

// The kernel of a computed rule that says where it is multiplied.
type FlopsAtPositions<W, Positions> = W extends { readonly kernel: infer K } ? Twice<Product<K>, Product<Positions>> : 0

type FlopsOfParams<G extends AnyCompiled, Out, S, W> = SumOver<{
  [N in keyof W]: N extends keyof G['params'] ? FlopsOfParam<G['params'][N], Out, S, W[N]> : 0
}>

type FlopsOfParam<P, Out, S, W> = P extends { readonly uses: 'output' | 'input' }
  ? Twice<Product<W>, Product<Lead<P['uses'] extends 'output' ? Out : S>>>
  : 0

type Lead<S> = S extends readonly [...infer Places, unknown] ? Places : S extends readonly [] ? [] : Shape

type Twice<A, B> = Times<Times<A, B>, 2>

type Times<A, B> = number extends A | B ? number : A extends number ? (B extends number ? Multiply<A, B> : number) : number

type Plus<A extends number, B extends number> = B extends 0 ? A : number extends A | B ? number : Add<A, B>
