import type { SpatialDropout1dOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'
import { dropped } from './noise.js'

export const spatialDropout1d: Forward<Complete<SpatialDropout1dOptions>> = (inputs, _, { rate }, drawing) =>
  dropped(only(inputs), rate, [1, null], drawing)
