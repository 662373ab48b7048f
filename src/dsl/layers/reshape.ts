import { type Reshaped, reshaped } from '../../types/reshape.js'
import { computed } from '../computed.js'
import type { ExactNamed } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { layerName, numbers, required } from '../options.js'
import type { Computed } from '../rule.js'

/** Options of {@link reshape}. */
export interface ReshapeOptions {
  /** The new sizes of a sample; one of them may be -1, which is then what is left. */
  readonly targetShape: readonly number[]
  /** Name in the model, unique there. Default `reshape`, `reshape_1`, … */
  readonly name?: string | undefined
}

type TargetOf<O> = O extends { readonly targetShape: infer T } ? T : never

/** The rule of {@link reshape}. */
export interface Reshape extends Computed {
  readonly kind: 'reshape'
  readonly output: Reshaped<'reshape', this['input'], TargetOf<this['options']>>
  readonly last: 'rows'
}

const rule = computed<ReshapeOptions>('reshape', {
  checks: { targetShape: required(numbers), name: layerName },
  last: 'rows',
  output: (shape, { targetShape }) => reshaped('reshape', shape, targetShape as number[]),
})

/**
 * The same values in another shape, the last axis fastest: `[3136]` to `[7, 7, 64]`, or with `targetShape: [7, -1]` to
 * `[7, 448]`.
 *
 * @throws ShapeError if the new shape does not hold as many values.
 * @example
 * ```ts
 * import { input, reshape } from 'shapeproof'
 * const x = reshape({ targetShape: [7, 7, 64] })(input([3136])) // [7, 7, 64]
 * ```
 */
export function reshape<const O extends ReshapeOptions>(options: ExactNamed<O, ReshapeOptions, 'reshape'>): Layer<Reshape, O> {
  return makeLayer(rule, options)
}
