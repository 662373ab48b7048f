import type { CountIn, Exact, ExactLists, Unfit } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { padding } from '../options.js'
import { type Stated, stated } from '../rule.js'
import { type ConvolutionOptions, convolutionChecks, type Padding1d } from '../windows.js'

/** Options of {@link conv1d}. */
export interface Conv1dOptions extends ConvolutionOptions<number, Padding1d | 'causal'> {
  /**
   * `'valid'` (none, the default), `'same'` (output of ceil(input / strides)), `'causal'` (the same, all of it before), zeros
   * on both sides, or `[before, after]`.
   */
  readonly padding?: Padding1d | 'causal' | undefined
}

const signature = {
  input: 'steps channels',
  output: 'window(steps, kernelSize, strides, padding, dilationRate) filters',
  params: {
    kernel: { shape: '...kernelSize channels/groups filters', initializer: 'kernelInitializer', uses: 'output' },
    bias: { shape: 'filters', initializer: 'biasInitializer', when: 'useBias' },
  },
  divides: { groups: ['channels', 'filters'] },
  defaults: {
    strides: 1,
    padding: 'valid',
    dilationRate: 1,
    groups: 1,
    activation: 'linear',
    useBias: true,
    kernelInitializer: 'glorotUniform',
    biasInitializer: 'zeros',
  },
} as const

/** The rule of {@link conv1d}. */
export interface Conv1d extends Stated<'conv1d', typeof signature, 'activation'> {}

const rule = stated<Conv1dOptions>(
  'conv1d',
  signature,
  'activation',
  convolutionChecks(1, padding(1, ['valid', 'same', 'causal'])),
)

/**
 * Convolution over steps: `[steps, channels]` to `[O, filters]`, O = floor((I + P - K) / S) + 1,
 * with K = (k - 1) * dilationRate + 1 and P the padding of both sides. Each filter has a kernel for every input channel, so
 * `kernel` is `[length, channels / groups, filters]`, and `bias` `[filters]`. Padding `'causal'` puts K - 1 zeros before the
 * first step, so that no output sees what comes after it: O = ceil(I / S). Source: Dumoulin and Visin, A guide to convolution
 * arithmetic (2016).
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { conv1d, input } from 'shapeproof'
 * const x = conv1d({ filters: 32, kernelSize: 3, padding: 'causal' })(input([100, 8])) // [100, 32]
 * ```
 */
export function conv1d<const O extends Conv1dOptions & Unfit, const W>(
  options: CountIn<O, ExactLists<O, Conv1dOptions, 'conv1d', W>, 'conv1d', 'filters'>,
): Layer<Conv1d, Exact<O, Conv1dOptions>> {
  return makeLayer(rule, options)
}
