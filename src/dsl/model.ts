import { refuse } from '../types/message.js'
import type { Shape } from '../types/shape.js'
import type { LastActivation } from './activations.js'
import { type AnySymbolic, isSymbolic, type PastOf } from './symbolic.js'
import { type ModelNode, nodesOf } from './graph.js'

export type { ActivationName, LastActivation } from './activations.js'

declare const net: unique symbol

/** A model made by `sequential`: its layers in order, for the types of weights and counts. */
export interface Chain<In, L> {
  readonly input: In
  readonly layers: L
}

/** A model made by `model`: the union of its layers with weights. */
export interface Graph<Past> {
  readonly past: Past
}

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
  /** Its layers with their names, in an order in which each stands after those it needs. */
  readonly nodes: readonly ModelNode[]
  readonly inputShape: Input
  readonly outputShape: Output
  readonly lastActivation: Last
}

/** Any model, whatever its shapes. */
// biome-ignore lint/suspicious/noExplicitAny: a constraint that every model meets
export type AnyModel = Model<any, any, any, any>

/** What the layers of a model are. */
export type NetOf<M> = M extends { readonly [net]: infer N } ? N : never

/** The shape of a model's output, the batch left out. */
export type OutputShape<M extends AnyModel> = M['outputShape']

/** The shape of a model's input, the batch left out. */
export type InputShape<M extends AnyModel> = M['inputShape']

/** A model over symbolic tensors, its layers named. */
export function makeModel(inputs: readonly AnySymbolic[], outputs: readonly AnySymbolic[]): AnyModel {
  const [input, output] = [inputs[0], outputs[0]]
  const description = {
    inputs: Object.freeze([...inputs]),
    outputs: Object.freeze([...outputs]),
    nodes: Object.freeze(nodesOf(inputs, outputs)),
    inputShape: input?.shape as Shape,
    outputShape: output?.shape as Shape,
    lastActivation: output?.last as LastActivation,
  }
  return Object.freeze(description) as unknown as AnyModel
}

/** Whether a value is a model. */
export function isModel(value: unknown): value is AnyModel {
  return typeof value === 'object' && value !== null && 'nodes' in value && 'outputs' in value
}

/**
 * A model from symbolic tensors: from `inputs` to `outputs` through all layers between them.
 *
 * @throws ShapeError if no path leads from the input to the output, if a tensor between them needs another input, or if
 * two layers have one name.
 * @example
 * ```ts
 * import { add, conv2d, input, model } from 'shapeproof'
 * const x = input([32, 32, 16])
 * const y = conv2d({ filters: 16, kernelSize: 3, padding: 'same' })(x)
 * const net = model({ inputs: x, outputs: add()([x, y]) })
 * ```
 */
export function model<const I extends AnySymbolic, const O extends AnySymbolic>(ends: {
  readonly inputs: I
  readonly outputs: O
}): Model<I['shape'], O['shape'], O['last'], Graph<PastOf<O>>> {
  for (const end of ['inputs', 'outputs'] as const) if (!isSymbolic(ends[end])) refuse('oneInput', { who: `model ${end}`, was: typeof ends[end] })
  return makeModel([ends.inputs], [ends.outputs]) as Model<I['shape'], O['shape'], O['last'], Graph<PastOf<O>>>
}
