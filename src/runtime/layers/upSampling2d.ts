import type { UpSampling2dOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'
import { resized } from './interpolate.js'
import { each } from './sides.js'

export const upSampling2d: Forward<Complete<UpSampling2dOptions>> = (inputs, _, { size, interpolation }) => {
  const x = only(inputs)
  const sizes = each(2, size).map((times, axis) => times * (x.shape[axis + 1] as number))
  return resized(x, sizes, interpolation)
}
