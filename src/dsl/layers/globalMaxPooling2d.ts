import type { Exact, ExactIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type GlobalPoolingOptions, globalPoolingChecks } from '../poolings.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link globalMaxPooling2d}. */
export interface GlobalMaxPooling2dOptions extends GlobalPoolingOptions {}

const signature = {
  input: 'height width channels',
  output: '1?keepdims 1?keepdims channels',
  defaults: {
    keepdims: false,
  },
} as const

/** The rule of {@link globalMaxPooling2d}. */
export interface GlobalMaxPooling2d extends Stated<'globalMaxPooling2d', typeof signature, 'elements'> {}

const rule = stated<GlobalMaxPooling2dOptions>('globalMaxPooling2d', signature, 'elements', globalPoolingChecks)

/**
 * The largest value of each channel over the whole image: `[height, width, channels]` to `[channels]`, for inputs of any size;
 * with `keepdims` to `[1, 1, channels]`.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { globalMaxPooling2d, input } from 'shapeproof'
 * const x = globalMaxPooling2d()(input([28, 28, 8])) // [8]
 * ```
 */
export function globalMaxPooling2d<const O extends GlobalMaxPooling2dOptions = {}>(
  options?: ExactIfGiven<O, GlobalMaxPooling2dOptions, 'globalMaxPooling2d'>,
): Layer<GlobalMaxPooling2d, Exact<O, GlobalMaxPooling2dOptions>> {
  return makeLayer(rule, options)
}
