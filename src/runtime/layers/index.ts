import type * as layers from '../../dsl/layers/index.js'
import { activation } from './activation.js'
import { add } from './add.js'
import { averagePooling2d } from './averagePooling2d.js'
import { conv2d } from './conv2d.js'
import { dense } from './dense.js'
import { dropout } from './dropout.js'
import { flatten } from './flatten.js'
import type { Forward } from './forward.js'
import { globalAveragePooling2d } from './globalAveragePooling2d.js'
import { maxPooling2d } from './maxPooling2d.js'

/** Every kind of layer that is exported; the compiler asks for a forward pass of each. */
export type LayerKind = keyof typeof layers

// A table of functions over different options: each is only ever called with those of its own kind.
// biome-ignore lint/suspicious/noExplicitAny: see above
const forwards: { readonly [K in LayerKind]: Forward<any> } = {
  activation,
  add,
  averagePooling2d,
  conv2d,
  dense,
  dropout,
  flatten,
  globalAveragePooling2d,
  maxPooling2d,
}

/** The forward pass of a kind of layer. */
export function forwardOf(kind: string): Forward<unknown> {
  return forwards[kind as LayerKind]
}
