import { alongWidth } from './alongWidth.js'
import { depthwiseConv2d } from './depthwiseConv2d.js'

export const depthwiseConv1d = alongWidth(depthwiseConv2d)
