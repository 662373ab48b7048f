// The types of a trainer: what fit accepts beside a model and a loss, and what it returns. No code in here.
import type { InputsFor } from '../../dsl/data/checkInputs.js'
import type { SamplesOf } from '../../dsl/data/counts.js'
import type { NDArray } from '../../dsl/data/ndarray.js'
import type { DataSizes } from '../../dsl/data/sizes.js'
import type { TargetsFor } from '../../dsl/losses/checkTargets.js'
import type { AnyModel } from '../../dsl/model.js'
import type { IsAny } from '../../types/shape.js'
import type { Net } from '../net.js'

/** How samples are ordered, each epoch anew. */
export type Shuffle = 'dataset' | 'batches' | 'withinBatch' | false

/**
 * How training is shown: `'bar'` draws a bar per epoch, `'line'` prints one line per epoch, `'silent'` nothing; `'auto'` is a
 * bar in a terminal and lines in a log file or in a browser's console.
 */
export type Verbose = 'auto' | 'bar' | 'line' | 'silent'

/** Options of `fit`. `Split` and `Data` are what the keys of the history follow from. */
export interface FitOptions<Split = number | undefined, Data = readonly [unknown, unknown] | undefined> {
  /** How many times all samples are seen; 1 by default. */
  readonly epochs?: number
  /** Samples a step; 32 by default. The last batch of an epoch may be smaller. */
  readonly batchSize?: number
  /**
   * `'dataset'` (the default): all samples are shuffled, each epoch anew; `'batches'`: whole batches change places;
   * `'withinBatch'`: samples change places in their batch; `false`: as they are.
   */
  readonly shuffle?: Shuffle
  /**
   * The share of samples that is kept for validation, at least 0 and below 1. They are chosen by chance, not from the tail: a set
   * that is sorted by class stays representative. The choice follows from the count of samples alone, so fitting again on the
   * same data never trains on what was validation before. With `shuffle: false` the order is taken to matter (a time series), and
   * validation is the tail.
   */
  readonly validationSplit?: Split
  /** Data for validation after each epoch: `[x, y]`. */
  readonly validationData?: Data
  /** Seed of the shuffling and of dropout, a whole number; from compile's seed if left out, by chance if there is none. */
  readonly seed?: number
  /** How training is shown; `'auto'` by default. */
  readonly verbose?: Verbose
}

/** Options of `evaluate` and `predict`. */
export interface BatchOptions {
  /** Samples at a time; 32 by default. It has no influence on the results. */
  readonly batchSize?: number
}

// Whether there are val_ keys: true, false, or boolean where only the run knows.
type Validates<Split, Data> = [Data] extends [undefined]
  ? [Split] extends [undefined | 0]
    ? false
    : undefined extends Split
      ? boolean
      : true
  : undefined extends Data
    ? boolean
    : true

/** What `fit` returns: under each key a number per epoch. */
export type History<Keys extends string> = { readonly [K in Keys]: readonly number[] }

/** The history's keys: the loss and each metric, and each with `val_` if there was validation. */
export type HistoryOf<Keys extends string, Split, Data> =
  Validates<Split, Data> extends infer V
    ? [V] extends [true]
      ? History<Keys | `val_${Keys}`>
      : [V] extends [false]
        ? History<Keys>
        : History<Keys> & Partial<History<`val_${Keys}`>>
    : never

// Nothing given is nothing to check; without these lines a hover would show a message where nothing is wrong.
type CheckedPair<M extends AnyModel, Loss, X, Y> = readonly [
  [X] extends [undefined] ? undefined : InputsFor<'fit', 'validationData', M['inputShape'], X>,
  [Y] extends [undefined] ? undefined : TargetsFor<'fit', 'validationData', M['inputShape'], M['outputShape'], Loss, X, Y>,
]

/** The means over all samples that `evaluate` returns. */
export type Evaluation<Keys extends string> = { readonly [K in Keys]: number }

type PredictionsAt<Output, X> = NDArray<
  IsAny<Output> extends true ? [number, ...number[]] : DataSizes<SamplesOf<X>, Output>,
  'float32'
>

/** What `predict` returns: one row a sample, of the model's output shape; an object by name where it has several. */
export type Predictions<M extends AnyModel, X> =
  IsAny<M['outputShape']> extends true
    ? PredictionsAt<M['outputShape'], X>
    : M['outputShape'] extends readonly unknown[]
      ? PredictionsAt<M['outputShape'], X>
      : { readonly [N in keyof M['outputShape']]: PredictionsAt<M['outputShape'][N], X> }

/** Keys as in Keras: `loss`, the loss of each output by name, and metrics. */
export type KeysOf<M extends AnyModel, Metric extends string> =
  IsAny<M['outputShape']> extends true
    ? 'loss' | Metric
    : M['outputShape'] extends readonly unknown[]
      ? 'loss' | Metric
      : 'loss' | `${keyof M['outputShape'] & string}_loss` | Metric

/**
 * A net with losses and an optimizer: made by `compile`. `Loss` is the name of the loss, or names by output; `Metric` the keys of the
 * compiled metrics. Nothing runs until a method is called; each starts the engine if need be.
 */
export interface Trainer<Loss, Metric extends string, M extends AnyModel> {
  /**
   * Trains on samples in plain memory.
   *
   * @param x `[n, ...input]`, or an object of them by the names of several inputs
   * @param y labels or targets as the loss reads them, `n` of them; an object by the names of several outputs
   * @returns the mean loss and metrics of each epoch; of the training data they are taken while training
   * @throws ShapeError when data, labels or options don't fit, and when the loss stops being a finite number
   */
  fit<const X, const Y, const VX = undefined, const VY = undefined, const Split extends number | undefined = undefined>(
    x: InputsFor<'fit', 'x', M['inputShape'], X>,
    y: TargetsFor<'fit', 'y', M['inputShape'], M['outputShape'], Loss, X, Y>,
    options?: FitOptions<Split, CheckedPair<M, Loss, VX, VY>>,
  ): Promise<HistoryOf<KeysOf<M, Metric>, Split, VX>>

  /** The loss and the metrics on data, as means over all samples. */
  evaluate<const X, const Y>(
    x: InputsFor<'evaluate', 'x', M['inputShape'], X>,
    y: TargetsFor<'evaluate', 'y', M['inputShape'], M['outputShape'], Loss, X, Y>,
    options?: BatchOptions,
  ): Promise<Evaluation<KeysOf<M, Metric>>>

  /** The model's outputs for each sample, in plain memory. */
  predict<const X>(x: InputsFor<'predict', 'x', M['inputShape'], X>, options?: BatchOptions): Promise<Predictions<M, X>>

  /** The net that is trained, made now if it was not yet. */
  net(): Promise<Net<M>>

  /** Frees what the optimizer keeps, and the net if `compile` was given a description. The trainer can't be used afterwards. */
  dispose(): void
}
