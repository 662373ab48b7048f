import type { Exact, ExactListsIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type PoolingOptions, poolingChecks } from '../poolings.js'
import { type Stated, stated } from '../rule.js'
import type { Padding1d } from '../windows.js'

/** Options of {@link maxPooling1d}. */
export interface MaxPooling1dOptions extends PoolingOptions<number, Padding1d> {}

const signature = {
  input: 'steps channels',
  output: 'pool(steps, poolSize, strides|poolSize, padding) channels',
  defaults: {
    poolSize: 2,
    padding: 'valid',
  },
} as const

/** The rule of {@link maxPooling1d}. */
export interface MaxPooling1d extends Stated<'maxPooling1d', typeof signature, 'elements'> {}

const rule = stated<MaxPooling1dOptions>('maxPooling1d', signature, 'elements', poolingChecks(1))

/**
 * The largest value of each window, channel by channel: `[steps, channels]` to `[O, channels]`,
 * O = floor((I + P - poolSize) / S) + 1, P the padding of both sides. Padding never wins.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, maxPooling1d } from 'shapeproof'
 * const x = maxPooling1d({ poolSize: 2 })(input([100, 8])) // [50, 8]
 * ```
 */
export function maxPooling1d<const O extends MaxPooling1dOptions = {}, const W = unknown>(
  options?: ExactListsIfGiven<O, MaxPooling1dOptions, 'maxPooling1d', W>,
): Layer<MaxPooling1d, Exact<O, MaxPooling1dOptions>> {
  return makeLayer(rule, options)
}
