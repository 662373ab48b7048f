import type { DropoutOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'
import { dropped } from './noise.js'

export const dropout: Forward<Complete<DropoutOptions>> = (inputs, _, { rate, noiseShape }, drawing) =>
  dropped(only(inputs), rate, noiseShape, drawing)
