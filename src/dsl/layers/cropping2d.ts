import type { BothSides } from '../../types/steps.js'
import type { Exact, ExactListsIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { layerName, sides } from '../options.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link cropping2d}. */
export interface Cropping2dOptions {
  /** Values cut off on every side, on both sides of each axis `[height, width]`, or `[before, after]` for each axis. Default 0. */
  readonly cropping?: number | readonly [height: BothSides, width: BothSides] | undefined
  /** Name in the model, unique there. Default `cropping2d`, `cropping2d_1`, … */
  readonly name?: string | undefined
}

const signature = {
  input: 'height width channels',
  output: 'crop(height, cropping) crop(width, cropping) channels',
  defaults: { cropping: 0 },
} as const

/** The rule of {@link cropping2d}. */
export interface Cropping2d extends Stated<'cropping2d', typeof signature, 'keep'> {}

const rule = stated<Cropping2dOptions>('cropping2d', signature, 'keep', { cropping: sides(2), name: layerName })

/**
 * The inner part of each sample: `[height, width, channels]` to `[O, O, channels]`, O = I - before - after, at least 1.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { cropping2d, input } from 'shapeproof'
 * const x = cropping2d({ cropping: 2 })(input([28, 28, 3])) // [24, 24, 3]
 * ```
 */
export function cropping2d<const O extends Cropping2dOptions = {}, const W = unknown>(
  options?: ExactListsIfGiven<O, Cropping2dOptions, 'cropping2d', W>,
): Layer<Cropping2d, Exact<O, Cropping2dOptions>> {
  return makeLayer(rule, options)
}
