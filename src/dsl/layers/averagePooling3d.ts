import type { Exact, ExactListsIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type PoolingOptions, poolingChecks } from '../poolings.js'
import { type Stated, stated } from '../rule.js'
import type { Padding3d, PerAxis3d } from '../windows.js'

/** Options of {@link averagePooling3d}. */
export interface AveragePooling3dOptions extends PoolingOptions<PerAxis3d, Padding3d> {}

const signature = {
  input: 'depth height width channels',
  output:
    'pool(depth, poolSize, strides|poolSize, padding) pool(height, poolSize, strides|poolSize, padding) pool(width, poolSize, strides|poolSize, padding) channels',
  defaults: {
    poolSize: 2,
    padding: 'valid',
  },
} as const

/** The rule of {@link averagePooling3d}. */
export interface AveragePooling3d extends Stated<'averagePooling3d', typeof signature, 'keep'> {}

const rule = stated<AveragePooling3dOptions>('averagePooling3d', signature, 'keep', poolingChecks(3))

/**
 * The mean of each window, channel by channel: `[depth, height, width, channels]` to `[O, O, O, channels]`,
 * O = floor((I + P - poolSize) / S) + 1 in each direction, P the padding of both sides. Padding does not count.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { averagePooling3d, input } from 'shapeproof'
 * const x = averagePooling3d({ poolSize: 2 })(input([16, 28, 28, 8])) // [8, 14, 14, 8]
 * ```
 */
export function averagePooling3d<const O extends AveragePooling3dOptions = {}, const W = unknown>(
  options?: ExactListsIfGiven<O, AveragePooling3dOptions, 'averagePooling3d', W>,
): Layer<AveragePooling3d, Exact<O, AveragePooling3dOptions>> {
  return makeLayer(rule, options)
}
