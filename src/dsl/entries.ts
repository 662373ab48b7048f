import type { ShapeAt } from '../types/at.js'
import type { Bindings, SizesBy } from '../types/binding.js'
import type { AnyCompiled } from '../types/evaluate.js'
import type { Next } from '../types/next.js'
import type { Shape } from '../types/shape.js'
import type { IsUnion } from '../types/union.js'
import type { SureStep } from './chain.js'
import type { AnyNames } from './data/sizes.js'
import type { RuleOf } from './layer.js'
import type { Chain, Graph } from './model.js'
import type { CountsAfter, IsKnown, NameAt, NameOf } from './numbering.js'
import type { ComputedWithWeights } from './rule.js'

/*
 * Layers with weights, as a union of `[path, rule, options, input shape]`: a union holds each once, however often paths meet.
 * In a `sequential` every layer has its name. As in `chain.ts`, no `infer` stands in a scope that mentions the tuple of layers.
 */

/** A layer with weights; its path is `string` where only the run knows its name. `called` is why it may be called more than once. */
export type Entry = readonly [path: string, rule: unknown, options: unknown, input: unknown, called?: 'shared' | 'steps']

/** Layers with weights of which only the run knows what they are, and how many. */
export type UnknownEntry = [path: string, rule: unknown, options: unknown, input: unknown]

/** What a layer made of layers is to the names and shapes of those inside. */
export interface Composite {
  /** The layers inside: one after another, or each on the input of the whole. */
  readonly parts: readonly unknown[]
  readonly arrangement: 'chain' | 'branches' | 'steps' | 'shared' | 'model'
}

/** A layer made of layers, with its options. */
export type Inside<R> = R extends readonly [infer G extends Composite, infer O, ...unknown[]]
  ? G & { readonly options: O }
  : never

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
    ? Found | UnknownEntry
    : K extends L['length']
      ? Found
      : Entries<
          Branches extends true ? S : SureStep<L[K], S>,
          L,
          Prefix,
          Branches,
          Next[K],
          CountsAfter<Counts, RuleOf<L[K]>>,
          Found | EntriesAt<RuleOf<L[K]>, S, IfOne<S, `${Prefix}${NameAt<Counts, RuleOf<L[K]>>}`>>
        >

// On one of several shapes, weights are of one of several shapes.
type IfOne<S, Path> = true extends IsUnion<S> ? string : Path

/** Those of one layer at a path. */
export type EntriesAt<R, S, Path extends string> = [Inside<R>] extends [never]
  ? EntryOf<R, S, Path>
  : EntriesInside<Inside<R>, S, Path>

interface EntriesByArrangement<C extends Composite, S, Path extends string> {
  chain: Entries<S, C['parts'], Within<Path>>
  branches: Entries<S, C['parts'], Within<Path>, true>
  // On a step, without the axis of time.
  steps: S extends readonly [unknown, ...infer Step]
    ? OnSteps<Entries<Step, C['parts'], Within<Path>>>
    : OnSteps<Entries<Shape, C['parts'], Within<Path>>>
  // Wherever it is called, its weights are under its own name.
  shared: true extends IsUnion<C['parts'][0]>
    ? UnknownEntry
    : AsShared<EntriesAt<RuleOf<C['parts'][0]>, S, NameOf<C['options' & keyof C]>>>
  model: EntriesOfModel<C['parts'][0], C['parts'][1], S, Path>
}

// Equal calls are one entry: how often it is called is not known.
type AsShared<E> = E extends readonly [infer P, infer G, infer O, infer S, ...unknown[]] ? [P, G, O, S, 'shared'] : never

type EntriesInside<C, S, Path extends string> = C extends Composite ? EntriesByArrangement<C, S, Path>[C['arrangement']] : never

type OnSteps<E> = E extends readonly [infer P, infer G, infer O, infer S, ...infer Called]
  ? Called extends readonly []
    ? [P, G, O, S, 'steps']
    : E
  : never

// An unknown path stays unknown.
type Within<Path extends string> = string extends Path ? string : `${Path}/`

// A shared layer has its weights under its own name, wherever it is called.
type Prefixed<E, Prefix extends string> = E extends readonly [infer N extends string, infer G, infer O, infer S, ...infer Called]
  ? [Called extends readonly ['shared'] ? N : `${Prefix}${N}`, G, O, S, ...Called]
  : never

type EntryOf<R, S, Path extends string> = R extends readonly [infer G, infer O, ...unknown[]]
  ? HasWeights<G> extends true
    ? [Path, G, O, S]
    : OfAnyRule<G>
  : UnknownEntry

// A layer of any rule is any layer; another without weights adds nothing.
type OfAnyRule<G> = unknown extends G ? UnknownEntry : never

type HasWeights<G> = G extends AnyCompiled
  ? keyof G['params'] extends never
    ? false
    : true
  : G extends ComputedWithWeights
    ? true
    : false

/** Those of a model in a model, called on an input of shape `S`. */
export type EntriesOfModel<N, Input, S, Path extends string> = Prefixed<EntriesOn<N, Input, S>, Within<Path>>

/** Those of a model on an input of shape `S`, which says what the names of its own are; of one of several models nobody knows. */
export type EntriesOn<N, Input, S> =
  true extends IsUnion<N>
    ? UnknownEntry
    : AnyNames<Input> extends true
      ? EntriesAtSizes<EntriesOfNet<N>, EntrySizes<Input, S>>
      : EntriesOfNet<N>

/** The input of a layer, with names that are what `Sizes` says: worked out only for who asks, by {@link RealInput}. */
export interface EntryInput<S, Sizes> {
  readonly input: S
  readonly sizes: Sizes
}

/** What names are, by an input and what is given in its place. */
export interface EntrySizes<Must, Was> {
  readonly must: Must
  readonly was: Was
}

type SizesOf<Sizes> =
  Sizes extends EntrySizes<infer Must, infer Was>
    ? Must extends readonly unknown[]
      ? Was extends readonly unknown[]
        ? SizesBy<Bindings<Must, Was>>
        : {}
      : {}
    : Sizes

/** Entries on inputs with names that are what `Sizes` says. */
export type EntriesAtSizes<E, Sizes> = E extends readonly [infer P, infer G, infer O, infer S, ...infer Called]
  ? [P, G, O, EntryInput<S, Sizes>, ...Called]
  : never

/** The input of an entry as its model was made: weights do not depend on names. */
export type StatedInput<S> = S extends EntryInput<infer A, unknown> ? StatedInput<A> : S

/** The input of an entry where names are what its model is called on. */
export type RealInput<S> = S extends EntryInput<infer A, infer Sizes> ? EachAt<RealInput<A>, SizesOf<Sizes>> : S

/** A shape, or several, where names are what `Sizes` says. */
export type EachAt<S, Sizes> = S extends readonly unknown[]
  ? S[number] extends readonly unknown[]
    ? { [K in keyof S]: EachAt<S[K], Sizes> }
    : ShapeAt<S, Sizes>
  : S

/** Those that calling a layer on a tensor of shape `S` adds to its past. */
export type EntriesOfCall<G, O, S> =
  HasWeights<G> extends true
    ? [NameOf<O>, G, O, S]
    : G extends Composite
      ? EntriesAt<readonly [G, O], S, NameOf<O>>
      : OfAnyRule<G>

/** Those of a whole model. */
export type EntriesOfNet<N> = unknown extends N
  ? UnknownEntry
  : N extends Chain<infer S, readonly [unknown, ...infer L]>
    ? Entries<S, L>
    : N extends Graph<infer P>
      ? unknown extends P
        ? UnknownEntry
        : P
      : UnknownEntry

/** False among others where only the run knows the path of an entry, and so whether it is one. */
export type Known<E> = E extends Entry ? IsKnown<E[0]> : never
