import type { CountIn, Exact, ExactLists, Unfit } from '../exact.js'
import { makeLayer } from '../layer.js'
import { activationName, count, counts, flag, oneOf, required } from '../options.js'
import { type GateOptions, type Recurrent, type RecurrentOptions, recurrentChecks, recurrentDefaults } from '../recurrent.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link convLstm2d}. */
export interface ConvLstm2dOptions extends RecurrentOptions, GateOptions {
  /** Number of filters, and so of output channels. */
  readonly filters: number
  /** Height and width of each kernel; one number stands for both. */
  readonly kernelSize: number | readonly [height: number, width: number]
  /** Steps of the kernel on the input. Default 1. */
  readonly strides?: number | readonly [height: number, width: number] | undefined
  /** `'valid'` (none, the default) or `'same'` (output of ceil(input / strides)). */
  readonly padding?: 'valid' | 'same' | undefined
  /** Distance of a kernel's elements. Default 1; not together with strides above 1. */
  readonly dilationRate?: number | readonly [height: number, width: number] | undefined
  /** Whether the bias of the forget gate begins at 1. Default true. */
  readonly unitForgetBias?: boolean | undefined
}

const signature = {
  input: 'time height width channels',
  output:
    'time?returnSequences window(height, kernelSize, strides, padding, dilationRate) window(width, kernelSize, strides, padding, dilationRate) filters',
  states: [
    'window(height, kernelSize, strides, padding, dilationRate) window(width, kernelSize, strides, padding, dilationRate) filters',
    'window(height, kernelSize, strides, padding, dilationRate) window(width, kernelSize, strides, padding, dilationRate) filters',
  ],
  params: {
    kernel: { shape: '...kernelSize channels 4*filters', initializer: 'kernelInitializer', uses: 'output' },
    recurrentKernel: { shape: '...kernelSize filters 4*filters', initializer: 'recurrentInitializer', uses: 'output' },
    bias: { shape: '4*filters', initializer: 'biasInitializer', when: 'useBias' },
  },
  defaults: {
    ...recurrentDefaults,
    recurrentActivation: 'sigmoid',
    unitForgetBias: true,
    strides: 1,
    padding: 'valid',
    dilationRate: 1,
  },
} as const

/** The rule of {@link convLstm2d}. */
export interface ConvLstm2d extends Stated<'convLstm2d', typeof signature, 'unknown'> {}

const rule = stated<ConvLstm2dOptions>('convLstm2d', signature, 'unknown', {
  ...recurrentChecks,
  filters: required(count),
  kernelSize: required(counts(2)),
  strides: counts(2),
  padding: oneOf(['valid', 'same']),
  dilationRate: counts(2),
  recurrentActivation: activationName,
  unitForgetBias: flag,
})

/**
 * An `lstm` over images, with convolutions in the place of products: `[time, height, width, channels]` to `[O, O, filters]`, or
 * with `returnSequences` to `[time, O, O, filters]`; O as of `conv2d`. The convolution of the state keeps its size. `kernel` is
 * `[height, width, channels, 4 * filters]`, `recurrentKernel` `[height, width, filters, 4 * filters]`, `bias` `[4 * filters]`.
 * With `returnState` a call gives a list: the output, h and c, each `[O, O, filters]`. Source: Shi et al. (2015).
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 */
export function convLstm2d<const O extends ConvLstm2dOptions & Unfit, const W>(
  options: CountIn<O, ExactLists<O, ConvLstm2dOptions, 'convLstm2d', W>, 'convLstm2d', 'filters'>,
): Recurrent<ConvLstm2d, Exact<O, ConvLstm2dOptions>> {
  return makeLayer(rule, options)
}
