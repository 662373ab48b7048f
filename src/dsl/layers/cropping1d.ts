import type { BothSides } from '../../types/steps.js'
import type { Exact, ExactListsIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { layerName, sides } from '../options.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link cropping1d}. */
export interface Cropping1dOptions {
  /** Values cut off on both sides, or `[before, after]`. Default 1, as in Keras. */
  readonly cropping?: BothSides | undefined
  /** Name in the model, unique there. Default `cropping1d`, `cropping1d_1`, … */
  readonly name?: string | undefined
}

const signature = {
  input: 'steps channels',
  output: 'crop(steps, cropping) channels',
  defaults: { cropping: 1 },
} as const

/** The rule of {@link cropping1d}. */
export interface Cropping1d extends Stated<'cropping1d', typeof signature, 'keep'> {}

const rule = stated<Cropping1dOptions>('cropping1d', signature, 'keep', { cropping: sides(1), name: layerName })

/**
 * The inner part of each sample: `[steps, channels]` to `[O, channels]`, O = I - before - after, at least 1.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { cropping1d, input } from 'shapeproof'
 * const x = cropping1d({ cropping: [2, 0] })(input([10, 8])) // [8, 8]
 * ```
 */
export function cropping1d<const O extends Cropping1dOptions = {}, const W = unknown>(
  options?: ExactListsIfGiven<O, Cropping1dOptions, 'cropping1d', W>,
): Layer<Cropping1d, Exact<O, Cropping1dOptions>> {
  return makeLayer(rule, options)
}
