import type { CountIn, Exact, ExactLists, Unfit } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type Stated, stated } from '../rule.js'
import { type TransposedOptions, transposedChecks } from '../windows.js'

/** Options of {@link conv1dTranspose}. */
export interface Conv1dTransposeOptions extends TransposedOptions<number> {}

const signature = {
  input: 'steps channels',
  output: 'transposed(steps, kernelSize, strides, padding, outputPadding, dilationRate) filters',
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

/** The rule of {@link conv1dTranspose}. */
export interface Conv1dTranspose extends Stated<'conv1dTranspose', typeof signature, 'activation'> {}

const rule = stated<Conv1dTransposeOptions>('conv1dTranspose', signature, 'activation', transposedChecks(1))

/**
 * Transposed convolution over steps, which goes from the output of a convolution to its input: `[steps, channels]` to
 * `[O, filters]`, with K = (k - 1) * dilationRate + 1:
 * - `'valid'`: O = (I - 1) * S + max(K, S), or with an output padding p (I - 1) * S + K + p;
 * - `'same'`: O = I * S, or with an output padding p (I - 1) * S + K mod 2 + p, where an even K asks for a p of at least 1.
 *
 * `kernel` is `[length, filters, channels]`, `bias` `[filters]`. Source: Dumoulin and Visin, A guide to convolution
 * arithmetic (2016); sizes as Keras 3 has them.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { conv1dTranspose, input } from 'shapeproof'
 * const x = conv1dTranspose({ filters: 4, kernelSize: 3, strides: 2, padding: 'same' })(input([50, 8])) // [100, 4]
 * ```
 */
export function conv1dTranspose<const O extends Conv1dTransposeOptions & Unfit, const W>(
  options: CountIn<O, ExactLists<O, Conv1dTransposeOptions, 'conv1dTranspose', W>, 'conv1dTranspose', 'filters'>,
): Layer<Conv1dTranspose, Exact<O, Conv1dTransposeOptions>> {
  return makeLayer(rule, options)
}
