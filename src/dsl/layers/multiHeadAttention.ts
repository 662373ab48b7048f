import type { Exact, ExactCounts } from '../exact.js'
import type { InitializerName, KernelInitializerName } from '../initializers.js'
import { type MergeLayer, makeLayer } from '../layer.js'
import { count, flag, initializerName, kernelInitializerName, layerName, required, type Weighted } from '../options.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link multiHeadAttention}. */
export interface MultiHeadAttentionOptions extends Weighted {
  /** Number of heads. */
  readonly numHeads: number
  /** Depth of the queries and keys of each head. */
  readonly keyDim: number
  /** Depth of the values of each head. Default `keyDim`. */
  readonly valueDim?: number | undefined
  /** Depth of the output. Default that of the query. */
  readonly outputShape?: number | undefined
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
  input: '...queries features, ...keys valueFeatures, ?...keys keyFeatures',
  output: '...queries outputShape|features',
  params: {
    queryKernel: { shape: 'features numHeads keyDim', ...kernel },
    queryBias: { shape: 'numHeads keyDim', ...bias },
    keyKernel: { shape: 'keyFeatures numHeads keyDim', ...kernel },
    keyBias: { shape: 'numHeads keyDim', ...bias },
    valueKernel: { shape: 'valueFeatures numHeads valueDim|keyDim', ...kernel },
    valueBias: { shape: 'numHeads valueDim|keyDim', ...bias },
    outputKernel: { shape: 'numHeads valueDim|keyDim outputShape|features', ...kernel },
    outputBias: { shape: 'outputShape|features', ...bias },
  },
  defaults: { useBias: true, kernelInitializer: 'glorotUniform', biasInitializer: 'zeros' },
} as const

/** The rule of {@link multiHeadAttention}. */
export interface MultiHeadAttention extends Stated<'multiHeadAttention', typeof signature, 'unknown'> {}

const rule = stated<MultiHeadAttentionOptions>('multiHeadAttention', signature, 'unknown', {
  numHeads: required(count),
  keyDim: required(count),
  valueDim: count,
  outputShape: count,
  useBias: flag,
  kernelInitializer: kernelInitializerName,
  biasInitializer: initializerName,
  name: layerName,
})

/**
 * Attention of several heads side by side on `[query, value, key]`: `[...queries, features]`, `[...keys, valueFeatures]` and
 * `[...keys, keyFeatures]` to `[...queries, outputShape]`, or `[...queries, features]` without one; queries and keys may have an
 * axis, such as time, or several, such as height and width. The key may be left out and is then the value. Each head is
 * softmax(Q · Kᵀ / √keyDim) · V of its projections; the heads in a row are projected to the output. numHeads * keyDim need not be
 * the features. Source: Vaswani et al., Attention is all you need (2017).
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 */
export function multiHeadAttention<const O extends MultiHeadAttentionOptions>(
  options: ExactCounts<O, MultiHeadAttentionOptions, 'multiHeadAttention', 'numHeads' | 'keyDim' | 'valueDim' | 'outputShape'>,
): MergeLayer<MultiHeadAttention, Exact<O, MultiHeadAttentionOptions>> {
  return makeLayer(rule, options)
}
