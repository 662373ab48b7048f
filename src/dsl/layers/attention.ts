import type { Exact, ExactIfGiven } from '../exact.js'
import { type MergeLayer, makeLayer } from '../layer.js'
import { flag, layerName, type Weighted } from '../options.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link attention}. */
export interface AttentionOptions extends Weighted {
  /** Whether the scores are scaled by a weight. Default false. */
  readonly useScale?: boolean | undefined
}

const signature = {
  input: 'queries depth, keys width, ?keys depth',
  output: 'queries width',
  params: { scale: { shape: '', initializer: 'ones', when: 'useScale' } },
  defaults: { useScale: false },
} as const

/** The rule of {@link attention}. */
export interface Attention extends Stated<'attention', typeof signature, 'unknown'> {}

const rule = stated<AttentionOptions>('attention', signature, 'unknown', { useScale: flag, name: layerName })

/**
 * softmax(Q · Kᵀ) · V of `[query, value, key]`: `[queries, depth]`, `[keys, width]` and `[keys, depth]` to `[queries, width]`. The
 * key may be left out and is then the value. `scale` is one number. Source: Luong et al., Effective approaches to
 * attention-based neural machine translation (2015).
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 */
export function attention<const O extends AttentionOptions = {}>(
  options?: ExactIfGiven<O, AttentionOptions, 'attention'>,
): MergeLayer<Attention, Exact<O, AttentionOptions>> {
  return makeLayer(rule, options)
}
