import type { Exact, ExactIfGiven } from '../exact.js'
import { type MergeLayer, makeLayer } from '../layer.js'
import { type Merge, type MergeOptions, merge } from '../merge.js'

/** Options of {@link multiply}. */
export interface MultiplyOptions extends MergeOptions {}

/** The rule of {@link multiply}. */
export interface Multiply extends Merge<'multiply'> {}

const rule = merge('multiply')

/**
 * Product of tensors of one shape, element by element. Nothing is broadcast, but with
 * `broadcast: true` sizes of 1 are stretched: `[32, 32, 16]` and `[16]` to `[32, 32, 16]`.
 *
 * @throws ShapeError if the shapes differ.
 * @example
 * ```ts
 * import { conv2d, input, multiply } from 'shapeproof'
 * const x = input([32, 32, 16])
 * const y = multiply()([x, conv2d({ filters: 16, kernelSize: 3, padding: 'same' })(x)]) // [32, 32, 16]
 * ```
 */
export function multiply<const O extends MultiplyOptions = {}>(
  options?: ExactIfGiven<O, MultiplyOptions, 'multiply'>,
): MergeLayer<Multiply, Exact<O, MultiplyOptions>> {
  return makeLayer(rule, options)
}
