import type { CountIn, Exact, ExactLists, Unfit } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type Stated, stated } from '../rule.js'
import { type PerAxis3d, type TransposedOptions, transposedChecks } from '../windows.js'

/** Options of {@link conv3dTranspose}. */
export interface Conv3dTransposeOptions extends TransposedOptions<PerAxis3d> {}

const signature = {
  input: 'depth height width channels',
  output:
    'transposed(depth, kernelSize, strides, padding, outputPadding, dilationRate) transposed(height, kernelSize, strides, padding, outputPadding, dilationRate) transposed(width, kernelSize, strides, padding, outputPadding, dilationRate) filters',
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

/** The rule of {@link conv3dTranspose}. */
export interface Conv3dTranspose extends Stated<'conv3dTranspose', typeof signature, 'activation'> {}

const rule = stated<Conv3dTransposeOptions>('conv3dTranspose', signature, 'activation', transposedChecks(3))

/**
 * Transposed convolution over depth, height and width, which goes from the output of a convolution to its input: `[depth,
 * height, width, channels]` to `[O, O, O, filters]` in each direction, with K = (k - 1) * dilationRate + 1:
 * - `'valid'`: O = (I - 1) * S + max(K, S), or with an output padding p (I - 1) * S + K + p;
 * - `'same'`: O = I * S, or with an output padding p (I - 1) * S + K mod 2 + p, where an even K asks for a p of at least 1.
 *
 * `kernel` is `[depth, height, width, filters, channels]`, `bias` `[filters]`. Source: Dumoulin and Visin, A guide to convolution
 * arithmetic (2016); sizes as Keras 3 has them.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { conv3dTranspose, input } from 'shapeproof'
 * const x = conv3dTranspose({ filters: 4, kernelSize: 3, strides: 2, padding: 'same' })(input([8, 14, 14, 8])) // [16, 28, 28, 4]
 * ```
 */
export function conv3dTranspose<const O extends Conv3dTransposeOptions & Unfit, const W>(
  options: CountIn<O, ExactLists<O, Conv3dTransposeOptions, 'conv3dTranspose', W>, 'conv3dTranspose', 'filters'>,
): Layer<Conv3dTranspose, Exact<O, Conv3dTransposeOptions>> {
  return makeLayer(rule, options)
}
