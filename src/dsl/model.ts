import type { Dim, Shape } from '../types/shape.js'
import type { AnySymbolic } from './symbolic.js'

declare const net: unique symbol

/** The name of an activation, as its option is written. */
export type ActivationName = 'linear' | 'relu' | 'sigmoid' | 'softmax' | 'tanh'

/** What the last activation is: a name, or `'unknown'` where a layer hides it; losses then check at run time. */
export type LastActivation = ActivationName | 'unknown'

/**
 * A model: an immutable description, without weights and without an engine. `Input` and `Output` are shapes of a sample
 * (the batch left out), or objects of shapes by name; `Last` is the last activation.
 */
export interface Model<Input, Output, Last, Net = unknown> {
  /** What the layers are, for the types of weights and counts. Never there at run time. */
  readonly [net]: Net
  /** The symbolic tensors the model starts from. */
  readonly inputs: readonly AnySymbolic[]
  /** The symbolic tensors it ends in. */
  readonly outputs: readonly AnySymbolic[]
  readonly inputShape: Input
  readonly outputShape: Output
  readonly lastActivation: Last
}

/** Any model, whatever its shapes. */
// biome-ignore lint/suspicious/noExplicitAny: a constraint that every model meets
export type AnyModel = Model<any, any, any, any>

/** The shape of a model's output, the batch left out. */
export type OutputShape<M extends AnyModel> = M['outputShape']

/** The shape of a model's input, the batch left out. */
export type InputShape<M extends AnyModel> = M['inputShape']

export type { Dim, Shape }
