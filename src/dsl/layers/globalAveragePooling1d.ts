import type { Exact, ExactIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type GlobalPoolingOptions, globalPoolingChecks } from '../poolings.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link globalAveragePooling1d}. */
export interface GlobalAveragePooling1dOptions extends GlobalPoolingOptions {}

const signature = {
  input: 'steps channels',
  output: '1?keepdims channels',
  defaults: {
    keepdims: false,
  },
} as const

/** The rule of {@link globalAveragePooling1d}. */
export interface GlobalAveragePooling1d extends Stated<'globalAveragePooling1d', typeof signature, 'keep'> {}

const rule = stated<GlobalAveragePooling1dOptions>('globalAveragePooling1d', signature, 'keep', globalPoolingChecks)

/**
 * The mean of each channel over all steps: `[steps, channels]` to `[channels]`, for inputs of any size;
 * with `keepdims` to `[1, channels]`.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { globalAveragePooling1d, input } from 'shapeproof'
 * const x = globalAveragePooling1d()(input([100, 8])) // [8]
 * ```
 */
export function globalAveragePooling1d<const O extends GlobalAveragePooling1dOptions = {}>(
  options?: ExactIfGiven<O, GlobalAveragePooling1dOptions, 'globalAveragePooling1d'>,
): Layer<GlobalAveragePooling1d, Exact<O, GlobalAveragePooling1dOptions>> {
  return makeLayer(rule, options)
}
