import type { Exact, ExactListsIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type PoolingOptions, poolingChecks } from '../poolings.js'
import { type Stated, stated } from '../rule.js'
import type { Padding2d, PerAxis2d } from '../windows.js'

/** Options of {@link maxPooling2d}. */
export interface MaxPooling2dOptions extends PoolingOptions<PerAxis2d, Padding2d> {}

const signature = {
  input: 'height width channels',
  output: 'pool(height, poolSize, strides|poolSize, padding) pool(width, poolSize, strides|poolSize, padding) channels',
  defaults: { poolSize: 2, padding: 'valid' },
} as const

/** The rule of {@link maxPooling2d}. */
export interface MaxPooling2d extends Stated<'maxPooling2d', typeof signature, 'elements'> {}

const rule = stated<MaxPooling2dOptions>('maxPooling2d', signature, 'elements', poolingChecks(2))

/**
 * The largest value of each window, channel by channel: `[height, width, channels]` to `[O, O, channels]`,
 * O = floor((I + P - poolSize) / S) + 1 in each direction, P the padding of both sides. Padding never wins.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, maxPooling2d } from 'shapeproof'
 * const x = maxPooling2d({ poolSize: 2 })(input([26, 26, 32])) // [13, 13, 32]
 * ```
 */
export function maxPooling2d<const O extends MaxPooling2dOptions = {}, const W = unknown>(
  options?: ExactListsIfGiven<O, MaxPooling2dOptions, 'maxPooling2d', W>,
): Layer<MaxPooling2d, Exact<O, MaxPooling2dOptions>> {
  return makeLayer(rule, options)
}
