import type { CountsIn, Exact, ExactLists, Unfit } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type Stated, stated } from '../rule.js'
import { type Padding1d, type SeparableOptions, separableChecks } from '../windows.js'

/** Options of {@link separableConv1d}. */
export interface SeparableConv1dOptions extends SeparableOptions<number, Padding1d> {}

const signature = {
  input: 'steps channels',
  output: 'window(steps, kernelSize, strides, padding, dilationRate) filters',
  params: {
    depthwiseKernel: { shape: '...kernelSize channels depthMultiplier', initializer: 'depthwiseInitializer', uses: 'output' },
    pointwiseKernel: { shape: '1 channels*depthMultiplier filters', initializer: 'pointwiseInitializer', uses: 'output' },
    bias: { shape: 'filters', initializer: 'biasInitializer', when: 'useBias' },
  },
  defaults: {
    strides: 1,
    padding: 'valid',
    dilationRate: 1,
    depthMultiplier: 1,
    activation: 'linear',
    useBias: true,
    depthwiseInitializer: 'glorotUniform',
    pointwiseInitializer: 'glorotUniform',
    biasInitializer: 'zeros',
  },
} as const

/** The rule of {@link separableConv1d}. */
export interface SeparableConv1d extends Stated<'separableConv1d', typeof signature, 'activation'> {}

const rule = stated<SeparableConv1dOptions>('separableConv1d', signature, 'activation', separableChecks(1))

/**
 * Convolution of each channel by itself, and then of every step across channels: `[steps, channels]` to
 * `[O, filters]`, O = floor((I + P - K) / S) + 1, with K = (k - 1) * dilationRate + 1 and P the padding of both sides.
 * `depthwiseKernel` is `[length, channels, depthMultiplier]`, `pointwiseKernel`
 * `[1, channels * depthMultiplier, filters]`, `bias` `[filters]`. Source: Chollet, Xception (2017).
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, separableConv1d } from 'shapeproof'
 * const x = separableConv1d({ filters: 32, kernelSize: 3 })(input([100, 8])) // [98, 32]
 * ```
 */
export function separableConv1d<const O extends SeparableConv1dOptions & Unfit, const W>(
  options: CountsIn<
    O,
    ExactLists<O, SeparableConv1dOptions, 'separableConv1d', W>,
    'separableConv1d',
    'filters' | 'depthMultiplier'
  >,
): Layer<SeparableConv1d, Exact<O, SeparableConv1dOptions>> {
  return makeLayer(rule, options)
}
