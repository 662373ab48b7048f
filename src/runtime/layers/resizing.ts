import type { ResizingOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'
import { resized } from './interpolate.js'

export const resizing: Forward<Complete<ResizingOptions>> = (inputs, _, { height, width, interpolation }) =>
  resized(only(inputs), [height, width], interpolation)
