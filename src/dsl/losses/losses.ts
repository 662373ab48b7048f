import { refuse } from '../../types/message.js'
import { describe } from '../data/check.js'
import type { Exact } from '../exact.js'
import type { NamelessNumbers } from '../exact-numbers.js'
import { checkNames } from '../option-names.js'
import { type LossName, lossList, lossRules } from './rules.js'

/** A loss with its options, as plain data. */
export interface LossDescription<Name extends LossName = LossName, FromLogits extends boolean = boolean> {
  readonly loss: Name
  /** The outputs are logits: no activation on the last layer, the loss applies softmax or sigmoid itself, without overflow. */
  readonly fromLogits: FromLogits
  /** Draws labels towards the uniform distribution, in 0 … below 1. */
  readonly labelSmoothing: number
}

/** What `compile` takes as a loss: a name, or a description made by the function of that name. */
export type LossLike = LossName | LossDescription

/** The name of a loss, however it was given. */
export type NameOfLoss<L> = L extends LossName ? L : L extends LossDescription<infer Name, boolean> ? Name : LossName

/** Whether a loss reads logits: `false` for a name, `boolean` where only the run knows. */
export type ReadsLogits<L> = L extends LossDescription<LossName, infer F> ? F : false

/** Options of the losses that read probabilities or logits. */
export interface LogitsOptions {
  /** The outputs are logits (no activation on the last layer); false by default. */
  readonly fromLogits?: boolean | undefined
}

/** Options of the losses whose labels can be softened. */
export interface SmoothingOptions extends LogitsOptions {
  /** How far labels are drawn towards the uniform distribution, at least 0 and below 1; 0 by default. */
  readonly labelSmoothing?: number | undefined
}

// A misspelt option has its own error and leaves open what was meant: boolean, which no check holds against it.
type FromLogitsOf<O> = keyof O extends keyof SmoothingOptions
  ? 'fromLogits' extends keyof O
    ? O['fromLogits'] extends boolean
      ? O['fromLogits']
      : boolean
    : false
  : boolean

type Smoothed<O, Who> = NamelessNumbers<O, SmoothingOptions, Who, { labelSmoothing: 'fraction' }>

function describeLoss<Name extends LossName>(
  loss: Name,
  options: SmoothingOptions = {},
  known: readonly string[],
): LossDescription<Name> {
  checkNames(loss, options, known)
  const { fromLogits = false, labelSmoothing = 0 } = options
  if (typeof fromLogits !== 'boolean')
    refuse('lossOption', { who: loss, option: 'fromLogits', must: 'true or false', was: describe(fromLogits) })
  if (!(typeof labelSmoothing === 'number' && labelSmoothing >= 0 && labelSmoothing < 1)) {
    refuse('fraction', { who: loss, option: 'labelSmoothing', was: describe(labelSmoothing) })
  }
  return Object.freeze({ loss, fromLogits, labelSmoothing })
}

// A signature without options, and no default for O: with the default, editors offer no completion inside the braces.

/**
 * Cross-entropy of classes given as one-hot rows or distributions: the mean of −Σ y log p over all positions.
 * Asks for softmax over at least 2 units, or for a linear last layer and `fromLogits`. Labels: `oneHot`, of the output's shape.
 *
 * @throws ShapeError when `labelSmoothing` is not at least 0 and below 1
 * @example
 * ```ts
 * import { adam, categoricalCrossentropy, compile, dense, input, sequential } from 'shapeproof'
 * const digits = sequential(input([784]), dense({ units: 10, activation: 'softmax' }))
 * compile(digits, { loss: categoricalCrossentropy({ labelSmoothing: 0.1 }), optimizer: adam() })
 * ```
 */
export function categoricalCrossentropy(): LossDescription<'categoricalCrossentropy', false>
export function categoricalCrossentropy<const O extends SmoothingOptions>(
  options: Smoothed<O, 'categoricalCrossentropy'>,
): LossDescription<'categoricalCrossentropy', FromLogitsOf<O>>
export function categoricalCrossentropy(options?: SmoothingOptions): LossDescription<'categoricalCrossentropy'> {
  return describeLoss('categoricalCrossentropy', options, ['fromLogits', 'labelSmoothing'])
}

/**
 * Cross-entropy of classes given as ids: the mean of −log p[id] over all positions. Asks for softmax over at least 2 units, or
 * for a linear last layer and `fromLogits`. Labels: `classIds`, of the output's shape without its last axis.
 *
 * @example
 * ```ts
 * import { adam, compile, dense, input, sequential, sparseCategoricalCrossentropy } from 'shapeproof'
 * const scores = sequential(input([784]), dense({ units: 10 }))
 * compile(scores, { loss: sparseCategoricalCrossentropy({ fromLogits: true }), optimizer: adam() })
 * ```
 */
export function sparseCategoricalCrossentropy(): LossDescription<'sparseCategoricalCrossentropy', false>
export function sparseCategoricalCrossentropy<const O extends LogitsOptions>(
  options: Exact<O, LogitsOptions>,
): LossDescription<'sparseCategoricalCrossentropy', FromLogitsOf<O>>
export function sparseCategoricalCrossentropy(options?: LogitsOptions): LossDescription<'sparseCategoricalCrossentropy'> {
  return describeLoss('sparseCategoricalCrossentropy', options, ['fromLogits'])
}

/**
 * Cross-entropy of yes and no: the mean of −(y log p + (1 − y) log(1 − p)). Asks for sigmoid, or for a linear last layer and
 * `fromLogits`. Labels: `binaryLabels` (or an ndarray in 0..1) of the output's shape.
 *
 * @throws ShapeError when `labelSmoothing` is not at least 0 and below 1
 * @example
 * ```ts
 * import { adam, binaryCrossentropy, compile, dense, input, sequential } from 'shapeproof'
 * const spam = sequential(input([64]), dense({ units: 1 }))
 * compile(spam, { loss: binaryCrossentropy({ fromLogits: true }), optimizer: adam() })
 * ```
 */
export function binaryCrossentropy(): LossDescription<'binaryCrossentropy', false>
export function binaryCrossentropy<const O extends SmoothingOptions>(
  options: Smoothed<O, 'binaryCrossentropy'>,
): LossDescription<'binaryCrossentropy', FromLogitsOf<O>>
export function binaryCrossentropy(options?: SmoothingOptions): LossDescription<'binaryCrossentropy'> {
  return describeLoss('binaryCrossentropy', options, ['fromLogits', 'labelSmoothing'])
}

/**
 * The mean of (y − output)² over all values. Any last activation but softmax (which `allow: ['softmax-mse']` lets through).
 * Targets: an ndarray of exactly the output's shape; nothing is broadcast.
 *
 * @example
 * ```ts
 * import { compile, dense, input, meanSquaredError, sequential, sgd } from 'shapeproof'
 * const prices = sequential(input([8]), dense({ units: 1 }))
 * compile(prices, { loss: meanSquaredError(), optimizer: sgd({ learningRate: 0.01 }) })
 * ```
 */
export function meanSquaredError(): LossDescription<'meanSquaredError', false> {
  return Object.freeze({ loss: 'meanSquaredError', fromLogits: false, labelSmoothing: 0 })
}

/** The description of a loss, however it was given. Throws for a name that is none. */
export function toLoss(loss: LossLike): LossDescription {
  const description = typeof loss === 'string' ? { loss, fromLogits: false, labelSmoothing: 0 } : loss
  if (typeof description !== 'object' || description === null || !Object.hasOwn(lossRules, description.loss)) {
    refuse('lossName', { who: 'compile', must: `among ${lossList}`, was: describe(loss) })
  }
  return description
}
