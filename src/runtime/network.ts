import type * as tf from '@tensorflow/tfjs-core'
import type { AnyModel } from '../dsl/model.js'

/** What a forward pass needs to know: whether it trains (dropout drops) and the seed of what is drawn in it. */
export interface ForwardOptions {
  readonly training: boolean
  /** Seed of everything random in this pass; the same seed draws the same masks. */
  readonly seed: number
}

/** A model lowered to the engine: its weights, and its forward pass from tensors to tensors. */
export interface Network {
  readonly model: AnyModel
  /** Trainable weights by path, such as `conv2d_1/kernel`, in the order of the model. */
  readonly variables: ReadonlyMap<string, tf.Variable>
  /** Weights that gradients do not move, by path: running means and variances. */
  readonly states: ReadonlyMap<string, tf.Variable>
  /** `inputs` in the order of `model.inputs`, each `[batch, ...shape]`; the result in the order of `model.outputs`. */
  run(inputs: readonly tf.Tensor[], options: ForwardOptions): tf.Tensor[]
  /** Frees the weights. */
  dispose(): void
}
