// Options as the loop wants them: checked, defaults filled in.
import { describe } from '../../dsl/data/check.js'
import { showData } from '../../dsl/data/labels.js'
import { isNDArray } from '../../dsl/data/ndarray.js'
import { twinOf } from '../../dsl/layer.js'
import type { AnyModel } from '../../dsl/model.js'
import { checkNames } from '../../dsl/option-names.js'
import { refuse } from '../../types/message.js'
import type { GivenFitOptions, Shuffle, Verbose } from './fit-types.js'
import type { BatchOptions } from './types.js'

/** What `fit` does, nothing left open but the data. */
export interface Plan {
  readonly epochs: number
  readonly batchSize: number
  readonly shuffle: Shuffle
  readonly validationSplit: number
  readonly verbose: Verbose
}

const fitOptions = ['epochs', 'batchSize', 'shuffle', 'validationSplit', 'validationData', 'seed', 'verbose']
const shuffles: readonly Shuffle[] = ['dataset', 'batches', 'withinBatch', false]
const verbosities: readonly Verbose[] = ['auto', 'bar', 'line', 'silent']

const listed = (choices: readonly unknown[]): string => choices.map(describe).join(', ')

function checkCount(who: string, option: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) refuse('count', { who, option, was: describe(value) })
}

function checkChoice(who: string, option: string, value: unknown, choices: readonly unknown[]): void {
  if (!choices.includes(value)) refuse('trainingChoice', { who, option, must: `one of ${listed(choices)}`, was: describe(value) })
}

/** A seed is a whole number of at least 0, or left out. */
export function checkSeed(who: string, seed: number | undefined): void {
  if (seed !== undefined && !(Number.isSafeInteger(seed) && seed >= 0))
    refuse('whole', { who, option: 'seed', was: describe(seed) })
}

/** Checks fit's options but for the data in them, and fills in defaults. */
export function planOf(options: GivenFitOptions): Plan {
  checkNames('fit', options, fitOptions)
  const { epochs = 1, batchSize = 32, shuffle = 'dataset', validationSplit = 0, validationData, seed, verbose = 'auto' } = options
  checkCount('fit', 'epochs', epochs)
  checkCount('fit', 'batchSize', batchSize)
  checkChoice('fit', 'shuffle', shuffle, shuffles)
  checkChoice('fit', 'verbose', verbose, verbosities)
  checkSeed('fit', seed)
  if (!(typeof validationSplit === 'number' && validationSplit >= 0 && validationSplit < 1)) {
    refuse('fraction', { who: 'fit', option: 'validationSplit', was: describe(validationSplit) })
  }
  if (validationSplit > 0 && validationData !== undefined) refuse('trainingBothSplits', { who: 'fit' })
  return { epochs, batchSize, shuffle, validationSplit, verbose }
}

/** Refuses to train a model whose layers are all frozen; one without weights may be measured by `fit`. */
export function checkTrainable({ nodes }: AnyModel): void {
  const frozen = nodes.some(({ layer, params }) => params.length > 0 && twinOf(layer).options.trainable === false)
  if (frozen && !nodes.some(({ params }) => params.some(({ trainable }) => trainable))) refuse('trainingFrozen', {})
}

/** Validation data, which must be a pair; what is in it is checked as `x` and `y` are. */
export function pairOf(data: unknown): readonly [unknown, unknown] | undefined {
  if (data === undefined || (Array.isArray(data) && data.length === 2)) return data as [unknown, unknown] | undefined
  const was = Array.isArray(data) ? `an array of ${data.length}` : isNDArray(data) ? showData(data) : describe(data)
  return refuse('validationPair', { was })
}

/** The batch size of `evaluate` or `predict`. */
export function batchSizeOf(who: string, options: BatchOptions): number {
  checkNames(who, options, ['batchSize'])
  const { batchSize = 32 } = options
  checkCount(who, 'batchSize', batchSize)
  return batchSize
}
