import type { ExactCount } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { stated, type Stated } from '../rule.js'
import { convolutionChecks, type ConvolutionOptions, type Each2, type Padding2 } from '../windows.js'

/** Options of {@link conv2d}. */
export interface Conv2dOptions extends ConvolutionOptions<Each2, Padding2> {}

const signature = {
  input: 'height width channels',
  output:
    'window(height, kernelSize, strides, padding, dilationRate) window(width, kernelSize, strides, padding, dilationRate) filters',
  params: {
    kernel: { shape: '...kernelSize channels/groups filters', initializer: 'kernelInitializer' },
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

/** The rule of {@link conv2d}. */
export interface Conv2d extends Stated<'conv2d', typeof signature, 'activation'> {}

const rule = stated<Conv2dOptions>('conv2d', signature, 'activation', convolutionChecks(2))

/**
 * Convolution over height and width: `[height, width, channels]` to `[O, O, filters]`, O = floor((I + P - K) / S) + 1 in each
 * direction, with K = (k - 1) * dilationRate + 1 and P the padding of both sides. Each filter has a kernel for every input
 * channel, so `kernel` is `[height, width, channels / groups, filters]`, and `bias` `[filters]`.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { conv2d, input } from 'shapeproof'
 * const x = conv2d({ filters: 32, kernelSize: 3, activation: 'relu' })(input([28, 28, 1])) // [26, 26, 32]
 * ```
 */
export function conv2d<const O extends Conv2dOptions>(
  options: ExactCount<O, Conv2dOptions, 'conv2d', 'filters'>,
): Layer<Conv2d, O> {
  return makeLayer(rule, options)
}
