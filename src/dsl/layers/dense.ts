import type { ActivationName } from '../activations.js'
import type { ExactCount } from '../exact.js'
import type { InitializerName } from '../initializers.js'
import { type Layer, makeLayer } from '../layer.js'
import { activationName, count, flag, initializerName, layerName, required, type Weighted } from '../options.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link dense}. */
export interface DenseOptions extends Weighted {
  /** Number of outputs, the last axis. */
  readonly units: number
  /** Applied to the output. Default `'linear'`. */
  readonly activation?: ActivationName | undefined
  /** Whether a bias is added to each output. Default true. */
  readonly useBias?: boolean | undefined
  /** Default `'glorotUniform'`. */
  readonly kernelInitializer?: InitializerName | undefined
  /** Default `'zeros'`. */
  readonly biasInitializer?: InitializerName | undefined
}

const signature = {
  input: '... features',
  output: '... units',
  params: {
    kernel: { shape: 'features units', initializer: 'kernelInitializer', uses: 'output' },
    bias: { shape: 'units', initializer: 'biasInitializer', when: 'useBias' },
  },
  defaults: { activation: 'linear', useBias: true, kernelInitializer: 'glorotUniform', biasInitializer: 'zeros' },
} as const

/** The rule of {@link dense}. */
export interface Dense extends Stated<'dense', typeof signature, 'activation'> {}

const rule = stated<DenseOptions>('dense', signature, 'activation', {
  units: required(count),
  activation: activationName,
  useBias: flag,
  kernelInitializer: initializerName,
  biasInitializer: initializerName,
  name: layerName,
})

/**
 * Every output is a weighted sum of all features, then the activation: `[..., features]` to `[..., units]`, on the last axis
 * alone. `kernel` is `[features, units]`, `bias` `[units]`.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { dense, input } from 'shapeproof'
 * const x = dense({ units: 10, activation: 'softmax' })(input([1600])) // [10]
 * ```
 */
export function dense<const O extends DenseOptions>(options: ExactCount<O, DenseOptions, 'dense', 'units'>): Layer<Dense, O> {
  return makeLayer(rule, options)
}
