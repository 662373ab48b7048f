import { sameShape, type SameShape } from '../../types/agree.js'
import type { Say } from '../../types/message.js'
import type { ShowShape } from '../../types/shape.js'
import type { Exact } from '../exact.js'
import { makeLayer, type MergeLayer } from '../layer.js'
import { layerName } from '../options.js'
import type { Computed, RuleTwin } from '../rule.js'

/** Options of {@link add}. */
export interface AddOptions {
  /** Name in the model, unique there. Default `add`, `add_1`, … */
  readonly name?: string | undefined
}

type Merged<Who extends string, S> = S extends readonly [readonly unknown[], readonly unknown[], ...unknown[]]
  ? SameShape<Who, S>
  : Say<'twoInputs', { who: Who; was: ShowShape<S> }>

/** The rule of {@link add}. */
export interface Add extends Computed {
  readonly kind: 'add'
  readonly output: Merged<'add', this['input']>
  readonly last: 'unknown'
  readonly parts: []
}

const rule: RuleTwin = {
  kind: 'add',
  merge: true,
  checks: { name: layerName },
  defaults: {},
  output: (shapes) => sameShape('add', shapes),
  params: () => [],
  last: () => 'unknown',
}

/**
 * Sum of tensors of one shape, element by element. Nothing is broadcast.
 *
 * @throws ShapeError if the shapes differ.
 * @example
 * ```ts
 * import { add, conv2d, input } from 'shapeproof'
 * const x = input([32, 32, 16])
 * const y = add()([x, conv2d({ filters: 16, kernelSize: 3, padding: 'same' })(x)]) // [32, 32, 16]
 * ```
 */
export function add<const O extends AddOptions = {}>(options?: Exact<O, AddOptions>): MergeLayer<Add, O> {
  return makeLayer(rule, options)
}

