import type { BothSides } from '../../types/steps.js'
import type { Exact, ExactListsIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { layerName, sides } from '../options.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link cropping3d}. */
export interface Cropping3dOptions {
  /** Values cut off on every side, on both sides of each axis `[depth, height, width]`, or `[before, after]` for each axis. Default 1, as in Keras. */
  readonly cropping?: number | readonly [depth: BothSides, height: BothSides, width: BothSides] | undefined
  /** Name in the model, unique there. Default `cropping3d`, `cropping3d_1`, … */
  readonly name?: string | undefined
}

const signature = {
  input: 'depth height width channels',
  output: 'crop(depth, cropping) crop(height, cropping) crop(width, cropping) channels',
  defaults: { cropping: 1 },
} as const

/** The rule of {@link cropping3d}. */
export interface Cropping3d extends Stated<'cropping3d', typeof signature, 'keep'> {}

const rule = stated<Cropping3dOptions>('cropping3d', signature, 'keep', { cropping: sides(3), name: layerName })

/**
 * The inner part of each sample: `[depth, height, width, channels]` to `[O, O, O, channels]`, O = I - before - after, at least 1.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { cropping3d, input } from 'shapeproof'
 * const x = cropping3d({ cropping: 1 })(input([8, 8, 8, 2])) // [6, 6, 6, 2]
 * ```
 */
export function cropping3d<const O extends Cropping3dOptions = {}, const W = unknown>(
  options?: ExactListsIfGiven<O, Cropping3dOptions, 'cropping3d', W>,
): Layer<Cropping3d, Exact<O, Cropping3dOptions>> {
  return makeLayer(rule, options)
}
