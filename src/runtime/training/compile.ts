import { type Described, describe } from '../../dsl/data/check.js'
import { endsOf } from '../../dsl/data/ends.js'
import type { AnyLayer } from '../../dsl/layer.js'
import type { LossDescription, LossLike } from '../../dsl/losses/losses.js'
import {
  checkLosses,
  checkWeights,
  type GivenLosses,
  type LossesFor,
  type LossNames,
  type Weights,
  type WeightsFor,
} from '../../dsl/losses/perOutput.js'
import { type Allowance, allowances } from '../../dsl/losses/rules.js'
import { type MetricKeys, type MetricName, type Metrics, type MetricsFor, metricsOf } from '../../dsl/metrics.js'
import { type AnyModel, checkModel } from '../../dsl/model.js'
import type { OptimizerDescription } from '../../dsl/optimizers.js'
import { checkNames } from '../../dsl/option-names.js'
import { refuse, type Say } from '../../types/message.js'
import { checkAlive } from '../alive.js'
import { init, type Net } from '../net.js'
import { createOptimizer } from '../optimizers/index.js'
import { checkSeed } from './options.js'
import type { Goal } from './step.js'
import { createTrainer } from './trainer.js'
import type { Trainer } from './types.js'

type NoWeights = {}

type LossOf<M extends AnyModel, L, Allow extends readonly Allowance[]> = LossNames<
  M['outputShape'],
  M['lastActivation'],
  L,
  Allow[number]
>

/** A net of any model. */
interface AnyNet {
  readonly network: unknown
  readonly model: AnyModel
}

// Nothing more is to light up after what is no model.
type ModelOf<T> = T extends { readonly network: unknown; readonly model: infer M extends AnyModel }
  ? M
  : T extends AnyModel
    ? T
    : // biome-ignore lint/suspicious/noExplicitAny: quiet after a mistake
      any

type CheckModel<T> = T extends AnyModel | AnyNet ? T : Say<'notAModel', { who: 'compile'; was: 'a layer' }>

type OptimizerFor<By> = [By] extends [OptimizerDescription]
  ? By
  : Say<'trainingChoice', { who: 'compile'; option: 'optimizer'; must: 'adam() or sgd()'; was: Described<By> }>

/** Options of `compile`. */
export interface CompileOptions<
  M extends AnyModel = AnyModel,
  L = LossLike,
  Measured extends Metrics = readonly MetricName[],
  Allow extends readonly Allowance[] = readonly Allowance[],
  W extends Weights = NoWeights,
  By = OptimizerDescription,
> {
  /** How weights move along their gradients: `adam()`, `sgd()` … */
  readonly optimizer: OptimizerFor<By>
  /**
   * What is made small: a name, or a description with options, such as `binaryCrossentropy({ fromLogits: true })`. Of a model with
   * outputs by name one loss for all of them, or an object with one for each; their sum is made small.
   */
  readonly loss: LossesFor<M['outputShape'], M['lastActivation'], L, Allow[number]>
  /** How much each output's loss counts in the sum: `{ box: 2 }`, at least 0; 1 by default. */
  readonly lossWeights?: WeightsFor<M['outputShape'], W> | undefined
  /**
   * What is measured beside the loss, none by default; each is a key of the history. Of outputs by name: `{ label: ['accuracy'] }`,
   * whose key is `label_accuracy`.
   */
  readonly metrics?: MetricsFor<M['outputShape'], LossOf<M, L, Allow>, Measured> | undefined
  /** Seed of the first weights and, where `fit` has none, of shuffling and dropout. */
  readonly seed?: number | undefined
  /** Unusual pairs of loss and last activation to let through, by name: `'softmax-mse'` is the Brier score. */
  readonly allow?: Allow | undefined
}

const names = ['optimizer', 'loss', 'lossWeights', 'metrics', 'seed', 'allow']
const optimizers: readonly string[] = ['adam', 'sgd'] satisfies OptimizerDescription['kind'][]

function checkOptions({ optimizer, allow = [], seed }: { optimizer?: unknown; allow?: unknown; seed?: number }): void {
  const kind = (optimizer as { kind?: unknown } | undefined)?.kind
  if (!optimizers.includes(kind as string)) {
    refuse('trainingChoice', { who: 'compile', option: 'optimizer', must: 'adam() or sgd()', was: describe(optimizer) })
  }
  if (!Array.isArray(allow) || !allow.every((name) => allowances.includes(name))) {
    const must = `an array of ${allowances.map(describe).join(', ')}`
    const wrong = Array.isArray(allow)
      ? `an array with ${describe(allow.find((name) => !allowances.includes(name)))}`
      : describe(allow)
    refuse('trainingChoice', { who: 'compile', option: 'allow', must, was: wrong })
  }
  checkSeed('compile', seed)
}

/** Losses, weights and metrics of each output, checked. */
function goalOf({ outputShape, lastActivation }: AnyModel, options: Given, allow: readonly Allowance[]): Goal {
  const losses = checkLosses(outputShape, lastActivation, options.loss, allow)
  const weights = checkWeights(outputShape, options.lossWeights)
  const names = losses.map(({ loss }) => loss)
  const measured = metricsOf(outputShape, names, options.metrics)
  return endsOf(outputShape).map(({ name }, at) => ({
    name,
    loss: losses[at] as LossDescription,
    weight: weights[at] as number,
    metrics: measured[at] as readonly MetricName[],
  }))
}

const isNet = (value: unknown): boolean => typeof value === 'object' && value !== null && 'network' in value

interface Given {
  readonly loss?: unknown
  readonly lossWeights?: unknown
  readonly metrics?: unknown
}

/**
 * Joins a model with a loss and an optimizer; the compiler checks that loss, last activation and units agree. Nothing runs
 * yet: given a description, its net is made when it is first needed.
 *
 * @param modelOrNet a model, or a net that `init` made of one (it stays the caller's: `dispose` leaves it alone)
 * @throws ShapeError what the compiler would have said, where it could not know; and for options that are none
 * @example
 * ```ts
 * import { adam, classIds, compile, dense, input, ndarray, sequential } from 'shapeproof'
 * const digits = sequential(input([4]), dense({ units: 3, activation: 'softmax' }))
 * const trainer = compile(digits, { loss: 'sparseCategoricalCrossentropy', optimizer: adam(), metrics: ['accuracy'], seed: 7 })
 * const history = await trainer.fit(ndarray([1, 2, 3, 4], [1, 4]), classIds([2], 3), { epochs: 3 })
 * history.accuracy.at(-1)
 * ```
 * @example
 * ```ts
 * import { adam, classIds, compile, concatenate, dense, input, model, ndarray } from 'shapeproof'
 * // Several inputs and outputs, by name.
 * const [image, meta] = [input([4]), input([2])]
 * const both = concatenate()([image, meta])
 * const outputs = { box: dense({ units: 4 })(both), label: dense({ units: 3, activation: 'softmax' })(both) }
 * const found = compile(model({ inputs: { image, meta }, outputs }), {
 *   loss: { box: 'meanSquaredError', label: 'sparseCategoricalCrossentropy' },
 *   lossWeights: { box: 2 },
 *   metrics: { label: ['accuracy'] },
 *   optimizer: adam(),
 * })
 * const x = { image: ndarray([1, 2, 3, 4], [1, 4]), meta: ndarray([1, 0], [1, 2]) }
 * const { loss, box_loss, label_accuracy } = await found.fit(x, { box: ndarray([0, 0, 1, 1], [1, 4]), label: classIds([2], 3) })
 * ```
 */
export function compile<
  T extends AnyLayer | AnyNet,
  const L extends GivenLosses,
  const Measured extends Metrics = readonly [],
  const Allow extends readonly Allowance[] = readonly [],
  const W extends Weights = NoWeights,
  const By = OptimizerDescription,
>(
  modelOrNet: CheckModel<T>,
  options: CompileOptions<NoInfer<ModelOf<T>>, L, Measured, Allow, W, By>,
): Trainer<LossOf<ModelOf<T>, L, Allow>, MetricKeys<Measured>, ModelOf<T>> {
  type M = ModelOf<T>
  checkNames('compile', options, names)
  const { seed, allow = [] } = options
  const optimizer = options.optimizer as OptimizerDescription
  checkOptions(options)
  const net = isNet(modelOrNet) ? (modelOrNet as unknown as Net<M>) : undefined
  if (net) checkAlive(net.network, 'compile')
  else checkModel('compile', modelOrNet)
  const model: AnyModel = net ? net.model : (modelOrNet as unknown as M)
  const trainer = createTrainer<Net<M>>({
    model,
    goal: goalOf(model, options, allow),
    provide: async () => net ?? init(modelOrNet as unknown as M, seed === undefined ? {} : { seed }),
    optimize: (network) => createOptimizer(optimizer, network.variables),
    seed,
    ...(net ? {} : { release: (made: Net<M>) => made.dispose() }),
  })
  // The run checks everything again; what it adds is said in types.ts.
  return trainer as unknown as Trainer<LossOf<M, L, Allow>, MetricKeys<Measured>, M>
}
