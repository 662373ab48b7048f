import type { BothSides } from '../../types/steps.js'
import type { Exact, ExactListsIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { layerName, sides } from '../options.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link zeroPadding3d}. */
export interface ZeroPadding3dOptions {
  /** Zeros on every side, on both sides of each axis `[depth, height, width]`, or `[before, after]` for each axis. Default 1. */
  readonly padding?: number | readonly [depth: BothSides, height: BothSides, width: BothSides] | undefined
  /** Name in the model, unique there. Default `zeroPadding3d`, `zeroPadding3d_1`, … */
  readonly name?: string | undefined
}

const signature = {
  input: 'depth height width channels',
  output: 'pad(depth, padding) pad(height, padding) pad(width, padding) channels',
  defaults: { padding: 1 },
} as const

/** The rule of {@link zeroPadding3d}. */
export interface ZeroPadding3d extends Stated<'zeroPadding3d', typeof signature, 'elements'> {}

const rule = stated<ZeroPadding3dOptions>('zeroPadding3d', signature, 'elements', { padding: sides(3), name: layerName })

/**
 * Zeros around each sample: `[depth, height, width, channels]` to `[O, O, O, channels]`, O = I + before + after.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, zeroPadding3d } from 'shapeproof'
 * const x = zeroPadding3d({ padding: 1 })(input([8, 8, 8, 2])) // [10, 10, 10, 2]
 * ```
 */
export function zeroPadding3d<const O extends ZeroPadding3dOptions = {}, const W = unknown>(
  options?: ExactListsIfGiven<O, ZeroPadding3dOptions, 'zeroPadding3d', W>,
): Layer<ZeroPadding3d, Exact<O, ZeroPadding3dOptions>> {
  return makeLayer(rule, options)
}
