import type { Exact, ExactCount } from '../exact.js'
import type { MatrixInitializerName } from '../initializers.js'
import { makeLayer } from '../layer.js'
import { matrixInitializerName } from '../options.js'
import { type Recurrent, recurrentDefaults, type UnitsOptions, unitsChecks } from '../recurrent.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link simpleRNN}. */
export interface SimpleRNNOptions extends UnitsOptions<MatrixInitializerName> {
  // With a member of its own the compiler calls it by its name.
  /** Size of the output of a step and of the state. */
  readonly units: number
}

const signature = {
  input: 'time features',
  output: 'time?returnSequences units',
  states: ['units'],
  params: {
    kernel: { shape: 'features units', initializer: 'kernelInitializer' },
    recurrentKernel: { shape: 'units units', initializer: 'recurrentInitializer' },
    bias: { shape: 'units', initializer: 'biasInitializer', when: 'useBias' },
  },
  defaults: recurrentDefaults,
} as const

/** The rule of {@link simpleRNN}. */
export interface SimpleRNN extends Stated<'simpleRNN', typeof signature, 'unknown'> {}

const rule = stated<SimpleRNNOptions>('simpleRNN', signature, 'unknown', {
  ...unitsChecks,
  recurrentInitializer: matrixInitializerName,
})

/**
 * Step by step h = activation(x · kernel + h · recurrentKernel + bias), from a state of zeros: `[time, features]` to `[units]`,
 * or with `returnSequences` to `[time, units]`. `kernel` is `[features, units]`, `recurrentKernel` `[units, units]`, `bias`
 * `[units]`. With `returnState` a call gives a list: the output and h, `[units]`. Source: Elman, Finding structure in time (1990).
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 */
export function simpleRNN<const O extends SimpleRNNOptions>(
  options: ExactCount<O, SimpleRNNOptions, 'simpleRNN', 'units'>,
): Recurrent<SimpleRNN, Exact<O, SimpleRNNOptions>> {
  return makeLayer(rule, options)
}
