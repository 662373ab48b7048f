import type { Exact, ExactIfGiven } from '../exact.js'
import { type MergeLayer, makeLayer } from '../layer.js'
import { type Merge, type MergeOptions, merge } from '../merge.js'

/** Options of {@link maximum}. */
export interface MaximumOptions extends MergeOptions {}

/** The rule of {@link maximum}. */
export interface Maximum extends Merge<'maximum'> {}

const rule = merge('maximum')

/**
 * The largest of tensors of one shape, element by element. Nothing is broadcast, but with
 * `broadcast: true` sizes of 1 are stretched: `[32, 32, 16]` and `[16]` to `[32, 32, 16]`.
 *
 * @throws ShapeError if the shapes differ.
 * @example
 * ```ts
 * import { conv2d, input, maximum } from 'shapeproof'
 * const x = input([32, 32, 16])
 * const y = maximum()([x, conv2d({ filters: 16, kernelSize: 3, padding: 'same' })(x)]) // [32, 32, 16]
 * ```
 */
export function maximum<const O extends MaximumOptions = {}>(
  options?: ExactIfGiven<O, MaximumOptions, 'maximum'>,
): MergeLayer<Maximum, Exact<O, MaximumOptions>> {
  return makeLayer(rule, options)
}
