import type { Exact, ExactCount } from '../exact.js'
import { makeLayer } from '../layer.js'
import { activationName, flag } from '../options.js'
import { type GateOptions, type Recurrent, recurrentDefaults, type UnitsOptions, unitsChecks } from '../recurrent.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link gru}. */
export interface GruOptions extends UnitsOptions, GateOptions {
  /** Whether the reset gate is applied behind the recurrent kernel, which has a bias of its own then. Default true. */
  readonly resetAfter?: boolean | undefined
}

const signature = {
  input: 'time features',
  output: 'time?returnSequences units',
  states: ['units'],
  params: {
    kernel: { shape: 'features 3*units', initializer: 'kernelInitializer' },
    recurrentKernel: { shape: 'units 3*units', initializer: 'recurrentInitializer' },
    bias: { shape: '2?resetAfter 3*units', initializer: 'biasInitializer', when: 'useBias' },
  },
  defaults: { ...recurrentDefaults, recurrentActivation: 'sigmoid', resetAfter: true },
} as const

/** The rule of {@link gru}. */
export interface Gru extends Stated<'gru', typeof signature, 'unknown'> {}

const rule = stated<GruOptions>('gru', signature, 'unknown', {
  ...unitsChecks,
  recurrentActivation: activationName,
  resetAfter: flag,
})

/**
 * Gated recurrent unit: `[time, features]` to `[units]`, or with `returnSequences` to `[time, units]`. In each step
 * h = z · h + (1 - z) · activation(…), with the gates z and r, which resets h in …. `kernel` is `[features, 3 * units]`,
 * `recurrentKernel` `[units, 3 * units]`, in the order z, r, h, `bias` `[2, 3 * units]`, or without `resetAfter` `[3 * units]`.
 * With `returnState` a call gives a list: the output and h, `[units]`. Source: Cho et al. (2014).
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 */
export function gru<const O extends GruOptions>(
  options: ExactCount<O, GruOptions, 'gru', 'units'>,
): Recurrent<Gru, Exact<O, GruOptions>> {
  return makeLayer(rule, options)
}
