import { alongWidth } from './alongWidth.js'
import { conv2d } from './conv2d.js'

export const conv1d = alongWidth(conv2d)
