import type { Einsum, EinsumOutput, EinsumPositions, EinsumWeights } from '../../types/einsum.js'
import { type EinsumGiven, einsumShapes } from '../../types/einsum-run.js'
import type { Shape } from '../../types/shape.js'
import type { Options } from '../../types/values.js'
import type { ActivationName } from '../activations.js'
import { computed } from '../computed.js'
import type { Exact, ExactNamed } from '../exact.js'
import type { InitializerName } from '../initializers.js'
import { type Layer, makeLayer } from '../layer.js'
import { activationName, countOrOpen, initializerName, layerName, required, text, type Weighted } from '../options.js'
import type { ComputedWithWeights } from '../rule.js'

/** Options of {@link einsumDense}. */
export interface EinsumDenseOptions extends Weighted {
  /**
   * Letters for the axes of input, kernel and output, the batch among them as in Keras: `'abc,cd->abd'`. A `...` before the
   * letters, or behind those of input and output, stands for axes that stay: `'...b,bc->...c'`, `'ab...,bc->ac...'`.
   */
  readonly equation: string
  /** A size for each letter of the output but the batch, or null for one that the input has; one number for a list of it. */
  readonly outputShape: number | readonly (number | null)[]
  /** Letters of the output along which the bias differs. Default no bias. */
  readonly biasAxes?: string | undefined
  /** Applied to the output. Default `'linear'`. */
  readonly activation?: ActivationName | undefined
  /** Default `'glorotUniform'`. */
  readonly kernelInitializer?: InitializerName | undefined
  /** Default `'zeros'`. */
  readonly biasInitializer?: InitializerName | undefined
}

/** The rule of {@link einsumDense}. */
export interface EinsumDense extends ComputedWithWeights {
  readonly kind: 'einsumDense'
  readonly output: EinsumOutput<Einsum<'einsumDense', this['input'], this['options']>>
  readonly weights: EinsumWeights<Einsum<'einsumDense', this['input'], this['options']>>
  readonly positions: EinsumPositions<Einsum<'einsumDense', this['input'], this['options']>>
  readonly last: 'activation'
}

const shapesOf = (shape: Shape, options: Options) => einsumShapes('einsumDense', shape, options as unknown as EinsumGiven)

const rule = computed<EinsumDenseOptions>('einsumDense', {
  checks: {
    equation: required(text),
    outputShape: required(countOrOpen),
    biasAxes: text,
    activation: activationName,
    kernelInitializer: initializerName,
    biasInitializer: initializerName,
    name: layerName,
  },
  defaults: { activation: 'linear', kernelInitializer: 'glorotUniform', biasInitializer: 'zeros' },
  last: 'activation',
  kernel: 'kernel',
  output: (shape, options) => shapesOf(shape, options).output,
  params(shape, options) {
    const { kernel, positions, bias } = shapesOf(shape, options)
    return [
      { name: 'kernel', shape: kernel, initializer: 'kernelInitializer', trainable: true, positions },
      ...(bias ? [{ name: 'bias', shape: bias, initializer: 'biasInitializer', trainable: true }] : []),
    ]
  },
})

/**
 * Sums of products of input and kernel, by letters: of every letter that the output has not, all values are summed; then the
 * bias and the activation. `'abc,cd->abd'` with `outputShape: [null, 64]` is a dense layer on `[10, 32]`, to `[10, 64]`. Source:
 * EinsumDense of Keras.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { einsumDense, input } from 'shapeproof'
 * const x = einsumDense({ equation: 'abc,cde->abde', outputShape: [null, 8, 16], biasAxes: 'de' })(input([10, 32])) // [10, 8, 16]
 * ```
 */
export function einsumDense<const O extends EinsumDenseOptions>(
  options: ExactNamed<O, EinsumDenseOptions, 'einsumDense'>,
): Layer<EinsumDense, Exact<O, EinsumDenseOptions>> {
  return makeLayer(rule, options)
}
