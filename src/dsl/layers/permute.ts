import { type Permuted, permuted } from '../../types/reshape.js'
import { computed } from '../computed.js'
import type { ExactLists, NamedAs, Unfit } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { layerName, numbers, required } from '../options.js'
import type { Computed } from '../rule.js'

/** Options of {@link permute}. */
export interface PermuteOptions {
  /** The axes of a sample in their new order, counted from 1 as in Keras: a permutation of 1, 2, …, so `[2, 1]` swaps two axes. */
  readonly dims: readonly number[]
  /** Name in the model, unique there. Default `permute`, `permute_1`, … */
  readonly name?: string | undefined
}

type DimsOf<O> = O extends { readonly dims: infer D } ? D : never

// Rows stay rows while the last axis stays the last.
type LastOfDims<D> = D extends readonly []
  ? 'keep'
  : D extends readonly [...unknown[], infer Z]
    ? [Z] extends [D['length']]
      ? 'keep'
      : 'elements'
    : 'elements'

/** The rule of {@link permute}. */
export interface Permute extends Computed {
  readonly kind: 'permute'
  readonly output: Permuted<'permute', this['input'], DimsOf<this['options']>>
  readonly last: LastOfDims<DimsOf<this['options']>>
}

const lastOfDims = (dims: readonly number[]) => (dims.length === 0 || dims.at(-1) === dims.length ? 'keep' : 'elements')

const rule = computed<PermuteOptions>('permute', {
  checks: { dims: required(numbers), name: layerName },
  last: ({ dims }) => lastOfDims(dims as number[]),
  output: (shape, { dims }) => permuted('permute', shape, dims as number[]),
})

/**
 * The axes of a sample in another order, counted from 1 as in Keras: `[10, 64]` with `dims: [2, 1]` to `[64, 10]`.
 *
 * @throws ShapeError if `dims` is no permutation of the axes.
 * @example
 * ```ts
 * import { input, permute } from 'shapeproof'
 * const x = permute({ dims: [2, 1] })(input([10, 64])) // [64, 10]
 * ```
 */
export function permute<const O extends PermuteOptions & Unfit, const W>(
  options: NamedAs<O, 'permute', ExactLists<O, PermuteOptions, 'permute', W>>,
): Layer<Permute, O> {
  return makeLayer(rule, options)
}
