import type { ProvedRule } from '../rule.js'
import { axes } from './axes.js'
import { einsumDense } from './einsum.js'
import { indices } from './indices.js'
import { merges } from './merges.js'
import { noise } from './noise.js'
import { activation, chain, dense, flatten } from './others.js'
import { reshaping } from './reshaping.js'
import { averagePooling2d, conv2d, maxPooling2d } from './windows.js'

/** Every kind of layer that is proved. */
export const rules: readonly ProvedRule[] = [
  conv2d,
  maxPooling2d,
  averagePooling2d,
  dense,
  flatten,
  activation,
  einsumDense,
  ...indices,
  ...merges,
  ...noise,
  ...axes,
  ...reshaping,
  chain,
]
