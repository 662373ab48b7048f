import type { Exact, ExactIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type GlobalPoolingOptions, globalPoolingChecks } from '../poolings.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link globalAveragePooling3d}. */
export interface GlobalAveragePooling3dOptions extends GlobalPoolingOptions {}

const signature = {
  input: 'depth height width channels',
  output: '1?keepdims 1?keepdims 1?keepdims channels',
  defaults: {
    keepdims: false,
  },
} as const

/** The rule of {@link globalAveragePooling3d}. */
export interface GlobalAveragePooling3d extends Stated<'globalAveragePooling3d', typeof signature, 'keep'> {}

const rule = stated<GlobalAveragePooling3dOptions>('globalAveragePooling3d', signature, 'keep', globalPoolingChecks)

/**
 * The mean of each channel over the whole volume: `[depth, height, width, channels]` to `[channels]`, for inputs of any size;
 * with `keepdims` to `[1, 1, 1, channels]`.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { globalAveragePooling3d, input } from 'shapeproof'
 * const x = globalAveragePooling3d()(input([16, 28, 28, 8])) // [8]
 * ```
 */
export function globalAveragePooling3d<const O extends GlobalAveragePooling3dOptions = {}>(
  options?: ExactIfGiven<O, GlobalAveragePooling3dOptions, 'globalAveragePooling3d'>,
): Layer<GlobalAveragePooling3d, Exact<O, GlobalAveragePooling3dOptions>> {
  return makeLayer(rule, options)
}
