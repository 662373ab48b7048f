import type { Exact, ExactIfGiven } from '../exact.js'
import { type MergeLayer, makeLayer } from '../layer.js'
import { type MergeOfTwo, type MergeOptions, merge } from '../merge.js'

/** Options of {@link subtract}. */
export interface SubtractOptions extends MergeOptions {}

/** The rule of {@link subtract}. */
export interface Subtract extends MergeOfTwo<'subtract'> {}

const rule = merge('subtract', 2)

/**
 * Difference of two tensors of one shape, element by element: x - y. Nothing is broadcast, but with
 * `broadcast: true` sizes of 1 are stretched: `[32, 32, 16]` and `[16]` to `[32, 32, 16]`.
 *
 * @throws ShapeError if the shapes differ, or if there are more than two.
 * @example
 * ```ts
 * import { conv2d, input, subtract } from 'shapeproof'
 * const x = input([32, 32, 16])
 * const y = subtract()([x, conv2d({ filters: 16, kernelSize: 3, padding: 'same' })(x)]) // [32, 32, 16]
 * ```
 */
export function subtract<const O extends SubtractOptions = {}>(
  options?: ExactIfGiven<O, SubtractOptions, 'subtract'>,
): MergeLayer<Subtract, Exact<O, SubtractOptions>> {
  return makeLayer(rule, options)
}
