import type { BothSides } from '../../types/steps.js'
import type { Exact, ExactListsIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { layerName, sides } from '../options.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link zeroPadding1d}. */
export interface ZeroPadding1dOptions {
  /** Zeros on both sides, or `[before, after]`. Default 1. */
  readonly padding?: BothSides | undefined
  /** Name in the model, unique there. Default `zeroPadding1d`, `zeroPadding1d_1`, … */
  readonly name?: string | undefined
}

const signature = {
  input: 'steps channels',
  output: 'pad(steps, padding) channels',
  defaults: { padding: 1 },
} as const

/** The rule of {@link zeroPadding1d}. */
export interface ZeroPadding1d extends Stated<'zeroPadding1d', typeof signature, 'elements'> {}

const rule = stated<ZeroPadding1dOptions>('zeroPadding1d', signature, 'elements', { padding: sides(1), name: layerName })

/**
 * Zeros around each sample: `[steps, channels]` to `[O, channels]`, O = I + before + after.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, zeroPadding1d } from 'shapeproof'
 * const x = zeroPadding1d({ padding: [2, 0] })(input([10, 8])) // [12, 8]
 * ```
 */
export function zeroPadding1d<const O extends ZeroPadding1dOptions = {}, const W = unknown>(
  options?: ExactListsIfGiven<O, ZeroPadding1dOptions, 'zeroPadding1d', W>,
): Layer<ZeroPadding1d, Exact<O, ZeroPadding1dOptions>> {
  return makeLayer(rule, options)
}
