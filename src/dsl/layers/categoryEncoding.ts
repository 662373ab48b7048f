import { type Encoded, type EncodingMode, encoded } from '../../types/encode.js'
import type { Given } from '../../types/given.js'
import { computed } from '../computed.js'
import type { Exact, ExactCount } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { count, layerName, oneOf, required } from '../options.js'
import type { Computed } from '../rule.js'

/** Options of {@link categoryEncoding}. */
export interface CategoryEncodingOptions {
  /** How many ids there are; they count from 0. */
  readonly numTokens: number
  /**
   * `'multiHot'` (the default): one row for the ids of the last axis, 1 for each that is among them; `'count'`: how often it is;
   * `'oneHot'`: a row for each id.
   */
  readonly outputMode?: EncodingMode | undefined
  /** Name in the model, unique there. Default `categoryEncoding`, `categoryEncoding_1`, … */
  readonly name?: string | undefined
}

type TokensOf<O> = O extends { readonly numTokens: infer N } ? N : number

/** The rule of {@link categoryEncoding}. */
export interface CategoryEncoding extends Computed {
  readonly kind: 'categoryEncoding'
  readonly output: Encoded<
    'categoryEncoding',
    this['input'],
    TokensOf<this['options']>,
    Given<this['options'], 'outputMode', 'multiHot'>
  >
  readonly last: 'unknown'
}

const rule = computed<CategoryEncodingOptions>('categoryEncoding', {
  checks: { numTokens: required(count), outputMode: oneOf(['oneHot', 'multiHot', 'count']), name: layerName },
  defaults: { outputMode: 'multiHot' },
  last: 'unknown',
  output: (shape, { numTokens, outputMode }) =>
    encoded('categoryEncoding', shape, numTokens as number, outputMode as EncodingMode),
})

/**
 * Ids as rows of 0 and 1, or of counts: `[..., ids]` to `[..., numTokens]`; with `'oneHot'` to `[..., ids, numTokens]`, where an
 * axis of size 1 is replaced. Ids are whole numbers from 0 to numTokens - 1, or a `ShapeError` is thrown when they come.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { categoryEncoding, input } from 'shapeproof'
 * const words = categoryEncoding({ numTokens: 1000 })(input([20])) // [1000]
 * const letters = categoryEncoding({ numTokens: 26, outputMode: 'oneHot' })(input([20])) // [20, 26]
 * ```
 */
export function categoryEncoding<const O extends CategoryEncodingOptions>(
  options: ExactCount<O, CategoryEncodingOptions, 'categoryEncoding', 'numTokens'>,
): Layer<CategoryEncoding, Exact<O, CategoryEncodingOptions>> {
  return makeLayer(rule, options)
}
