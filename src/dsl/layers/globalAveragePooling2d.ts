import type { Exact } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { layerName } from '../options.js'
import { stated, type Stated } from '../rule.js'

/** Options of {@link globalAveragePooling2d}. */
export interface GlobalAveragePooling2dOptions {
  /** Name in the model, unique there. Default `globalAveragePooling2d`, `globalAveragePooling2d_1`, … */
  readonly name?: string | undefined
}

const signature = { input: 'height width channels', output: 'channels' } as const

/** The rule of {@link globalAveragePooling2d}. */
export interface GlobalAveragePooling2d extends Stated<'globalAveragePooling2d', typeof signature, 'keep'> {}

const rule = stated<GlobalAveragePooling2dOptions>('globalAveragePooling2d', signature, 'keep', { name: layerName })

/**
 * Mean of each channel over the whole image: `[height, width, channels]` to `[channels]`, for images of any size.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { globalAveragePooling2d, input } from 'shapeproof'
 * const x = globalAveragePooling2d()(input([7, 7, 512])) // [512]
 * ```
 */
export function globalAveragePooling2d<const O extends GlobalAveragePooling2dOptions = {}>(options?: Exact<O, GlobalAveragePooling2dOptions>): Layer<GlobalAveragePooling2d, O> {
  return makeLayer(rule, options)
}
