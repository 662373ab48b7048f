import type { Given } from '../../types/given.js'
import { type Joined, joined } from '../../types/join.js'
import type { Say } from '../../types/message.js'
import type { ShowShape } from '../../types/shape.js'
import type { Exact, ExactIfGiven } from '../exact.js'
import { type MergeLayer, makeLayer } from '../layer.js'
import { anyNumber, layerName, type OptionChecks } from '../options.js'
import type { Computed, RuleTwin } from '../rule.js'

/** Options of {@link concatenate}. */
export interface ConcatenateOptions {
  /** The axis of a sample along which inputs are joined, counted from 0, or from -1 at the end. Default -1. */
  readonly axis?: number | undefined
  /** Name in the model, unique there. Default `concatenate`, `concatenate_1`, … */
  readonly name?: string | undefined
}

type Concatenated<S, O> = S extends readonly [readonly unknown[], readonly unknown[], ...unknown[]]
  ? Joined<'concatenate', S, Given<O, 'axis', -1>>
  : Say<'twoInputs', { who: 'concatenate'; was: ShowShape<S> }>

/** The rule of {@link concatenate}. */
export interface Concatenate extends Computed {
  readonly kind: 'concatenate'
  readonly output: Concatenated<this['input'], this['options']>
  readonly last: 'unknown'
}

const checks: OptionChecks<ConcatenateOptions> = { axis: anyNumber, name: layerName }

const rule: RuleTwin = {
  kind: 'concatenate',
  merge: true,
  checks,
  defaults: { axis: -1 },
  output: (shapes, { axis }) => joined('concatenate', shapes, axis as number),
  params: () => [],
  last: () => 'unknown',
}

/**
 * Tensors joined along one axis, by default the channels: `[32, 32, 16]` and `[32, 32, 8]` to `[32, 32, 24]`. All other axes
 * must be equal.
 *
 * @throws ShapeError if another axis differs, or if there is no such axis.
 * @example
 * ```ts
 * import { concatenate, conv2d, input } from 'shapeproof'
 * const x = input([32, 32, 16])
 * const y = concatenate()([x, conv2d({ filters: 8, kernelSize: 3, padding: 'same' })(x)]) // [32, 32, 24]
 * ```
 */
export function concatenate<const O extends ConcatenateOptions = {}>(
  options?: ExactIfGiven<O, ConcatenateOptions, 'concatenate'>,
): MergeLayer<Concatenate, Exact<O, ConcatenateOptions>> {
  return makeLayer(rule, options)
}
