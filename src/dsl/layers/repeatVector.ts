import type { ExactCount } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { count, layerName, required } from '../options.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link repeatVector}. */
export interface RepeatVectorOptions {
  /** How often. */
  readonly n: number
  /** Name in the model, unique there. Default `repeatVector`, `repeatVector_1`, … */
  readonly name?: string | undefined
}

const signature = { input: 'features', output: 'n features' } as const

/** The rule of {@link repeatVector}. */
export interface RepeatVector extends Stated<'repeatVector', typeof signature, 'keep'> {}

const rule = stated<RepeatVectorOptions>('repeatVector', signature, 'keep', { n: required(count), name: layerName })

/**
 * The features `n` times, one below the other: `[features]` to `[n, features]`.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, repeatVector } from 'shapeproof'
 * const x = repeatVector({ n: 5 })(input([8])) // [5, 8]
 * ```
 */
export function repeatVector<const O extends RepeatVectorOptions>(
  options: ExactCount<O, RepeatVectorOptions, 'repeatVector', 'n'>,
): Layer<RepeatVector, O> {
  return makeLayer(rule, options)
}
