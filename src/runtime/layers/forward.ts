import type * as tf from '@tensorflow/tfjs-core'
import type { UnevenPadding } from '../../dsl/windows.js'

/** What a forward pass knows beside tensors and options. */
export interface ForwardContext {
  /** True while training: dropout drops. */
  readonly training: boolean
  /** Seed of what this layer draws in this pass. */
  readonly seed: number
  /** Overwrites a weight that gradients do not move, such as a running mean; only while training. */
  readonly assign: (name: string, value: tf.Tensor) => void
}

/** A layer's forward pass: tensors `[batch, ...shape]` to one tensor, with gradients on every backend. Options hold all defaults. */
export type Forward<Options> = (
  inputs: readonly tf.Tensor[],
  weights: { readonly [name: string]: tf.Tensor | undefined },
  options: Options,
  context: ForwardContext,
) => tf.Tensor

/** Options as a forward pass sees them: those with a default are there, and what no layer of several axes takes is refused. */
export type Complete<O> = { readonly [K in keyof O]-?: Exclude<O[K], undefined | UnevenPadding> }

/** The one input of a layer that is no merge. */
export function only(inputs: readonly tf.Tensor[]): tf.Tensor {
  return inputs[0] as tf.Tensor
}
