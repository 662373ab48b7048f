import type { Exact, ExactIfGiven } from '../exact.js'
import { type MergeLayer, makeLayer } from '../layer.js'
import { type Merge, type MergeOptions, merge } from '../merge.js'

/** Options of {@link average}. */
export interface AverageOptions extends MergeOptions {}

/** The rule of {@link average}. */
export interface Average extends Merge<'average'> {}

const rule = merge('average')

/**
 * Mean of tensors of one shape, element by element: (x + y + …) / n. Nothing is broadcast, but with
 * `broadcast: true` sizes of 1 are stretched: `[32, 32, 16]` and `[16]` to `[32, 32, 16]`.
 *
 * @throws ShapeError if the shapes differ.
 * @example
 * ```ts
 * import { average, conv2d, input } from 'shapeproof'
 * const x = input([32, 32, 16])
 * const y = average()([x, conv2d({ filters: 16, kernelSize: 3, padding: 'same' })(x)]) // [32, 32, 16]
 * ```
 */
export function average<const O extends AverageOptions = {}>(
  options?: ExactIfGiven<O, AverageOptions, 'average'>,
): MergeLayer<Average, Exact<O, AverageOptions>> {
  return makeLayer(rule, options)
}
