import type { UpSampling1dOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'
import { resized } from './interpolate.js'
import { each } from './sides.js'

export const upSampling1d: Forward<Complete<UpSampling1dOptions>> = (inputs, _, { size }) => {
  const x = only(inputs)
  const sizes = each(1, size).map((times, axis) => times * (x.shape[axis + 1] as number))
  return resized(x, sizes, 'nearest')
}
