import type { Shape } from '../../types/shape.js'
import type { Square } from '../../types/square.js'
import type { ActivationName } from '../activations.js'
import type { Exact, ExactCount } from '../exact.js'
import type { InitializerName, MatrixInitializerName } from '../initializers.js'
import { type Layer, makeLayer } from '../layer.js'
import {
  activationName,
  count,
  flag,
  initializerName,
  layerName,
  matrixInitializerName,
  required,
  type Weighted,
} from '../options.js'
import { type ComputedWithWeights, type OutputOf, type OwnWeights, type Stated, stated } from '../rule.js'

/** Options of {@link dense}. */
export interface DenseOptions extends Weighted {
  /** Number of outputs, the last axis. */
  readonly units: number
  /** Applied to the output. Default `'linear'`. */
  readonly activation?: ActivationName | undefined
  /** Whether a bias is added to each output. Default true. */
  readonly useBias?: boolean | undefined
  /** Default `'glorotUniform'`. */
  readonly kernelInitializer?: MatrixInitializerName | undefined
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

/** The rule of {@link dense} that begins as the identity: units and features must be as many. */
export interface DenseSquare extends ComputedWithWeights {
  readonly kind: 'dense'
  readonly output: Square<'dense', 'kernel', this['weights'], OutputOf<Dense, this['options'], this['input']>>
  readonly weights: OwnWeights<Dense, this['options'], this['input']>
  readonly positions: this['input'] extends readonly [...infer Lead, unknown] ? Lead : Shape
  readonly last: 'activation'
}

type RuleOf<O> = O extends { readonly kernelInitializer: 'identity' } ? DenseSquare : Dense

const rule = stated<DenseOptions>('dense', signature, 'activation', {
  units: required(count),
  activation: activationName,
  useBias: flag,
  kernelInitializer: matrixInitializerName,
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
export function dense<const O extends DenseOptions>(
  options: ExactCount<O, DenseOptions, 'dense', 'units'>,
): Layer<RuleOf<O>, Exact<O, DenseOptions>> {
  return makeLayer(rule, options)
}
