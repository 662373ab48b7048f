import type { ZeroPadding2dOptions } from '../../dsl/layers/index.js'
import { padded } from './edges.js'
import { type Complete, type Forward, only } from './forward.js'

export const zeroPadding2d: Forward<Complete<ZeroPadding2dOptions>> = (inputs, _, { padding }) => padded(only(inputs), 2, padding)
