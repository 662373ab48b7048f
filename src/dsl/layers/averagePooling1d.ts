import type { Exact, ExactListsIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type PoolingOptions, poolingChecks } from '../poolings.js'
import { type Stated, stated } from '../rule.js'
import type { Padding1d } from '../windows.js'

/** Options of {@link averagePooling1d}. */
export interface AveragePooling1dOptions extends PoolingOptions<number, Padding1d> {}

const signature = {
  input: 'steps channels',
  output: 'pool(steps, poolSize, strides|poolSize, padding) channels',
  defaults: {
    poolSize: 2,
    padding: 'valid',
  },
} as const

/** The rule of {@link averagePooling1d}. */
export interface AveragePooling1d extends Stated<'averagePooling1d', typeof signature, 'keep'> {}

const rule = stated<AveragePooling1dOptions>('averagePooling1d', signature, 'keep', poolingChecks(1))

/**
 * The mean of each window, channel by channel: `[steps, channels]` to `[O, channels]`,
 * O = floor((I + P - poolSize) / S) + 1, P the padding of both sides. Padding does not count.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { averagePooling1d, input } from 'shapeproof'
 * const x = averagePooling1d({ poolSize: 2 })(input([100, 8])) // [50, 8]
 * ```
 */
export function averagePooling1d<const O extends AveragePooling1dOptions = {}, const W = unknown>(
  options?: ExactListsIfGiven<O, AveragePooling1dOptions, 'averagePooling1d', W>,
): Layer<AveragePooling1d, Exact<O, AveragePooling1dOptions>> {
  return makeLayer(rule, options)
}
