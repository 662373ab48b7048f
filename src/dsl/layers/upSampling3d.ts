import type { Exact, ExactListsIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { counts, layerName } from '../options.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link upSampling3d}. */
export interface UpSampling3dOptions {
  /** How many times as large; one number stands for all axes. Default 2. */
  readonly size?: number | readonly [depth: number, height: number, width: number] | undefined
  /** Name in the model, unique there. Default `upSampling3d`, `upSampling3d_1`, … */
  readonly name?: string | undefined
}

const signature = {
  input: 'depth height width channels',
  output: 'scale(depth, size) scale(height, size) scale(width, size) channels',
  defaults: { size: 2 },
} as const

/** The rule of {@link upSampling3d}. */
export interface UpSampling3d extends Stated<'upSampling3d', typeof signature, 'keep'> {}

const rule = stated<UpSampling3dOptions>('upSampling3d', signature, 'keep', { size: counts(3), name: layerName })

/**
 * Every value `size` times along each axis: `[depth, height, width, channels]` to `[depth * size, height * size, width * size, channels]`.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, upSampling3d } from 'shapeproof'
 * const x = upSampling3d({ size: 2 })(input([4, 4, 4, 2])) // [8, 8, 8, 2]
 * ```
 */
export function upSampling3d<const O extends UpSampling3dOptions = {}, const W = unknown>(
  options?: ExactListsIfGiven<O, UpSampling3dOptions, 'upSampling3d', W>,
): Layer<UpSampling3d, Exact<O, UpSampling3dOptions>> {
  return makeLayer(rule, options)
}
