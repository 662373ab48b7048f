import type { SpatialDropout2dOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'
import { dropped } from './noise.js'

export const spatialDropout2d: Forward<Complete<SpatialDropout2dOptions>> = (inputs, _, { rate }, drawing) =>
  dropped(only(inputs), rate, [1, 1, null], drawing)
