import type { Exact, ExactListsIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { counts, layerName, oneOf } from '../options.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link upSampling2d}. */
export interface UpSampling2dOptions {
  /** How many times as large; one number stands for all axes. Default 2. */
  readonly size?: number | readonly [height: number, width: number] | undefined
  /** `'nearest'` repeats values, `'bilinear'` draws lines between the middles of pixels. Default `'nearest'`. */
  readonly interpolation?: 'nearest' | 'bilinear' | undefined
  /** Name in the model, unique there. Default `upSampling2d`, `upSampling2d_1`, … */
  readonly name?: string | undefined
}

const signature = {
  input: 'height width channels',
  output: 'scale(height, size) scale(width, size) channels',
  defaults: { size: 2, interpolation: 'nearest' },
} as const

/** The rule of {@link upSampling2d}. */
export interface UpSampling2d extends Stated<'upSampling2d', typeof signature, 'keep'> {}

const rule = stated<UpSampling2dOptions>('upSampling2d', signature, 'keep', {
  size: counts(2),
  interpolation: oneOf(['nearest', 'bilinear']),
  name: layerName,
})

/**
 * Every pixel `size` times along each axis, or what lies between: `[height, width, channels]` to `[height * size, width * size, channels]`.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, upSampling2d } from 'shapeproof'
 * const x = upSampling2d({ size: 2 })(input([7, 7, 64])) // [14, 14, 64]
 * ```
 */
export function upSampling2d<const O extends UpSampling2dOptions = {}, const W = unknown>(
  options?: ExactListsIfGiven<O, UpSampling2dOptions, 'upSampling2d', W>,
): Layer<UpSampling2d, Exact<O, UpSampling2dOptions>> {
  return makeLayer(rule, options)
}
