import type { Exact, ExactIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type GlobalPoolingOptions, globalPoolingChecks } from '../poolings.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link globalAveragePooling2d}. */
export interface GlobalAveragePooling2dOptions extends GlobalPoolingOptions {}

const signature = {
  input: 'height width channels',
  output: '1?keepdims 1?keepdims channels',
  defaults: {
    keepdims: false,
  },
} as const

/** The rule of {@link globalAveragePooling2d}. */
export interface GlobalAveragePooling2d extends Stated<'globalAveragePooling2d', typeof signature, 'keep'> {}

const rule = stated<GlobalAveragePooling2dOptions>('globalAveragePooling2d', signature, 'keep', globalPoolingChecks)

/**
 * The mean of each channel over the whole image: `[height, width, channels]` to `[channels]`, for inputs of any size;
 * with `keepdims` to `[1, 1, channels]`.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { globalAveragePooling2d, input } from 'shapeproof'
 * const x = globalAveragePooling2d()(input([28, 28, 8])) // [8]
 * ```
 */
export function globalAveragePooling2d<const O extends GlobalAveragePooling2dOptions = {}>(
  options?: ExactIfGiven<O, GlobalAveragePooling2dOptions, 'globalAveragePooling2d'>,
): Layer<GlobalAveragePooling2d, Exact<O, GlobalAveragePooling2dOptions>> {
  return makeLayer(rule, options)
}
