import type { ZeroPadding1dOptions } from '../../dsl/layers/index.js'
import { padded } from './edges.js'
import { type Complete, type Forward, only } from './forward.js'

export const zeroPadding1d: Forward<Complete<ZeroPadding1dOptions>> = (inputs, _, { padding }) => padded(only(inputs), 1, padding)
