// The types of a trainer: what it accepts and what it returns; of fit there is more in fit-types.ts. No code in here.
import type { SamplesOf } from '../../dsl/data/counts.js'
import type { NDArray } from '../../dsl/data/ndarray.js'
import type { InputsOf, OutputsFor, TargetsOf } from '../../dsl/data/outputs.js'
import type { DataSizes } from '../../dsl/data/sizes.js'
import type { AnyModel } from '../../dsl/model.js'
import type { IsAny } from '../../types/shape.js'
import type { Net } from '../net.js'
import type { FitOptionsFor, GivenFitOptions, HistoryOf, Perhaps, Sure } from './fit-types.js'

/** Options of `evaluate` and `predict`. */
export interface BatchOptions {
  /** Samples at a time; 32 by default. It has no influence on the results. */
  readonly batchSize?: number | undefined
}

/** The means over all samples that `evaluate` returns. */
export type Evaluation<Keys extends string> =
  IsAny<Keys> extends true
    ? { readonly [key: string]: number }
    : [Perhaps<Keys>] extends [never]
      ? { readonly [K in Keys]: number }
      : { readonly [K in Sure<Keys>]: number } & { readonly [K in Perhaps<Keys>]?: number }

// A conditional of two arrays, for editors print its result and not its name.
type PredictionsAt<Output, X> =
  IsAny<Output> extends true ? NDArray<[number, ...number[]], 'float32'> : NDArray<DataSizes<SamplesOf<X>, Output>, 'float32'>

/** What `predict` returns: one row a sample, of the model's output shape; an object by name where it has several. */
export type Predictions<M extends AnyModel, X> = PredictionsOf<OutputsFor<M, X>, X>

type PredictionsOf<Output, X> =
  IsAny<Output> extends true
    ? PredictionsAt<Output, X>
    : Output extends readonly unknown[]
      ? PredictionsAt<Output, X>
      : { readonly [N in keyof Output]: PredictionsAt<Output[N], X> }

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
// biome-ignore lint/suspicious/noExplicitAny: a bare Trainer is any trainer
export interface Trainer<Loss = any, Metric extends string = any, M extends AnyModel = AnyModel> {
  /**
   * Trains on samples in plain memory.
   *
   * @param x `[n, ...input]`, or an object of them by the names of several inputs
   * @param y labels or targets as the loss reads them, `n` of them; an object by the names of several outputs
   * @returns the mean loss and metrics of each epoch; of the training data they are taken while training
   * @throws ShapeError when data, labels or options don't fit, and when the loss stops being a finite number
   */
  fit<const X, const Y, const O extends GivenFitOptions = {}>(
    x: InputsOf<'fit', 'x', M, X>,
    y: TargetsOf<'fit', 'y', M, Loss, X, Y>,
    options?: FitOptionsFor<M, Loss, O>,
  ): Promise<HistoryOf<KeysOf<M, Metric>, O>>

  /** The loss and the metrics on data, as means over all samples. */
  evaluate<const X, const Y>(
    x: InputsOf<'evaluate', 'x', M, X>,
    y: TargetsOf<'evaluate', 'y', M, Loss, X, Y>,
    options?: BatchOptions,
  ): Promise<Evaluation<KeysOf<M, Metric>>>

  /** The model's outputs for each sample, in plain memory. */
  predict<const X>(x: InputsOf<'predict', 'x', M, X>, options?: BatchOptions): Promise<Predictions<M, X>>

  /** The net that is trained, made now if it was not yet. */
  net(): Promise<Net<M>>

  /** Frees what the optimizer keeps, and the net if `compile` was given a description. The trainer can't be used afterwards. */
  dispose(): void
}
