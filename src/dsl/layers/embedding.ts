import type { Given } from '../../types/given.js'
import { type InputLength, type Lasting, lasting } from '../../types/length.js'
import type { Square } from '../../types/square.js'
import { computed } from '../computed.js'
import type { Exact, ExactCounts } from '../exact.js'
import type { MatrixInitializerName } from '../initializers.js'
import { type Layer, makeLayer } from '../layer.js'
import { count, layerName, matrixInitializerName, required, sizesOrNulls, type Weighted } from '../options.js'
import type { ComputedWithWeights } from '../rule.js'

/** Options of {@link embedding}. */
export interface EmbeddingOptions extends Weighted {
  /** How many ids there are; they count from 0. */
  readonly inputDim: number
  /** The length of the vector for each id. */
  readonly outputDim: number
  /** How many ids a sample has, or for each axis of a sample how many, null for any: checked. Default what the input has. */
  readonly inputLength?: number | readonly (number | null)[] | undefined
  /** Default `'glorotUniform'`. */
  readonly embeddingsInitializer?: MatrixInitializerName | undefined
}

type DimOf<O, K> = K extends keyof O ? O[K] : number
type Embedded<S, O> = S extends readonly unknown[] ? [...S, DimOf<O, 'outputDim'>] : S
type OutputIn<S, O> = Embedded<Lasting<'embedding', S, Given<O, 'inputLength', undefined>>, O>
type Weights<O> = { readonly embeddings: [DimOf<O, 'inputDim'>, DimOf<O, 'outputDim'>] }

/** The rule of {@link embedding}. */
export interface Embedding extends ComputedWithWeights {
  readonly kind: 'embedding'
  readonly output: this['options'] extends { readonly embeddingsInitializer: 'identity' }
    ? Square<'embedding', 'embeddings', this['weights'], OutputIn<this['input'], this['options']>>
    : OutputIn<this['input'], this['options']>
  readonly weights: Weights<this['options']>
  readonly last: 'linear'
}

const rule = computed<EmbeddingOptions>('embedding', {
  checks: {
    inputDim: required(count),
    outputDim: required(count),
    inputLength: (value, who, option) => (Array.isArray(value) ? sizesOrNulls : count)(value, who, option),
    embeddingsInitializer: matrixInitializerName,
    name: layerName,
  },
  defaults: { embeddingsInitializer: 'glorotUniform' },
  last: 'linear',
  kernel: 'embeddings',
  output: (shape, { outputDim, inputLength }) => [
    ...lasting('embedding', shape, inputLength as InputLength),
    outputDim as number,
  ],
  params: (_, { inputDim, outputDim }) => [
    {
      name: 'embeddings',
      shape: [inputDim as number, outputDim as number],
      initializer: 'embeddingsInitializer',
      trainable: true,
    },
  ],
})

/**
 * A vector for each id: `[...]` to `[..., outputDim]`, from `embeddings`, `[inputDim, outputDim]`. Ids are whole numbers from 0 to
 * inputDim - 1, or a `ShapeError` is thrown when they come. Source: Bengio et al., A neural probabilistic language model (2003).
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { embedding, input } from 'shapeproof'
 * const x = embedding({ inputDim: 10_000, outputDim: 64 })(input([20])) // [20, 64]
 * ```
 */
export function embedding<const O extends EmbeddingOptions>(
  options: ExactCounts<O, EmbeddingOptions, 'embedding', 'inputDim' | 'outputDim' | 'inputLength'>,
): Layer<Embedding, Exact<O, EmbeddingOptions>> {
  return makeLayer(rule, options)
}
