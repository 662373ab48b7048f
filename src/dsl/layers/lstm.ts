import type { Exact, ExactCount } from '../exact.js'
import { makeLayer } from '../layer.js'
import { activationName, flag } from '../options.js'
import { type GateOptions, type Recurrent, recurrentDefaults, type UnitsOptions, unitsChecks } from '../recurrent.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link lstm}. */
export interface LstmOptions extends UnitsOptions, GateOptions {
  /** Whether the bias of the forget gate begins at 1 (Jozefowicz et al. 2015). Default true. */
  readonly unitForgetBias?: boolean | undefined
}

const signature = {
  input: 'time features',
  output: 'time?returnSequences units',
  states: ['units', 'units'],
  params: {
    kernel: { shape: 'features 4*units', initializer: 'kernelInitializer' },
    recurrentKernel: { shape: 'units 4*units', initializer: 'recurrentInitializer' },
    bias: { shape: '4*units', initializer: 'biasInitializer', when: 'useBias' },
  },
  defaults: { ...recurrentDefaults, recurrentActivation: 'sigmoid', unitForgetBias: true },
} as const

/** The rule of {@link lstm}. */
export interface Lstm extends Stated<'lstm', typeof signature, 'unknown'> {}

const rule = stated<LstmOptions>('lstm', signature, 'unknown', {
  ...unitsChecks,
  recurrentActivation: activationName,
  unitForgetBias: flag,
})

/**
 * Long short-term memory: `[time, features]` to `[units]`, or with `returnSequences` to `[time, units]`. In each step
 * c = f · c + i · activation(…) and h = o · activation(c), where the gates i, f and o are recurrentActivation(…), and each … is
 * x · kernel + h · recurrentKernel + bias with its quarter of the weights, in the order i, f, c, o. `kernel` is
 * `[features, 4 * units]`, `recurrentKernel` `[units, 4 * units]`, `bias` `[4 * units]`. With `returnState` a call gives a list:
 * the output, h and c, each `[units]`. Source: Hochreiter and Schmidhuber (1997), the forget gate Gers et al. (2000).
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 */
export function lstm<const O extends LstmOptions>(
  options: ExactCount<O, LstmOptions, 'lstm', 'units'>,
): Recurrent<Lstm, Exact<O, LstmOptions>> {
  return makeLayer(rule, options)
}
