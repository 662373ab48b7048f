import type { Cropping2dOptions } from '../../dsl/layers/index.js'
import { cropped } from './edges.js'
import { type Complete, type Forward, only } from './forward.js'

export const cropping2d: Forward<Complete<Cropping2dOptions>> = (inputs, _, { cropping }) => cropped(only(inputs), 2, cropping)
