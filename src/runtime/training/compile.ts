import { describe } from '../../dsl/data/check.js'
import { type CheckLoss, checkLoss, type IsRefusal } from '../../dsl/losses/checkLoss.js'
import { type LossLike, type NameOfLoss, toLoss } from '../../dsl/losses/losses.js'
import { type Allowance, allowances } from '../../dsl/losses/rules.js'
import { type CheckMetric, checkMetrics, type MetricName } from '../../dsl/metrics.js'
import type { AnyModel } from '../../dsl/model.js'
import type { OptimizerDescription } from '../../dsl/optimizers.js'
import { refuse } from '../../types/message.js'
import { init, type Net } from '../net.js'
import { createOptimizer } from '../optimizers/index.js'
import { checkNames, checkSeed } from './options.js'
import { createTrainer } from './trainer.js'
import type { Checked, Trainer } from './types.js'

type LossAnswer<M extends AnyModel, L, Allowed> = CheckLoss<M['outputShape'], M['lastActivation'], L, Allowed>

// After a wrong loss nothing else lights up: its name is any from there on.
// biome-ignore lint/suspicious/noExplicitAny: quiet after a mistake
type LossAfter<M extends AnyModel, L, Allowed> = IsRefusal<LossAnswer<M, L, Allowed>> extends true ? any : NameOfLoss<L>

/** Options of `compile`. */
export interface CompileOptions<
  M extends AnyModel,
  L,
  Metrics extends readonly MetricName[],
  Allow extends readonly Allowance[],
> {
  /** How weights move along their gradients: `adam()`, `sgd()` … */
  readonly optimizer: OptimizerDescription
  /** What is made small: a name, or a description with options, such as `binaryCrossentropy({ fromLogits: true })`. */
  readonly loss: Checked<LossAnswer<M, L, Allow[number]>, L>
  /** What is measured beside the loss, none by default; each is a key of the history. */
  readonly metrics?: { readonly [K in keyof Metrics]: CheckMetric<LossAfter<M, L, Allow[number]>, Metrics[K]> }
  /** Seed of the first weights and, where `fit` has none, of shuffling and dropout. */
  readonly seed?: number
  /** Unusual pairs of loss and last activation to let through, by name: `'softmax-mse'` is the Brier score. */
  readonly allow?: Allow
}

const names = ['optimizer', 'loss', 'metrics', 'seed', 'allow']
const optimizers: readonly string[] = ['adam', 'sgd'] satisfies OptimizerDescription['kind'][]

function checkOptions({ optimizer, allow = [], seed }: { optimizer?: unknown; allow?: unknown; seed?: number }): void {
  const kind = (optimizer as { kind?: unknown } | undefined)?.kind
  if (!optimizers.includes(kind as string)) {
    refuse('trainingChoice', { who: 'compile', option: 'optimizer', must: 'adam() or sgd()', was: describe(optimizer) })
  }
  if (!Array.isArray(allow) || !allow.every((name) => allowances.includes(name))) {
    const must = `an array of ${allowances.map(describe).join(', ')}`
    refuse('trainingChoice', { who: 'compile', option: 'allow', must, was: describe(allow) })
  }
  checkSeed('compile', seed)
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
 */
export function compile<
  M extends AnyModel,
  const L extends LossLike,
  const Metrics extends readonly MetricName[] = readonly [],
  const Allow extends readonly Allowance[] = readonly [],
>(
  modelOrNet: M | Net<M>,
  options: CompileOptions<M, L, Metrics, Allow>,
): Trainer<LossAfter<M, L, Allow[number]>, Metrics[number], M> {
  checkNames('compile', options, names)
  const { optimizer, metrics = [], seed, allow = [] } = options
  checkOptions(options)
  const net = 'network' in modelOrNet ? (modelOrNet as Net<M>) : undefined
  const model: AnyModel = net ? net.model : (modelOrNet as M)
  const loss = toLoss(options.loss as unknown as LossLike)
  checkLoss(model.outputShape, model.lastActivation, loss, allow)
  checkMetrics(loss.loss, metrics as readonly MetricName[])
  const trainer = createTrainer<Net<M>>({
    model,
    goal: { loss, metrics: metrics as readonly MetricName[] },
    provide: async () => net ?? init(modelOrNet as M, seed === undefined ? {} : { seed }),
    optimize: (network) => createOptimizer(optimizer, network.variables),
    seed,
    ...(net ? {} : { release: (made: Net<M>) => made.dispose() }),
  })
  // The run checks everything again; what it adds is said in types.ts.
  return trainer as unknown as Trainer<LossAfter<M, L, Allow[number]>, Metrics[number], M>
}
