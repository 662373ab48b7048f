import type { ZeroPadding3dOptions } from '../../dsl/layers/index.js'
import { padded } from './edges.js'
import { type Complete, type Forward, only } from './forward.js'

export const zeroPadding3d: Forward<Complete<ZeroPadding3dOptions>> = (inputs, _, { padding }) => padded(only(inputs), 3, padding)
