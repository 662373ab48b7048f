import type { Exact, ExactCounts } from '../exact.js'
import type { InitializerName, KernelInitializerName } from '../initializers.js'
import { type MergeLayer, makeLayer } from '../layer.js'
import { count, flag, initializerName, kernelInitializerName, layerName, required, type Weighted } from '../options.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link groupQueryAttention}. */
export interface GroupQueryAttentionOptions extends Weighted {
  /** Depth of each head. */
  readonly headDim: number
  /** Number of query heads. */
  readonly numQueryHeads: number
  /** Number of key and value heads, each for as many query heads: it divides their number. */
  readonly numKeyValueHeads: number
  /** Whether biases are added. Default true. */
  readonly useBias?: boolean | undefined
  /** Default `'glorotUniform'`. */
  readonly kernelInitializer?: KernelInitializerName | undefined
  /** Default `'zeros'`. */
  readonly biasInitializer?: InitializerName | undefined
}

const kernel = { initializer: 'kernelInitializer' } as const
const bias = { initializer: 'biasInitializer', when: 'useBias' } as const

const signature = {
  input: 'queries features, keys features, ?keys keyFeatures',
  output: 'queries features',
  params: {
    queryKernel: { shape: 'features numQueryHeads headDim', ...kernel },
    queryBias: { shape: 'numQueryHeads headDim', ...bias },
    keyKernel: { shape: 'keyFeatures numKeyValueHeads headDim', ...kernel },
    keyBias: { shape: 'numKeyValueHeads headDim', ...bias },
    valueKernel: { shape: 'features numKeyValueHeads headDim', ...kernel },
    valueBias: { shape: 'numKeyValueHeads headDim', ...bias },
    outputKernel: { shape: 'numQueryHeads headDim features', ...kernel },
    outputBias: { shape: 'features', ...bias },
  },
  divides: { numKeyValueHeads: ['numQueryHeads'] },
  defaults: { useBias: true, kernelInitializer: 'glorotUniform', biasInitializer: 'zeros' },
} as const

/** The rule of {@link groupQueryAttention}. */
export interface GroupQueryAttention extends Stated<'groupQueryAttention', typeof signature, 'unknown'> {}

const rule = stated<GroupQueryAttentionOptions>('groupQueryAttention', signature, 'unknown', {
  headDim: required(count),
  numQueryHeads: required(count),
  numKeyValueHeads: required(count),
  useBias: flag,
  kernelInitializer: kernelInitializerName,
  biasInitializer: initializerName,
  name: layerName,
})

/**
 * Attention in which groups of query heads share a key head and a value head, on `[query, value, key]`: `[queries, features]`,
 * `[keys, features]` and `[keys, keyFeatures]` to `[queries, features]`. The key may be left out and is then the value. Source:
 * Ainslie et al., GQA (2023).
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 */
export function groupQueryAttention<const O extends GroupQueryAttentionOptions>(
  options: ExactCounts<O, GroupQueryAttentionOptions, 'groupQueryAttention', 'headDim' | 'numQueryHeads'>,
): MergeLayer<GroupQueryAttention, Exact<O, GroupQueryAttentionOptions>> {
  return makeLayer(rule, options)
}
