import { alongWidth } from './alongWidth.js'
import { separableConv2d } from './separableConv2d.js'

export const separableConv1d = alongWidth(separableConv2d)
