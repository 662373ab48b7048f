import type { CountsIn, Exact, ExactLists, Unfit } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type Stated, stated } from '../rule.js'
import { type DepthwiseOptions, depthwiseChecks, type Padding1d } from '../windows.js'

/** Options of {@link depthwiseConv1d}. */
export interface DepthwiseConv1dOptions extends DepthwiseOptions<number, Padding1d> {}

const signature = {
  input: 'steps channels',
  output: 'window(steps, kernelSize, strides, padding, dilationRate) channels*depthMultiplier',
  params: {
    kernel: { shape: '...kernelSize channels depthMultiplier', initializer: 'depthwiseInitializer', uses: 'output' },
    bias: { shape: 'channels*depthMultiplier', initializer: 'biasInitializer', when: 'useBias' },
  },
  defaults: {
    strides: 1,
    padding: 'valid',
    dilationRate: 1,
    depthMultiplier: 1,
    activation: 'linear',
    useBias: true,
    depthwiseInitializer: 'glorotUniform',
    biasInitializer: 'zeros',
  },
} as const

/** The rule of {@link depthwiseConv1d}. */
export interface DepthwiseConv1d extends Stated<'depthwiseConv1d', typeof signature, 'activation'> {}

const rule = stated<DepthwiseConv1dOptions>('depthwiseConv1d', signature, 'activation', depthwiseChecks(1))

/**
 * Convolution of each channel by itself: `[steps, channels]` to `[O, channels * depthMultiplier]`,
 * O = floor((I + P - K) / S) + 1, with K = (k - 1) * dilationRate + 1 and P the padding of both sides.
 * `kernel` is `[length, channels, depthMultiplier]`, `bias` `[channels * depthMultiplier]`: output channels of one input
 * channel are neighbours.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { depthwiseConv1d, input } from 'shapeproof'
 * const x = depthwiseConv1d({ kernelSize: 3, depthMultiplier: 2 })(input([100, 8])) // [98, 16]
 * ```
 */
export function depthwiseConv1d<const O extends DepthwiseConv1dOptions & Unfit, const W>(
  options: CountsIn<O, ExactLists<O, DepthwiseConv1dOptions, 'depthwiseConv1d', W>, 'depthwiseConv1d', 'depthMultiplier'>,
): Layer<DepthwiseConv1d, Exact<O, DepthwiseConv1dOptions>> {
  return makeLayer(rule, options)
}
