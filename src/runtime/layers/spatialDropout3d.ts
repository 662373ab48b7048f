import type { SpatialDropout3dOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'
import { dropped } from './noise.js'

export const spatialDropout3d: Forward<Complete<SpatialDropout3dOptions>> = (inputs, _, { rate }, drawing) =>
  dropped(only(inputs), rate, [1, 1, 1, null], drawing)
