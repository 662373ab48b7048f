import { checkInputs } from '../../dsl/data/checkInputs.js'
import type { NDArray } from '../../dsl/data/ndarray.js'
import { outputsFor } from '../../dsl/data/outputs.js'
import { checkTargets } from '../../dsl/losses/checkTargets.js'
import type { AnyModel } from '../../dsl/model.js'
import { refuse } from '../../types/message.js'
import { checkAlive } from '../alive.js'
import type { Network } from '../network.js'
import { deriveSeed } from '../random.js'
import { allSamples, split } from './batches.js'
import { checkFirstBatch, evaluateOn, inForm, predictOn } from './evaluate.js'
import type { GivenFitOptions } from './fit-types.js'
import { type Part, type Stepper, train } from './loop.js'
import { batchSizeOf, checkTrainable, type Plan, pairOf, planOf } from './options.js'
import { chooseProgress } from './progress/choose.js'
import type { Dataset, Goal, Values } from './step.js'
import type { BatchOptions } from './types.js'

/** What a trainer is built of. `provide` makes the net, once; what it returns need only hold a network. */
export interface TrainerParts<N extends { readonly network: Network }> {
  readonly model: AnyModel
  readonly goal: Goal
  readonly provide: () => Promise<N>
  /** Builds the optimizer over the weights of a network. */
  readonly optimize: (network: Network) => Stepper
  readonly seed: number | undefined
  /** Frees the net, where the trainer made it. */
  readonly release?: (net: N) => void
}

/** Outputs of all samples: of a model's only output, or by name. */
type Outputs = NDArray | { readonly [name: string]: NDArray }

/** A trainer without its types: {@link Trainer} puts them on. */
export interface UntypedTrainer<N> {
  fit(x: unknown, y: unknown, options?: GivenFitOptions): Promise<Record<string, readonly number[]>>
  evaluate(x: unknown, y: unknown, options?: BatchOptions): Promise<Values>
  predict(x: unknown, options?: BatchOptions): Promise<Outputs>
  net(): Promise<N>
  dispose(): void
}

/** `x` and `y` against model and losses, and against each other: all that the types check, again. */
function checkPair(
  model: AnyModel,
  goal: Goal,
  who: string,
  [x, y]: readonly [unknown, unknown],
  options: readonly [string, string],
): Dataset {
  const inputs = checkInputs(who, options[0], model.inputShape, x)
  const losses = goal.map(({ loss }) => loss.loss)
  return { x: inputs.data, y: checkTargets(who, options[1], outputsFor(model, inputs), losses, inputs, y), count: inputs.count }
}

/** The net, and its optimizer once fit has asked for one. */
interface Whole<N> {
  readonly net: N
  optimizer: Stepper | undefined
}

/** What to train on and what to validate on: two sets, or the two sides of a split. */
function partsOf(data: Dataset, given: Dataset | undefined, plan: Plan): { training: Part; validation: Part | undefined } {
  const whole = (set: Dataset): Part => ({ data: set, samples: allSamples(set.count) })
  const { validationSplit: share, shuffle } = plan
  if (share === 0) return { training: whole(data), validation: given && whole(given) }
  const { count } = data
  const { training, validation } = split(count, share, shuffle === false)
  if (training.length === 0 || validation.length === 0) refuse('trainingSplitEmpty', { who: 'fit', was: share, count })
  return { training: { data, samples: training }, validation: { data, samples: validation } }
}

/** Builds a trainer out of its parts. */
export function createTrainer<N extends { readonly network: Network }>(parts: TrainerParts<N>): UntypedTrainer<N> {
  const { model, goal } = parts
  let made: Promise<Whole<N>> | undefined
  let ready: Whole<N> | undefined
  let fits = 0
  // What has been called and is not done: fit stands alone, the others may run beside each other.
  const running: string[] = []
  let disposed = false

  function free({ net, optimizer }: Whole<N>): void {
    optimizer?.dispose()
    parts.release?.(net)
  }

  async function makeNow(): Promise<Whole<N>> {
    try {
      ready = { net: await parts.provide(), optimizer: undefined }
    } catch (error) {
      // A start that failed (no backend, no memory) may succeed the next time.
      made = undefined
      throw error
    }
    if (disposed) {
      free(ready)
      refuse('trainingDisposed', { who: 'net' })
    }
    return ready
  }

  function make(): Promise<Whole<N>> {
    made ??= makeNow()
    return made
  }

  function checkUsable(who: string): void {
    if (disposed) refuse('trainingDisposed', { who })
  }

  function checkIdle(who: string, others: readonly string[] = running): void {
    if (others[0] !== undefined) refuse('trainingBusy', { who, what: others[0] })
  }

  // While fit runs, the weights are those of no epoch: whoever reads them has forgotten to await it.
  function checkReadable(who: string): void {
    checkUsable(who)
    checkIdle(
      who,
      running.filter((what) => what === 'fit'),
    )
  }

  /** Does what was called, with the net. */
  async function doing<T>(what: string, work: (whole: Whole<N>) => Promise<T>): Promise<T> {
    running.push(what)
    try {
      const whole = await make()
      checkAlive(whole.net.network, what)
      return await work(whole)
    } finally {
      running.splice(running.indexOf(what), 1)
    }
  }

  async function fit(x: unknown, y: unknown, options: GivenFitOptions = {}): Promise<Record<string, readonly number[]>> {
    checkUsable('fit')
    checkIdle('fit')
    const plan = planOf(options)
    checkTrainable(model)
    const data = checkPair(model, goal, 'fit', [x, y], ['x', 'y'])
    const pair = pairOf(options.validationData)
    const validationData = pair && checkPair(model, goal, 'fit', pair, ['validationData', 'validationData'])
    const sets = partsOf(data, validationData, plan)
    // Each fit of one seed goes on with other batches than the fit before.
    const seed = options.seed ?? deriveSeed(parts.seed ?? Math.floor(Math.random() * 2 ** 32), `fit ${fits}`)
    fits++
    return doing('fit', async (whole) => {
      const { network } = whole.net
      await checkFirstBatch(network, goal, data, sets.training.samples.subarray(0, plan.batchSize))
      whole.optimizer ??= parts.optimize(network)
      const watchers = await chooseProgress(plan.verbose)
      return train({ network, goal, optimizer: whole.optimizer, plan, seed, ...sets, watchers })
    })
  }

  async function evaluate(x: unknown, y: unknown, options: BatchOptions = {}): Promise<Values> {
    checkReadable('evaluate')
    const batchSize = batchSizeOf('evaluate', options)
    const data = checkPair(model, goal, 'evaluate', [x, y], ['x', 'y'])
    const samples = allSamples(data.count)
    return doing('evaluate', async ({ net: { network } }) => {
      await checkFirstBatch(network, goal, data, samples.subarray(0, batchSize))
      return evaluateOn(network, goal, data, samples, batchSize)
    })
  }

  async function predict(x: unknown, options: BatchOptions = {}): Promise<Outputs> {
    checkReadable('predict')
    const batchSize = batchSizeOf('predict', options)
    const { data, count } = checkInputs('predict', 'x', model.inputShape, x)
    return doing('predict', async ({ net: { network } }) =>
      inForm(model.outputShape, await predictOn(network, data, allSamples(count), batchSize)),
    )
  }

  function dispose(): void {
    if (disposed) return
    checkIdle('dispose')
    disposed = true
    if (ready) free(ready)
  }

  return {
    fit,
    evaluate,
    predict,
    dispose,
    async net() {
      checkUsable('net')
      return (await make()).net
    },
  }
}
