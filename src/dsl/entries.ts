import type { ShapeAt } from '../types/at.js'
import type { Bindings, SizesBy } from '../types/binding.js'
import type { AnyCompiled } from '../types/evaluate.js'
import type { Next } from '../types/next.js'
import type { Shape } from '../types/shape.js'
import type { Step } from './chain.js'
import type { AnyNames } from './data/sizes.js'
import type { RuleOf } from './layer.js'
import type { Chain, Graph } from './model.js'
import type { ComputedWithWeights } from './rule.js'

/*
 * Layers with weights, as a union of `[path, rule, options, input shape]`: a union holds each once, however often paths meet.
 * In a `sequential` every layer has its name. As in `chain.ts`, no `infer` stands in a scope that mentions the tuple of layers.
 */

/** A layer with weights; its path is `string` where only the run knows its name. */
export type Entry = readonly [path: string, rule: unknown, options: unknown, input: unknown, shared?: 'shared']

/** The kind of a layer's rule. */
export type KindOf<R> = R extends readonly [{ readonly kind: infer K extends string }, ...unknown[]] ? K : never
type GivenName<R> = R extends readonly [unknown, { readonly name: infer N extends string }, ...unknown[]] ? N : never
/** The name of the next layer of a kind. */
export type Numbered<Counts, K extends string> = K extends keyof Counts ? `${K}_${Counts[K] & number}` : K
type NameAt<Counts, R> = [GivenName<R>] extends [never] ? Numbered<Counts, KindOf<R>> : GivenName<R>

// Names as Keras makes them: the kind, then `_1`, `_2`, …; a given name does not count.
type CountsAfter<Counts, R> = [GivenName<R>] extends [never] ? Counted<Counts, KindOf<R>> : Counts
/** The counts after a layer of a kind. */
export type Counted<Counts, K extends string> = {
  [k in keyof Counts | K]: k extends keyof Counts ? (k extends K ? Next[Counts[k] & number] : Counts[k]) : 1
}

/** What a layer made of layers is to the names and shapes of those inside. */
export interface Composite {
  /** The layers inside: one after another, or each on the input of the whole. */
  readonly parts: readonly unknown[]
  readonly arrangement: 'chain' | 'branches' | 'steps' | 'shared' | 'model'
}

type Inside<R> = R extends readonly [infer G extends Composite, infer O, ...unknown[]] ? G & { readonly options: O } : never

/** All layers with weights of a chain. */
export type Entries<
  S,
  L extends readonly unknown[],
  Prefix extends string = '',
  Branches = false,
  K extends number = 0,
  Counts = {},
  Found = never,
> = [L] extends [never]
  ? never
  : number extends L['length']
    ? Found | Unknown
    : K extends L['length']
      ? Found
      : Entries<
          Branches extends true ? S : Step<L[K], S>,
          L,
          Prefix,
          Branches,
          Next[K],
          CountsAfter<Counts, RuleOf<L[K]>>,
          Found | EntriesAt<RuleOf<L[K]>, S, `${Prefix}${NameAt<Counts, RuleOf<L[K]>>}`>
        >

// Layers of which only the run knows how many there are.
type Unknown = [path: string, rule: unknown, options: unknown, input: unknown]

/** Those of one layer at a path. */
export type EntriesAt<R, S, Path extends string> = [Inside<R>] extends [never]
  ? EntryOf<R, S, Path>
  : EntriesInside<Inside<R>, S, Path>

interface EntriesByArrangement<C extends Composite, S, Path extends string> {
  chain: Entries<S, C['parts'], Within<Path>>
  branches: Entries<S, C['parts'], Within<Path>, true>
  // On a step, without the axis of time.
  steps: S extends readonly [unknown, ...infer Step]
    ? Entries<Step, C['parts'], Within<Path>>
    : Entries<Shape, C['parts'], Within<Path>>
  // Wherever it is called, its weights are under its own name.
  shared: AsShared<EntriesAt<RuleOf<C['parts'][0]>, S, NameOf<C['options' & keyof C]>>>
  model: EntriesOfModel<C['parts'][0], C['parts'][1], S, Path>
}

// Equal calls are one entry: how often it is called is not known.
type AsShared<E> = E extends readonly [infer P, infer G, infer O, infer S, ...unknown[]] ? [P, G, O, S, 'shared'] : never

type EntriesInside<C extends Composite, S, Path extends string> = EntriesByArrangement<C, S, Path>[C['arrangement']]

// An unknown path stays unknown.
type Within<Path extends string> = string extends Path ? string : `${Path}/`

// A shared layer has its weights under its own name, wherever it is called.
type Prefixed<E, Prefix extends string> = E extends readonly [infer N extends string, infer G, infer O, infer S, ...infer Shared]
  ? [Shared extends readonly [] ? `${Prefix}${N}` : N, G, O, S, ...Shared]
  : never

type EntryOf<R, S, Path extends string> = R extends readonly [infer G, infer O, ...unknown[]]
  ? HasWeights<G> extends true
    ? [Path, G, O, S]
    : never
  : never

type HasWeights<G> = G extends AnyCompiled
  ? keyof G['params'] extends never
    ? false
    : true
  : G extends ComputedWithWeights
    ? true
    : false

/** Those of a model in a model, called on an input of shape `S`. */
export type EntriesOfModel<N, Input, S, Path extends string> = Prefixed<EntriesOn<N, Input, S>, Within<Path>>

// The input says what its names are.
type EntriesOn<N, Input, S> =
  AnyNames<Input> extends true ? EntriesAtSizes<EntriesOfNet<N>, InPlaceOf<Input, S>> : EntriesOfNet<N>

/** The input of a layer, with names that are what `Sizes` says: worked out only for who asks, by {@link RealInput}. */
export interface InputAt<S, Sizes> {
  readonly input: S
  readonly sizes: Sizes
}

// What is given in the place of an input.
interface InPlaceOf<Must, Was> {
  readonly must: Must
  readonly was: Was
}

type SizesOf<Sizes> =
  Sizes extends InPlaceOf<infer Must, infer Was>
    ? Must extends readonly unknown[]
      ? Was extends readonly unknown[]
        ? SizesBy<Bindings<Must, Was>>
        : {}
      : {}
    : Sizes

/** Entries on inputs with names that are what `Sizes` says. */
export type EntriesAtSizes<E, Sizes> = E extends readonly [infer P, infer G, infer O, infer S, ...infer Shared]
  ? [P, G, O, InputAt<S, Sizes>, ...Shared]
  : never

/** The input of an entry as its model was made: weights do not depend on names. */
export type StatedInput<S> = S extends InputAt<infer A, unknown> ? StatedInput<A> : S

/** The input of an entry where names are what its model is called on. */
export type RealInput<S> = S extends InputAt<infer A, infer Sizes> ? EachAt<RealInput<A>, SizesOf<Sizes>> : S

type EachAt<S, Sizes> = S extends readonly unknown[]
  ? S[number] extends readonly unknown[]
    ? { [K in keyof S]: EachAt<S[K], Sizes> }
    : ShapeAt<S, Sizes>
  : S

/** Those that calling a layer on a tensor of shape `S` adds to its past. */
export type EntriesOfCall<G, O, S> =
  HasWeights<G> extends true ? [NameOf<O>, G, O, S] : G extends Composite ? EntriesAt<readonly [G, O], S, NameOf<O>> : never

/** The name that options give, or `string` where they give none. */
export type NameOf<O> = 'name' extends keyof O ? (O['name'] extends string ? O['name'] : string) : string

/** Those of a whole model. */
export type EntriesOfNet<N> =
  N extends Chain<infer S, infer L extends readonly unknown[]>
    ? Entries<S, L>
    : N extends Graph<infer P>
      ? unknown extends P
        ? Unknown
        : P
      : // Of a model that is only known by its shapes, every layer is.
        unknown extends N
        ? Unknown
        : never

/** Whether a path is one name, and not any text of a pattern. */
export type IsKnown<Path extends string> = {} extends { readonly [P in Path]: 1 } ? false : true
