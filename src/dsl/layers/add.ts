import type { Exact, ExactIfGiven } from '../exact.js'
import { type MergeLayer, makeLayer } from '../layer.js'
import { type Merge, type MergeOptions, merge } from '../merge.js'

/** Options of {@link add}. */
export interface AddOptions extends MergeOptions {}

/** The rule of {@link add}. */
export interface Add extends Merge<'add'> {}

const rule = merge('add')

/**
 * Sum of tensors of one shape, element by element. Nothing is broadcast, but with
 * `broadcast: true` sizes of 1 are stretched: `[32, 32, 16]` and `[16]` to `[32, 32, 16]`.
 *
 * @throws ShapeError if the shapes differ.
 * @example
 * ```ts
 * import { add, conv2d, input } from 'shapeproof'
 * const x = input([32, 32, 16])
 * const y = add()([x, conv2d({ filters: 16, kernelSize: 3, padding: 'same' })(x)]) // [32, 32, 16]
 * ```
 */
export function add<const O extends AddOptions = {}>(
  options?: ExactIfGiven<O, AddOptions, 'add'>,
): MergeLayer<Add, Exact<O, AddOptions>> {
  return makeLayer(rule, options)
}
