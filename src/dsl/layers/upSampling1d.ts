import type { Exact, ExactListsIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { counts, layerName } from '../options.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link upSampling1d}. */
export interface UpSampling1dOptions {
  /** How many times as large. Default 2. */
  readonly size?: number | undefined
  /** Name in the model, unique there. Default `upSampling1d`, `upSampling1d_1`, … */
  readonly name?: string | undefined
}

const signature = {
  input: 'steps channels',
  output: 'scale(steps, size) channels',
  defaults: { size: 2 },
} as const

/** The rule of {@link upSampling1d}. */
export interface UpSampling1d extends Stated<'upSampling1d', typeof signature, 'keep'> {}

const rule = stated<UpSampling1dOptions>('upSampling1d', signature, 'keep', { size: counts(1), name: layerName })

/**
 * Every value `size` times along each axis: `[steps, channels]` to `[steps * size, channels]`.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, upSampling1d } from 'shapeproof'
 * const x = upSampling1d({ size: 2 })(input([10, 8])) // [20, 8]
 * ```
 */
export function upSampling1d<const O extends UpSampling1dOptions = {}, const W = unknown>(
  options?: ExactListsIfGiven<O, UpSampling1dOptions, 'upSampling1d', W>,
): Layer<UpSampling1d, Exact<O, UpSampling1dOptions>> {
  return makeLayer(rule, options)
}
