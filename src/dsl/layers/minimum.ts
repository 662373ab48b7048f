import type { Exact, ExactIfGiven } from '../exact.js'
import { type MergeLayer, makeLayer } from '../layer.js'
import { type Merge, type MergeOptions, merge } from '../merge.js'

/** Options of {@link minimum}. */
export interface MinimumOptions extends MergeOptions {}

/** The rule of {@link minimum}. */
export interface Minimum extends Merge<'minimum'> {}

const rule = merge('minimum')

/**
 * The smallest of tensors of one shape, element by element. Nothing is broadcast, but with
 * `broadcast: true` sizes of 1 are stretched: `[32, 32, 16]` and `[16]` to `[32, 32, 16]`.
 *
 * @throws ShapeError if the shapes differ.
 * @example
 * ```ts
 * import { conv2d, input, minimum } from 'shapeproof'
 * const x = input([32, 32, 16])
 * const y = minimum()([x, conv2d({ filters: 16, kernelSize: 3, padding: 'same' })(x)]) // [32, 32, 16]
 * ```
 */
export function minimum<const O extends MinimumOptions = {}>(
  options?: ExactIfGiven<O, MinimumOptions, 'minimum'>,
): MergeLayer<Minimum, Exact<O, MinimumOptions>> {
  return makeLayer(rule, options)
}
