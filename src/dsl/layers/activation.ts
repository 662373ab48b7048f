import type { ActivationName } from '../activations.js'
import type { ExactNamed } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { activationName, layerName, required } from '../options.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link activation}. */
export interface ActivationOptions {
  /** `'relu'`, `'sigmoid'`, `'softmax'`, `'tanh'` or `'linear'`. */
  readonly activation: ActivationName
  /** Name in the model, unique there. Default `activation`, `activation_1`, … */
  readonly name?: string | undefined
}

const signature = { input: '...', output: '...' } as const

/** The rule of {@link activation}. */
export interface Activation extends Stated<'activation', typeof signature, 'activation'> {}

const rule = stated<ActivationOptions>('activation', signature, 'activation', {
  activation: required(activationName),
  name: layerName,
})

/**
 * Applies an activation to each value, softmax to the last axis. Shape: kept.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { activation, input } from 'shapeproof'
 * const x = activation({ activation: 'relu' })(input([32, 32, 16])) // [32, 32, 16]
 * ```
 */
export function activation<const O extends ActivationOptions>(
  options: ExactNamed<O, ActivationOptions, 'activation'>,
): Layer<Activation, O> {
  return makeLayer(rule, options)
}
