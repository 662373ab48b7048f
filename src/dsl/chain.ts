import type { OneOf, Refusal } from '../types/message.js'
import type { Next, Previous } from '../types/next.js'
import type { Shape } from '../types/shape.js'
import type { IsUnion } from '../types/union.js'
import type { ActivationOf, LastAfter } from './activations.js'
import type { RuleOf, rule } from './layer.js'
import type { AnyRule, HasNames, LastRuleIn, NamedOutput, OutputOf, RuleOutput } from './rule.js'

/*
 * Walks over the layers of a `sequential`, by index: the cost is linear. No `infer` may stand in a scope that mentions the
 * tuple L: options count as types that may hold type variables, and each `infer` would instantiate the whole tuple again.
 * During inference of the outer call L is `never`, which would never end: each walk begins by asking for it.
 */

/** Output shape of one layer on an input shape. */
export type Step<Y, S> = StepOf<Y[typeof rule & keyof Y], S>
// All rules are pairs: of two tuples of one kind the compiler compares the elements, and looks up no members of tuples.
type StepOf<R, S> = R extends readonly [infer G extends AnyRule, infer O] ? RuleOutput<G, O, S> : Unruled<R>
// Of any layer nothing is known, be it one of any rule.
type Unruled<R> = unknown extends R ? Shape : R extends readonly [unknown, unknown, ...unknown[]] ? Shape : never

/**
 * {@link Step} for any shape. Where the layer, or the shape, is one of several, those that fail are left out: had the run come
 * upon one, it would have ended there.
 */
export type SureStep<Y, S> = Right<StepOfEach<RuleOf<Y>, S>>
type StepOfEach<R, S> = S extends unknown
  ? R extends readonly [infer G, infer O, ...unknown[]]
    ? OutputOf<G, O, S>
    : Unruled<R>
  : never

/** Without the refusals among others. */
export type Right<S> = [S] extends [readonly unknown[]] ? S : [S] extends [Refusal] ? S : Exclude<S, Refusal>

/** Output shape of a chain of layers on an input shape, or the first refusal; of several shapes each goes its own way. */
export type ChainOutput<S, L extends readonly unknown[], End = L['length'], K extends number = 0> = [L] extends [never]
  ? never
  : number extends L['length']
    ? Shape
    : 0 extends 1 & S
      ? S
      : HasNames<S> extends false
        ? Walk<S, L, End, K>
        : NamedWalk<S, L, End, K>

type Walk<S, L extends readonly unknown[], End, K extends number> = S extends Refusal
  ? S
  : K extends End
    ? S
    : Walk<Step<L[K], S>, L, End, Next[K]>

// Where the input has names, each layer is asked besides whether it can size its weights.
type NamedWalk<S, L extends readonly unknown[], End, K extends number> = S extends Refusal
  ? S
  : K extends End
    ? S
    : NamedWalk<NamedStep<L[K], S>, L, End, Next[K]>

type NamedStep<Y, S> = NamedStepOf<RuleOf<Y>, S>
type NamedStepOf<R, S> = R extends readonly [infer G extends AnyRule, infer O] ? NamedOutput<G, O, S> : Unruled<R>

/** The first layer that refuses, as `[index, refusal]`; built only when something is wrong. */
export type FirstFailing<S, L extends readonly unknown[], K extends number = 0> = [L] extends [never]
  ? never
  : K extends L['length']
    ? never
    : FailingStep<Right<StepFrom<L[K], S>>, L, K>

type StepFrom<Y, S> = S extends unknown ? (HasNames<S> extends false ? Step<Y, S> : NamedStep<Y, S>) : never

// Of several refusals one speaks.
type FailingStep<S, L extends readonly unknown[], K extends number> = [S] extends [Refusal]
  ? [K, OneOf<S>]
  : FirstFailing<S, L, Next[K]>

/** The layers as they are, but for the failing one, in whose place the refusal stands. */
export type Marked<L extends readonly unknown[], F> = [F] extends [readonly [infer K extends number, infer E]]
  ? { [I in keyof L]: I extends `${K}` ? E : L[I] }
  : L

/** What a chain does to the last activation before it, read from its end: most models end in the layer that decides. */
export type ChainLast<S, L extends readonly unknown[], K extends number = L['length'], After = 'keep'> = [L] extends [never]
  ? never
  : number extends L['length']
    ? 'unknown'
    : K extends 0
      ? After
      : LastStep<RuleOf<L[Previous[K]]>, S, L, K, After>

type LastStep<R, S, L extends readonly unknown[], K extends number, After> =
  true extends IsUnion<R>
    ? 'unknown'
    : LastRuleOf<R> extends 'keep'
      ? ChainLast<S, L, Previous[K], After>
      : LastRuleOf<R> extends 'rows' | 'elements'
        ? ChainLast<S, L, Previous[K], Both<S, LastRuleOf<R>, After>>
        : Settle<LastRuleOf<R>, After, S, L, K>

// Of a block no sizes are known: the class axis may leave the end between two that keep rows, and be back behind the second.
type Both<S, A, After> = After extends 'elements' ? After : After extends 'rows' ? ([S] extends [never] ? 'elements' : A) : A

/** The last activation of a chain on an input with one: `A` is what the chain does to it. */
export type SettledLast<A, Before, S, L extends readonly unknown[]> = A extends 'rows'
  ? Settle<Before, A, S, L, 1>
  : LastAfter<A, {}, Before, [], []>

// Softmax needs its class axis to stay the last, layer by layer; sizes are compared only in that rare case.
type Settle<A, After, S, L extends readonly unknown[], K extends number> = A extends 'softmax'
  ? After extends 'rows'
    ? [S] extends [never]
      ? 'unknown'
      : Rows<ChainOutput<S, L, K, 1>, L, K>
    : LastAfter<After, {}, A, [], []>
  : A

type Rows<S, L extends readonly unknown[], K extends number> = K extends L['length']
  ? 'softmax'
  : RowsAfter<S, Step<L[K], S>, L, K>

type RowsAfter<S, Out, L extends readonly unknown[], K extends number> =
  LastAfter<LastRuleOf<RuleOf<L[K]>>, {}, 'softmax', S, Out> extends 'softmax' ? Rows<Out, L, Next[K]> : 'unknown'

type LastRuleOf<R> = R extends readonly [infer G, infer O, ...unknown[]]
  ? LastRuleIn<G, O> extends infer A
    ? A extends 'activation'
      ? ActivationOf<O>
      : A
    : never
  : 'unknown'
