import type { CountsIn, Exact, ExactLists, Unfit } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type Stated, stated } from '../rule.js'
import { type DepthwiseOptions, depthwiseChecks, type Padding2d, type PerAxis2d } from '../windows.js'

/** Options of {@link depthwiseConv2d}. */
export interface DepthwiseConv2dOptions extends DepthwiseOptions<PerAxis2d, Padding2d> {}

const signature = {
  input: 'height width channels',
  output:
    'window(height, kernelSize, strides, padding, dilationRate) window(width, kernelSize, strides, padding, dilationRate) channels*depthMultiplier',
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

/** The rule of {@link depthwiseConv2d}. */
export interface DepthwiseConv2d extends Stated<'depthwiseConv2d', typeof signature, 'activation'> {}

const rule = stated<DepthwiseConv2dOptions>('depthwiseConv2d', signature, 'activation', depthwiseChecks(2))

/**
 * Convolution of each channel by itself: `[height, width, channels]` to `[O, O, channels * depthMultiplier]`,
 * O = floor((I + P - K) / S) + 1 in each direction, with K = (k - 1) * dilationRate + 1 and P the padding of both sides.
 * `kernel` is `[height, width, channels, depthMultiplier]`, `bias` `[channels * depthMultiplier]`: output channels of one input
 * channel are neighbours.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { depthwiseConv2d, input } from 'shapeproof'
 * const x = depthwiseConv2d({ kernelSize: 3, depthMultiplier: 2 })(input([28, 28, 8])) // [26, 26, 16]
 * ```
 */
export function depthwiseConv2d<const O extends DepthwiseConv2dOptions & Unfit, const W>(
  options: CountsIn<O, ExactLists<O, DepthwiseConv2dOptions, 'depthwiseConv2d', W>, 'depthwiseConv2d', 'depthMultiplier'>,
): Layer<DepthwiseConv2d, Exact<O, DepthwiseConv2dOptions>> {
  return makeLayer(rule, options)
}
