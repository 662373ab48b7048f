import type { Exact, ExactListsIfGiven } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { type PoolingOptions, poolingChecks } from '../poolings.js'
import { type Stated, stated } from '../rule.js'
import type { Padding3d, PerAxis3d } from '../windows.js'

/** Options of {@link maxPooling3d}. */
export interface MaxPooling3dOptions extends PoolingOptions<PerAxis3d, Padding3d> {}

const signature = {
  input: 'depth height width channels',
  output:
    'pool(depth, poolSize, strides|poolSize, padding) pool(height, poolSize, strides|poolSize, padding) pool(width, poolSize, strides|poolSize, padding) channels',
  defaults: {
    poolSize: 2,
    padding: 'valid',
  },
} as const

/** The rule of {@link maxPooling3d}. */
export interface MaxPooling3d extends Stated<'maxPooling3d', typeof signature, 'elements'> {}

const rule = stated<MaxPooling3dOptions>('maxPooling3d', signature, 'elements', poolingChecks(3))

/**
 * The largest value of each window, channel by channel: `[depth, height, width, channels]` to `[O, O, O, channels]`,
 * O = floor((I + P - poolSize) / S) + 1 in each direction, P the padding of both sides. Padding never wins.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, maxPooling3d } from 'shapeproof'
 * const x = maxPooling3d({ poolSize: 2 })(input([16, 28, 28, 8])) // [8, 14, 14, 8]
 * ```
 */
export function maxPooling3d<const O extends MaxPooling3dOptions = {}, const W = unknown>(
  options?: ExactListsIfGiven<O, MaxPooling3dOptions, 'maxPooling3d', W>,
): Layer<MaxPooling3d, Exact<O, MaxPooling3dOptions>> {
  return makeLayer(rule, options)
}
