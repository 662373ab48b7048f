import { alongWidth } from './alongWidth.js'
import { averagePooling2d } from './averagePooling2d.js'

export const averagePooling1d = alongWidth(averagePooling2d)
