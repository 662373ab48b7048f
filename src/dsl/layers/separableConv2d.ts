import type { CountsIn, Exact, ExactLists, Unfit } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type Stated, stated } from '../rule.js'
import { type Padding2d, type PerAxis2d, type SeparableOptions, separableChecks } from '../windows.js'

/** Options of {@link separableConv2d}. */
export interface SeparableConv2dOptions extends SeparableOptions<PerAxis2d, Padding2d> {}

const signature = {
  input: 'height width channels',
  output:
    'window(height, kernelSize, strides, padding, dilationRate) window(width, kernelSize, strides, padding, dilationRate) filters',
  params: {
    depthwiseKernel: { shape: '...kernelSize channels depthMultiplier', initializer: 'depthwiseInitializer', uses: 'output' },
    pointwiseKernel: { shape: '1 1 channels*depthMultiplier filters', initializer: 'pointwiseInitializer', uses: 'output' },
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

/** The rule of {@link separableConv2d}. */
export interface SeparableConv2d extends Stated<'separableConv2d', typeof signature, 'activation'> {}

const rule = stated<SeparableConv2dOptions>('separableConv2d', signature, 'activation', separableChecks(2))

/**
 * Convolution of each channel by itself, and then of every pixel across channels: `[height, width, channels]` to
 * `[O, O, filters]`, O = floor((I + P - K) / S) + 1 in each direction, with K = (k - 1) * dilationRate + 1 and P the padding of
 * both sides. `depthwiseKernel` is `[height, width, channels, depthMultiplier]`, `pointwiseKernel` `[1, 1, channels *
 * depthMultiplier, filters]`, `bias` `[filters]`. Source: Chollet, Xception (2017).
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, separableConv2d } from 'shapeproof'
 * const x = separableConv2d({ filters: 32, kernelSize: 3 })(input([28, 28, 8])) // [26, 26, 32]
 * ```
 */
export function separableConv2d<const O extends SeparableConv2dOptions & Unfit, const W>(
  options: CountsIn<
    O,
    ExactLists<O, SeparableConv2dOptions, 'separableConv2d', W>,
    'separableConv2d',
    'filters' | 'depthMultiplier'
  >,
): Layer<SeparableConv2d, Exact<O, SeparableConv2dOptions>> {
  return makeLayer(rule, options)
}
