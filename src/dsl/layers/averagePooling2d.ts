import type { Exact, ExactListsIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type PoolingOptions, poolingChecks } from '../poolings.js'
import { type Stated, stated } from '../rule.js'
import type { Padding2d, PerAxis2d } from '../windows.js'

/** Options of {@link averagePooling2d}. */
export interface AveragePooling2dOptions extends PoolingOptions<PerAxis2d, Padding2d> {}

const signature = {
  input: 'height width channels',
  output: 'pool(height, poolSize, strides|poolSize, padding) pool(width, poolSize, strides|poolSize, padding) channels',
  defaults: { poolSize: 2, padding: 'valid' },
} as const

/** The rule of {@link averagePooling2d}. */
export interface AveragePooling2d extends Stated<'averagePooling2d', typeof signature, 'keep'> {}

const rule = stated<AveragePooling2dOptions>('averagePooling2d', signature, 'keep', poolingChecks(2))

/**
 * The mean of each window, channel by channel: `[height, width, channels]` to `[O, O, channels]`,
 * O = floor((I + P - poolSize) / S) + 1 in each direction, P the padding of both sides. Padding does not count.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, averagePooling2d } from 'shapeproof'
 * const x = averagePooling2d({ poolSize: 2 })(input([26, 26, 32])) // [13, 13, 32]
 * ```
 */
export function averagePooling2d<const O extends AveragePooling2dOptions = {}, const W = unknown>(
  options?: ExactListsIfGiven<O, AveragePooling2dOptions, 'averagePooling2d', W>,
): Layer<AveragePooling2d, Exact<O, AveragePooling2dOptions>> {
  return makeLayer(rule, options)
}
