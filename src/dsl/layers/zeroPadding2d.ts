import type { BothSides } from '../../types/steps.js'
import type { Exact, ExactListsIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { layerName, sides } from '../options.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link zeroPadding2d}. */
export interface ZeroPadding2dOptions {
  /** Zeros on every side, on both sides of each axis `[height, width]`, or `[before, after]` for each axis. Default 1. */
  readonly padding?: number | readonly [height: BothSides, width: BothSides] | undefined
  /** Name in the model, unique there. Default `zeroPadding2d`, `zeroPadding2d_1`, … */
  readonly name?: string | undefined
}

const signature = {
  input: 'height width channels',
  output: 'pad(height, padding) pad(width, padding) channels',
  defaults: { padding: 1 },
} as const

/** The rule of {@link zeroPadding2d}. */
export interface ZeroPadding2d extends Stated<'zeroPadding2d', typeof signature, 'elements'> {}

const rule = stated<ZeroPadding2dOptions>('zeroPadding2d', signature, 'elements', { padding: sides(2), name: layerName })

/**
 * Zeros around each sample: `[height, width, channels]` to `[O, O, channels]`, O = I + before + after.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, zeroPadding2d } from 'shapeproof'
 * const x = zeroPadding2d({ padding: 2 })(input([28, 28, 3])) // [32, 32, 3]
 * ```
 */
export function zeroPadding2d<const O extends ZeroPadding2dOptions = {}, const W = unknown>(
  options?: ExactListsIfGiven<O, ZeroPadding2dOptions, 'zeroPadding2d', W>,
): Layer<ZeroPadding2d, Exact<O, ZeroPadding2dOptions>> {
  return makeLayer(rule, options)
}
