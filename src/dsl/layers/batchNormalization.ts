import { type OverAxes, overAxes } from '../axes.js'
import type { ExactNumbers } from '../exact-numbers.js'
import type { InitializerName } from '../initializers.js'
import { type Layer, makeLayer } from '../layer.js'
import { anyNumber, flag, fraction, initializerName, layerName, type OptionChecks, positive, type Weighted } from '../options.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link batchNormalization}. */
export interface BatchNormalizationOptions extends Weighted {
  /** Whether training moves its weights. Default true; if false, the moving statistics are used while training, too, and stay as they are. */
  readonly trainable?: boolean | undefined
  /** The axis of a sample that has the channels, counted from 0, or from -1 at the end. Default -1. */
  readonly axis?: number | undefined
  /** How much of the moving statistics each training step keeps, at least 0 and below 1. Default 0.99. */
  readonly momentum?: number | undefined
  /** Added to the variance, above 0. Default 0.001. */
  readonly epsilon?: number | undefined
  /** Whether `beta` is added to each channel. Default true. */
  readonly center?: boolean | undefined
  /** Whether each channel is multiplied by `gamma`. Default true. */
  readonly scale?: boolean | undefined
  /** Default `'zeros'`. */
  readonly betaInitializer?: InitializerName | undefined
  /** Default `'ones'`. */
  readonly gammaInitializer?: InitializerName | undefined
  /** Default `'zeros'`. */
  readonly movingMeanInitializer?: InitializerName | undefined
  /** Default `'ones'`. */
  readonly movingVarianceInitializer?: InitializerName | undefined
}

const signature = {
  input: '... channels',
  output: '... channels',
  params: {
    gamma: { shape: 'channels', initializer: 'gammaInitializer', when: 'scale' },
    beta: { shape: 'channels', initializer: 'betaInitializer', when: 'center' },
    movingMean: { shape: 'channels', initializer: 'movingMeanInitializer', trainable: false },
    movingVariance: { shape: 'channels', initializer: 'movingVarianceInitializer', trainable: false },
  },
  defaults: {
    momentum: 0.99,
    epsilon: 1e-3,
    center: true,
    scale: true,
    betaInitializer: 'zeros',
    gammaInitializer: 'ones',
    movingMeanInitializer: 'zeros',
    movingVarianceInitializer: 'ones',
  },
} as const

/** The rule of {@link batchNormalization}. */
export interface BatchNormalization extends Stated<'batchNormalization', typeof signature, 'linear'> {}

/** The rule of {@link batchNormalization} with an `axis`: with the last, as most, it is stated in the notation. */
export interface BatchNormalizationWithAxis
  extends OverAxes<'batchNormalization', { gamma: 'scale'; beta: 'center'; movingMean: true; movingVariance: true }, 'linear'> {}

type RuleOf<O> = 'axis' extends keyof O ? BatchNormalizationWithAxis : BatchNormalization

const checks: OptionChecks<BatchNormalizationOptions> = {
  axis: anyNumber,
  momentum: fraction,
  epsilon: positive,
  center: flag,
  scale: flag,
  betaInitializer: initializerName,
  gammaInitializer: initializerName,
  movingMeanInitializer: initializerName,
  movingVarianceInitializer: initializerName,
  name: layerName,
}

const { params, defaults } = signature
const rule = stated<BatchNormalizationOptions>('batchNormalization', signature, 'linear', checks)
const weights = Object.entries(params).map(([name, { shape, ...rest }]) => ({ name, ...rest }))
const ruleWithAxis = overAxes<BatchNormalizationOptions>('batchNormalization', checks, defaults, weights, 'linear')

/**
 * Each channel with mean 0 and variance 1, then y = gamma * x + beta: shape kept, all weights `[channels]`. While training,
 * mean and variance are those of the batch, over all axes but that of the channels, and the moving ones follow them:
 * moving = moving * momentum + batch * (1 - momentum); else the moving ones are used. Source: Ioffe and Szegedy, Batch
 * normalization (2015), algorithms 1 and 2.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { batchNormalization, input } from 'shapeproof'
 * const x = batchNormalization()(input([32, 32, 16])) // [32, 32, 16]
 * ```
 */
export function batchNormalization<const O extends BatchNormalizationOptions = {}>(
  options?: ExactNumbers<O, BatchNormalizationOptions, 'batchNormalization', { momentum: 'fraction'; epsilon: 'positive' }>,
): Layer<RuleOf<O>, O> {
  return makeLayer(options && 'axis' in options ? ruleWithAxis : rule, options)
}
