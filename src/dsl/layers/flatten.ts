import type { ExactIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { layerName } from '../options.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link flatten}. */
export interface FlattenOptions {
  /** Name in the model, unique there. Default `flatten`, `flatten_1`, … */
  readonly name?: string | undefined
}

const signature = { input: '...', output: '(...)' } as const

/** The rule of {@link flatten}. */
export interface Flatten extends Stated<'flatten', typeof signature, 'rows'> {}

const rule = stated<FlattenOptions>('flatten', signature, 'rows', { name: layerName })

/**
 * All values of a sample in one row: `[...]` to `[product]`.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { flatten, input } from 'shapeproof'
 * const x = flatten()(input([5, 5, 64])) // [1600]
 * ```
 */
export function flatten<const O extends FlattenOptions = {}>(
  options?: ExactIfGiven<O, FlattenOptions, 'flatten'>,
): Layer<Flatten, O> {
  return makeLayer(rule, options)
}
