// The types of fit: its options, what stands in the place of wrong validation data, and the keys of the history. No code in here.
import type {} from '../../dsl/data/ends.js'
import type { ShowData } from '../../dsl/data/labels.js'
import type { IsData } from '../../dsl/data/ndarray.js'
import type { InputsOf, TargetsOf } from '../../dsl/data/outputs.js'
import type { NumbersIn } from '../../dsl/exact-numbers.js'
import type { AnyModel } from '../../dsl/model.js'
import type { Say } from '../../types/message.js'
import type { IsAny } from '../../types/shape.js'
import type { IsUnion } from '../../types/union.js'

// Choices are written out where they stand: behind a name the compiler would not show them.

/** Options of `fit`. */
export interface FitOptions {
  /** How many times all samples are seen; 1 by default. */
  readonly epochs?: number | undefined
  /** Samples a step; 32 by default. The last batch of an epoch may be smaller. */
  readonly batchSize?: number | undefined
  /**
   * `'dataset'` (the default): all samples are shuffled, each epoch anew; `'batches'`: whole batches change places;
   * `'withinBatch'`: samples change places in their batch; `false`: as they are.
   */
  readonly shuffle?: 'dataset' | 'batches' | 'withinBatch' | false | undefined
  /**
   * The share of samples that is kept for validation, at least 0 and below 1. They are chosen by chance, not from the tail: a set
   * that is sorted by class stays representative. The choice follows from the count of samples alone, so fitting again on the
   * same data never trains on what was validation before. With `shuffle: false` the order is taken to matter (a time series), and
   * validation is the tail.
   */
  readonly validationSplit?: number | undefined
  /** Data for validation after each epoch: `[x, y]`. */
  readonly validationData?: readonly [unknown, unknown] | undefined
  /** Seed of the shuffling and of dropout, a whole number; from compile's seed if left out, by chance if there is none. */
  readonly seed?: number | undefined
  /**
   * How training is shown: `'bar'` draws a bar per epoch, `'line'` prints one line per epoch, `'silent'` nothing; `'auto'`, the
   * default, is a bar in a terminal and lines in a log file or in a browser's console.
   */
  readonly verbose?: 'auto' | 'bar' | 'line' | 'silent' | undefined
}

/** {@link FitOptions} with whatever was given as a pair: what is wrong with it is said by a sentence of ours. */
export interface GivenFitOptions extends Omit<FitOptions, 'validationData'> {
  readonly validationData?: unknown
}

/** How samples are ordered, each epoch anew. */
export type Shuffle = Exclude<FitOptions['shuffle'], undefined>

/** How training is shown. */
export type Verbose = Exclude<FitOptions['verbose'], undefined>

// ---- validation data

type ShowPair<P> = P extends readonly unknown[]
  ? `an array of ${P['length'] & number}`
  : IsData<P> extends true
    ? ShowData<P>
    : 'an object'

// How long a list is, if it is no tuple, only the run knows.
type PairFor<M extends AnyModel, Loss, P> = [P] extends [readonly [infer X, infer Y]]
  ? readonly [InputsOf<'fit', 'validationData', M, X>, TargetsOf<'fit', 'validationData', M, Loss, X, Y>]
  : [P] extends [readonly unknown[]]
    ? number extends P['length']
      ? P
      : Say<'validationPair', { was: ShowPair<P> }>
    : Say<'validationPair', { was: ShowPair<P> }>

// Of an annotated variable nothing is known but that it is a pair.
type ValidationFor<M extends AnyModel, Loss, V> = [V] extends [undefined]
  ? V
  : unknown extends V
    ? V
    : IsUnknownPair<V> extends true
      ? V
      : PairFor<M, Loss, Exclude<V, undefined>> | Extract<V, undefined>

type IsUnknownPair<V> = [readonly [unknown, unknown]] extends [V] ? true : false

/** What `fit` takes as options: as they were given, with a message in the place of validation data that does not fit. */
export type FitOptionsFor<M extends AnyModel, Loss, O> =
  IsAny<O> extends true
    ? O
    : IsMisfit<O> extends true
      ? FitOptions
      : 'validationData' extends keyof O
        ? { readonly [K in keyof O]: K extends 'validationData' ? ValidationFor<M, Loss, O[K]> : NumbersIn<O, 'fit', Ranges>[K] }
        : NumbersIn<O, 'fit', Ranges>

type Ranges = {
  readonly epochs: 'count'
  readonly batchSize: 'count'
  readonly validationSplit: 'fraction'
  readonly seed: 'whole'
}

// A name that is no option, or a value of another type, for which the compiler takes the constraint of O.
type IsMisfit<O> = keyof O extends keyof FitOptions ? ([GivenFitOptions] extends [O] ? true : false) : true

// ---- the history

type Given<O, K extends string> = K extends keyof O ? O[K] : undefined

// Whether there are val_ keys: true, false, or boolean where only the run knows.
type Validates<O> =
  IsAny<O> extends true
    ? boolean
    : O extends unknown
      ? [Given<O, 'validationData'>] extends [undefined]
        ? [Given<O, 'validationSplit'>] extends [undefined | 0]
          ? false
          : IsPerhapsZero<Given<O, 'validationSplit'>> extends true
            ? boolean
            : true
        : undefined extends Given<O, 'validationData'>
          ? boolean
          : true
      : never

type IsPerhapsZero<Split> = undefined extends Split ? true : 0 extends Split ? true : false

/** What `fit` returns: under each key a number per epoch. */
export type History<Keys extends string> = { readonly [K in Keys]: readonly number[] }

/** Keys that are there for sure: those of metrics that only the run knows end in a question mark. */
export type Sure<Keys> = Keys extends `${string}?` ? never : Keys

/** Keys that may be there. */
export type Perhaps<Keys> = Keys extends `${infer Key}?` ? Key : never

type HistoryWith<Keys extends string, Maybe extends string> = [Maybe] extends [never]
  ? History<Keys>
  : History<Keys> & Partial<History<Maybe>>

type Validation<Keys extends string> = `val_${Keys}`

/** The history's keys: the loss and each metric, and each with `val_` if there was validation. */
export type HistoryOf<Keys extends string, O> =
  IsAny<Keys> extends true
    ? History<string>
    : Validates<O> extends infer V
      ? IsUnion<V> extends true
        ? HistoryWith<Sure<Keys>, Perhaps<Keys> | Validation<Sure<Keys> | Perhaps<Keys>>>
        : [V] extends [true]
          ? HistoryWith<Sure<Keys> | Validation<Sure<Keys>>, Perhaps<Keys> | Validation<Perhaps<Keys>>>
          : HistoryWith<Sure<Keys>, Perhaps<Keys>>
      : never
