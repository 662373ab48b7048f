import type { Exact, ExactIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type GlobalPoolingOptions, globalPoolingChecks } from '../poolings.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link globalMaxPooling3d}. */
export interface GlobalMaxPooling3dOptions extends GlobalPoolingOptions {}

const signature = {
  input: 'depth height width channels',
  output: '1?keepdims 1?keepdims 1?keepdims channels',
  defaults: {
    keepdims: false,
  },
} as const

/** The rule of {@link globalMaxPooling3d}. */
export interface GlobalMaxPooling3d extends Stated<'globalMaxPooling3d', typeof signature, 'elements'> {}

const rule = stated<GlobalMaxPooling3dOptions>('globalMaxPooling3d', signature, 'elements', globalPoolingChecks)

/**
 * The largest value of each channel over the whole volume: `[depth, height, width, channels]` to `[channels]`, for inputs of
 * any size; with `keepdims` to `[1, 1, 1, channels]`.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { globalMaxPooling3d, input } from 'shapeproof'
 * const x = globalMaxPooling3d()(input([16, 28, 28, 8])) // [8]
 * ```
 */
export function globalMaxPooling3d<const O extends GlobalMaxPooling3dOptions = {}>(
  options?: ExactIfGiven<O, GlobalMaxPooling3dOptions, 'globalMaxPooling3d'>,
): Layer<GlobalMaxPooling3d, Exact<O, GlobalMaxPooling3dOptions>> {
  return makeLayer(rule, options)
}
