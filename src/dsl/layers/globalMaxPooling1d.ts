import type { Exact, ExactIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type GlobalPoolingOptions, globalPoolingChecks } from '../poolings.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link globalMaxPooling1d}. */
export interface GlobalMaxPooling1dOptions extends GlobalPoolingOptions {}

const signature = {
  input: 'steps channels',
  output: '1?keepdims channels',
  defaults: {
    keepdims: false,
  },
} as const

/** The rule of {@link globalMaxPooling1d}. */
export interface GlobalMaxPooling1d extends Stated<'globalMaxPooling1d', typeof signature, 'elements'> {}

const rule = stated<GlobalMaxPooling1dOptions>('globalMaxPooling1d', signature, 'elements', globalPoolingChecks)

/**
 * The largest value of each channel over all steps: `[steps, channels]` to `[channels]`, for inputs of any size;
 * with `keepdims` to `[1, channels]`.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { globalMaxPooling1d, input } from 'shapeproof'
 * const x = globalMaxPooling1d()(input([100, 8])) // [8]
 * ```
 */
export function globalMaxPooling1d<const O extends GlobalMaxPooling1dOptions = {}>(
  options?: ExactIfGiven<O, GlobalMaxPooling1dOptions, 'globalMaxPooling1d'>,
): Layer<GlobalMaxPooling1d, Exact<O, GlobalMaxPooling1dOptions>> {
  return makeLayer(rule, options)
}
