import type { Cropping1dOptions } from '../../dsl/layers/index.js'
import { cropped } from './edges.js'
import { type Complete, type Forward, only } from './forward.js'

export const cropping1d: Forward<Complete<Cropping1dOptions>> = (inputs, _, { cropping }) => cropped(only(inputs), 1, cropping)
