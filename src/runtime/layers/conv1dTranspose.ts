import { alongWidth } from './alongWidth.js'
import { conv2dTranspose } from './conv2dTranspose.js'

export const conv1dTranspose = alongWidth(conv2dTranspose)
