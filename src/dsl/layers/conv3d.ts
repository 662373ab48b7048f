import type { CountIn, Exact, ExactLists, Unfit } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type Stated, stated } from '../rule.js'
import { type ConvolutionOptions, convolutionChecks, type Padding3d, type PerAxis3d } from '../windows.js'

/** Options of {@link conv3d}. */
export interface Conv3dOptions extends ConvolutionOptions<PerAxis3d, Padding3d> {}

const signature = {
  input: 'depth height width channels',
  output:
    'window(depth, kernelSize, strides, padding, dilationRate) window(height, kernelSize, strides, padding, dilationRate) window(width, kernelSize, strides, padding, dilationRate) filters',
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

/** The rule of {@link conv3d}. */
export interface Conv3d extends Stated<'conv3d', typeof signature, 'activation'> {}

const rule = stated<Conv3dOptions>('conv3d', signature, 'activation', convolutionChecks(3))

/**
 * Convolution over depth, height and width: `[depth, height, width, channels]` to `[O, O, O, filters]`, O = floor((I + P - K) /
 * S) + 1 in each direction, with K = (k - 1) * dilationRate + 1 and P the padding of both sides. Each filter has a kernel for
 * every input channel, so `kernel` is `[depth, height, width, channels / groups, filters]`, and `bias` `[filters]`. Source:
 * Dumoulin and Visin, A guide to convolution arithmetic (2016).
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { conv3d, input } from 'shapeproof'
 * const x = conv3d({ filters: 32, kernelSize: 3 })(input([16, 28, 28, 8])) // [14, 26, 26, 32]
 * ```
 */
export function conv3d<const O extends Conv3dOptions & Unfit, const W>(
  options: CountIn<O, ExactLists<O, Conv3dOptions, 'conv3d', W>, 'conv3d', 'filters'>,
): Layer<Conv3d, Exact<O, Conv3dOptions>> {
  return makeLayer(rule, options)
}
