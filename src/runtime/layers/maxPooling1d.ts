import { alongWidth } from './alongWidth.js'
import { maxPooling2d } from './maxPooling2d.js'

export const maxPooling1d = alongWidth(maxPooling2d)
