import type { CountIn, Exact, ExactLists, Unfit } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type Stated, stated } from '../rule.js'
import { type PerAxis2d, type TransposedOptions, transposedChecks } from '../windows.js'

/** Options of {@link conv2dTranspose}. */
export interface Conv2dTransposeOptions extends TransposedOptions<PerAxis2d> {}

const signature = {
  input: 'height width channels',
  output:
    'transposed(height, kernelSize, strides, padding, outputPadding, dilationRate) transposed(width, kernelSize, strides, padding, outputPadding, dilationRate) filters',
  params: {
    kernel: { shape: '...kernelSize filters channels', initializer: 'kernelInitializer', uses: 'input' },
    bias: { shape: 'filters', initializer: 'biasInitializer', when: 'useBias' },
  },
  defaults: {
    strides: 1,
    padding: 'valid',
    dilationRate: 1,
    outputPadding: undefined,
    activation: 'linear',
    useBias: true,
    kernelInitializer: 'glorotUniform',
    biasInitializer: 'zeros',
  },
} as const

/** The rule of {@link conv2dTranspose}. */
export interface Conv2dTranspose extends Stated<'conv2dTranspose', typeof signature, 'activation'> {}

const rule = stated<Conv2dTransposeOptions>('conv2dTranspose', signature, 'activation', transposedChecks(2))

/**
 * Transposed convolution over height and width, which goes from the output of a convolution to its input: `[height, width,
 * channels]` to `[O, O, filters]` in each direction, with K = (k - 1) * dilationRate + 1:
 * - `'valid'`: O = (I - 1) * S + max(K, S), or with an output padding p (I - 1) * S + K + p;
 * - `'same'`: O = I * S, or with an output padding p (I - 1) * S + K mod 2 + p, where an even K asks for a p of at least 1.
 *
 * `kernel` is `[height, width, filters, channels]`, `bias` `[filters]`. Source: Dumoulin and Visin, A guide to convolution
 * arithmetic (2016); sizes as Keras 3 has them.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { conv2dTranspose, input } from 'shapeproof'
 * const x = conv2dTranspose({ filters: 4, kernelSize: 3, strides: 2, padding: 'same' })(input([14, 14, 8])) // [28, 28, 4]
 * ```
 */
export function conv2dTranspose<const O extends Conv2dTransposeOptions & Unfit, const W>(
  options: CountIn<O, ExactLists<O, Conv2dTransposeOptions, 'conv2dTranspose', W>, 'conv2dTranspose', 'filters'>,
): Layer<Conv2dTranspose, Exact<O, Conv2dTransposeOptions>> {
  return makeLayer(rule, options)
}
