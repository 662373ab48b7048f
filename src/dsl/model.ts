import { refuse } from '../types/message.js'
import type { Shape } from '../types/shape.js'
import type { LastActivation } from './activations.js'
import type { SharedMistake } from './conflicts.js'
import { describe } from './data/check.js'
import type { UnknownEntry } from './entries.js'
import { type ModelNode, nodesOf } from './graph.js'
import { type AnyLayer, isLayer, makeComposite, type rule } from './layer.js'
import { type CheckEnds, checkEnds, type Ends, type LastsAt, type PastAt, type ShapesAt } from './model-ends.js'
import { callInside, callModel, type Nested, type NestedInput, type NestedOutput } from './nested.js'
import { type AnySymbolic, isSymbolic, withName } from './symbolic.js'

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

/** What a layer made of layers with a name has besides, see `named`: among its options, a model among what its layers are. */
export interface WithName<N> {
  readonly name: N
}

/**
 * A model: an immutable description, without weights and without an engine. `Input` and `Output` are shapes of a sample
 * (the batch left out), or objects of shapes by name; `Last` is the last activation, or an object of them. A model is a layer,
 * too: called on tensors, or put in a `sequential`, it stands for its layers, with weights of their own.
 */
// biome-ignore lint/suspicious/noExplicitAny: a bare Model is any model
export interface Model<Input = any, Output = any, Last = any, Net = unknown> extends AnyLayer {
  /** What the layers are, for the types of weights and counts. Never there at run time. */
  readonly [net]: Net
  readonly [rule]: readonly [Nested<Input, Output, Last, Net>, {}]
  <const X>(inputs: NestedInput<Input, Output, Net, X>): NestedOutput<Input, Output, Last, Net, X>
  /** The symbolic tensors the model starts from. */
  readonly inputs: readonly AnySymbolic[]
  /** The symbolic tensors it ends in. */
  readonly outputs: readonly AnySymbolic[]
  /** Names of several inputs, in the order of `inputs`. */
  readonly inputNames: readonly string[] | undefined
  /** Names of several outputs, in the order of `outputs`. */
  readonly outputNames: readonly string[] | undefined
  /** True for a model made by `sequential`: on other inputs it is checked layer by layer. */
  readonly isChain: boolean
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

/** The shape of a model's output, the batch left out; an object of shapes where it has several. */
export type OutputShape<M extends AnyModel> = M['outputShape']

/** The shape of a model's input, the batch left out; an object of shapes where it has several. */
export type InputShape<M extends AnyModel> = M['inputShape']

// What is behind an input is no part of the model, unless another path leads there, or an equal layer stands behind both: which of
// these, only the run knows. Most inputs have no past.
type PastBetween<I, O> = Without<PastAt<O>, PastAt<I>>
type Without<Past, Before> = [Before] extends [never] ? Past : Exclude<Past, Before> | UnknownEntry

/** What a model is besides its tensors. */
interface AboutModel {
  /** True for one made by `sequential`. */
  readonly chain?: boolean
  /** What it is called inside another. */
  readonly name?: string | undefined
}

/** What a model is besides its tensors, for another like it. */
export function aboutOf({ isChain, options }: AnyModel): AboutModel {
  return { chain: isChain, ...options }
}

/** A model over symbolic tensors, its layers named. */
export function makeModel(inputs: Ends, outputs: Ends, { chain = false, name }: AboutModel = {}): AnyModel {
  const [from, to] = [listed(inputs), listed(outputs)]
  const description = {
    inputs: from.tensors,
    outputs: to.tensors,
    inputNames: from.names,
    outputNames: to.names,
    nodes: Object.freeze(nodesOf(from.tensors, to.tensors)),
    inputShape: byName(from, ({ shape }) => shape as Shape),
    outputShape: byName(to, ({ shape }) => shape as Shape),
    lastActivation: byName(to, ({ last }) => last as LastActivation),
  }
  const about = { ...description, isChain: chain }
  const model: AnyModel = makeComposite(
    'model',
    name === undefined ? {} : { name },
    (x) => withName(name, () => callInside(model, x)),
    { about, from: (x) => withName(name, () => callModel(model, x)) },
  )
  return model
}

/** One tensor as it is, several by their number. */
export function together(tensors: readonly AnySymbolic[]): Ends {
  return tensors.length === 1 ? (tensors[0] as AnySymbolic) : Object.fromEntries(tensors.entries())
}

/** One tensor, or several by these names. */
export function byNames(tensors: readonly AnySymbolic[], names: readonly string[] | undefined): Ends {
  if (names === undefined) return tensors[0] as AnySymbolic
  return Object.fromEntries(names.map((name, at) => [name, tensors[at] as AnySymbolic]))
}

interface Listed {
  readonly tensors: readonly AnySymbolic[]
  readonly names: readonly string[] | undefined
}

function listed(ends: Ends): Listed {
  if (isSymbolic(ends)) return { tensors: Object.freeze([ends]), names: undefined }
  return { tensors: Object.freeze(Object.values(ends)), names: Object.freeze(Object.keys(ends)) }
}

function byName<T>({ tensors, names }: Listed, value: (tensor: AnySymbolic) => T): T | { readonly [name: string]: T } {
  if (names === undefined) return value(tensors[0] as AnySymbolic)
  return Object.freeze(Object.fromEntries(names.map((name, at) => [name, value(tensors[at] as AnySymbolic)])))
}

/** Whether a value is a model. */
export function isModel(value: unknown): value is AnyModel {
  return typeof value === 'function' && 'nodes' in value && 'outputs' in value
}

/** Refuses what is no model, layers without an input included. */
export function checkModel(who: string, value: unknown): void {
  if (!isModel(value)) refuse('notAModel', { who, was: isLayer(value) ? 'a layer' : describe(value) })
}

// Data under the first of two names would be lost.
function checkDifferent(inputs: Ends): void {
  const { tensors, names = [] } = listed(inputs)
  for (const [at, tensor] of tensors.entries()) {
    const first = tensors.indexOf(tensor)
    if (first < at) refuse('sameInput', { first: names[first] as string, second: names[at] as string })
  }
}

/**
 * A model from symbolic tensors: from `inputs` to `outputs`, each one tensor or several by name, through all layers between them.
 *
 * @throws ShapeError if an input leads to no output or stands under two names, if an output needs an input that is not among them, if
 * two layers have one name, or if the calls of a shared layer need different weights.
 * @example
 * ```ts
 * import { add, conv2d, input, model } from 'shapeproof'
 * const x = input([32, 32, 16])
 * const y = conv2d({ filters: 16, kernelSize: 3, padding: 'same' })(x)
 * const net = model({ inputs: x, outputs: add()([x, y]) })
 * const two = model({ inputs: { x }, outputs: { y, sum: add()([x, y]) } })
 * ```
 */
export function model<const I, const O>(ends: {
  readonly inputs: CheckEnds<I, 'inputs'>
  readonly outputs: CheckEnds<O, 'outputs', SharedMistake<PastBetween<I, O>>>
}): ModelOver<I, O> {
  checkEnds(ends.inputs, 'inputs')
  checkDifferent(ends.inputs)
  checkEnds(ends.outputs, 'outputs')
  return makeModel(ends.inputs, ends.outputs) as unknown as ModelOver<I, O>
}

/** The model over tensors; after a mistake nothing is known of it, wherever it is used. Helpers that are generic in names return it. */
export type ModelOver<I, O> = [CheckEnds<I, 'inputs'>, CheckEnds<O, 'outputs', SharedMistake<PastBetween<I, O>>>] extends [I, O]
  ? Model<ShapesAt<I>, ShapesAt<O>, LastsAt<O>, Graph<PastBetween<I, O>>>
  : // biome-ignore lint/suspicious/noExplicitAny: one mistake, one error
    any
