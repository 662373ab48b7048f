import { computed } from '../computed.js'
import type { ExactCounts } from '../exact.js'
import type { InitializerName } from '../initializers.js'
import { type Layer, makeLayer } from '../layer.js'
import { count, initializerName, layerName, required, type Weighted } from '../options.js'
import type { ComputedWithWeights } from '../rule.js'

/** Options of {@link embedding}. */
export interface EmbeddingOptions extends Weighted {
  /** How many indices there are; they count from 0. */
  readonly inputDim: number
  /** The length of the vector for each index. */
  readonly outputDim: number
  /** Default `'glorotUniform'`. */
  readonly embeddingsInitializer?: InitializerName | undefined
}

type DimOf<O, K> = K extends keyof O ? O[K] : number
type Embedded<S, O> = S extends readonly unknown[] ? [...S, DimOf<O, 'outputDim'>] : never
type Weights<O> = { readonly embeddings: [DimOf<O, 'inputDim'>, DimOf<O, 'outputDim'>] }

/** The rule of {@link embedding}. */
export interface Embedding extends ComputedWithWeights {
  readonly kind: 'embedding'
  readonly output: Embedded<this['input'], this['options']>
  readonly weights: Weights<this['options']>
  readonly last: 'linear'
}

const rule = computed<EmbeddingOptions>('embedding', {
  checks: { inputDim: required(count), outputDim: required(count), embeddingsInitializer: initializerName, name: layerName },
  defaults: { embeddingsInitializer: 'glorotUniform' },
  last: 'linear',
  output: (shape, { outputDim }) => [...shape, outputDim as number],
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
 * A vector for each index: `[...]` to `[..., outputDim]`, from `embeddings`, `[inputDim, outputDim]`.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 */
export function embedding<const O extends EmbeddingOptions>(
  options: ExactCounts<O, EmbeddingOptions, 'embedding', 'inputDim' | 'outputDim'>,
): Layer<Embedding, O> {
  return makeLayer(rule, options)
}
