import type { Cropping3dOptions } from '../../dsl/layers/index.js'
import { cropped } from './edges.js'
import { type Complete, type Forward, only } from './forward.js'

export const cropping3d: Forward<Complete<Cropping3dOptions>> = (inputs, _, { cropping }) => cropped(only(inputs), 3, cropping)
