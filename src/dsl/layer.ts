import { type OneOf, type Refusal, refuse } from '../types/message.js'
import { type Dim, showShape } from '../types/shape.js'
import type { Options } from '../types/values.js'
import type { LastActivation } from './activations.js'
import { describe } from './data/check.js'
import type { EntriesOfCall } from './entries.js'
import { checkOptions } from './options.js'
import type { LastOf, OutputOf, OutputsOf, RuleTwin } from './rule.js'
import {
  type AnySymbolic,
  isFreezing,
  isSymbolic,
  type PastOf,
  type Sharing,
  type SymbolicTensor,
  symbolics,
} from './symbolic.js'
import type { Given, MergeMistake, NotOneTensor, ShapesOf, Tensors } from './tensors.js'

export declare const rule: unique symbol
// Never there at run time, as the rule.
declare const merges: unique symbol

/** Any layer. Opaque: a constraint that showed how a layer is called would turn the options of inner calls into `any`. */
export interface AnyLayer {
  /** Never there at run time. */
  readonly [rule]: unknown
  /** What it is, in the words of its function: `'conv2d'`. */
  readonly kind: string
  /** The options it was given. */
  readonly options: object
}

/** What types read of a layer: its rule and its options. */
export interface Ruled<G, O> {
  readonly [rule]: readonly [G, O, ...unknown[]]
}

/** A layer of rule `G` with options `O`: an immutable description, called on a symbolic tensor or put in a `sequential`. */
export interface Layer<G, O> extends AnyLayer {
  /** Tells it from a merge before the compiler compares how the two are called, which has no end. */
  readonly [merges]: false
  readonly [rule]: readonly [G, O]
  <X extends AnySymbolic | Given>(
    x: unknown extends X['shape']
      ? NotOneTensor<G, X>
      : OutputOf<G, O, X['shape']> extends infer E extends Refusal
        ? OneOf<E>
        : X,
  ): SymbolicTensor<
    Quiet<OutputOf<G, O, X['shape']>>,
    LastOf<G, O, X['last'], X['shape'], OutputOf<G, O, X['shape']>>,
    PastOf<X> | EntriesOfCall<G, O, X['shape']>
  >
}

/**
 * A layer that takes an array of tensors. Its variance is said: to find it, the compiler compares how two merges are called,
 * which has no end.
 */
export interface MergeLayer<in out G, in out O> extends AnyLayer {
  readonly [merges]: true
  readonly [rule]: readonly [G, O]
  <const X>(
    inputs: [OutputOf<G, O, ShapesOf<X>>] extends [infer E]
      ? 0 extends 1 & E
        ? X
        : [E] extends [Refusal]
          ? MergeMistake<G, X, E>
          : X
      : never,
  ): SymbolicTensor<Quiet<OutputOf<G, O, ShapesOf<X>>>, 'unknown', PastOf<X[number & keyof X]> | EntriesOfCall<G, O, ShapesOf<X>>>
}

/** A layer of several outputs, which a call gives in a list; it stands alone, and not inside others. */
export interface ManyLayer<G, O> extends AnyLayer {
  readonly [merges]: false
  readonly [rule]: readonly [G, O]
  <X extends AnySymbolic>(
    x: [OutputsOf<G, O, X['shape']>] extends [infer E] ? (0 extends 1 & E ? X : [E] extends [Refusal] ? OneOf<E> : X) : never,
  ): Tensors<Quiet<OutputsOf<G, O, X['shape']>>, PastOf<X> | EntriesOfCall<G, O, X['shape']>>
}

/**
 * What a wrong call results in: `any`, so that one mistake is one error. A refusal among others is left out: had the run come upon
 * it, it would have ended there.
 */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Quiet<S> = [S] extends [Refusal] ? any : S extends Refusal ? never : S

/** What makes a layer of what is none: of its outputs nothing is known, so that one mistake is one error. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Wrong = Layer<any, any>

/** Rule and options of a layer, as one look: `[rule, options]`. */
export type RuleOf<L> = L extends { readonly [rule]: infer R } ? R : never

const twins = new WeakMap<AnyLayer, LayerTwin>()

/** What a layer does at run time when it is called on symbolic tensors. */
export interface LayerTwin {
  readonly rule: RuleTwin
  /** The given options with the defaults of the others. */
  readonly options: Options
  readonly call: (inputs: readonly AnySymbolic[]) => AnySymbolic
  /** True for a layer made of layers. */
  readonly composite?: true
  /** Of a shared layer: what its calls have in common. */
  readonly shared?: Sharing | undefined
}

/** The run-time side of a layer. */
export function twinOf(layer: AnyLayer): LayerTwin {
  const twin = twins.get(layer)
  return twin ?? refuse('notALayer', { who: 'sequential', was: describe(layer) })
}

/** Whether a value is a layer of this library. */
export function isLayer(value: unknown): value is AnyLayer {
  return typeof value === 'function' && twins.has(value as unknown as AnyLayer)
}

/** A layer of a rule with options: checked, frozen, and callable. */
export function makeLayer<L extends AnyLayer>(rule: RuleTwin, given: unknown = {}): L {
  checkOptions(rule.kind, given, rule.checks)
  const options = Object.freeze({ ...given })
  const complete = Object.freeze({ ...rule.defaults, ...withoutUndefined(options) })
  const layer: L = callable<L>((x) => apply(layer, x), { kind: rule.kind, options })
  twins.set(layer, { rule, options: complete, call: (inputs) => node(layer, inputs, true)[0] as AnySymbolic })
  return layer
}

/** What a layer made of layers may have besides. */
export interface CompositeParts {
  /** Its properties. */
  readonly about?: object
  /** What calling it does, if it is no layer of one input. */
  readonly from?: (x: unknown) => unknown
  readonly shared?: Sharing | undefined
}

/** A layer made of layers: `call` calls those. */
export function makeComposite<L extends AnyLayer>(
  kind: string,
  options: object,
  call: LayerTwin['call'],
  { about, from, shared }: CompositeParts = {},
): L {
  const layer: L = callable<L>(from ?? ((x) => apply(layer, x)), { kind, options: Object.freeze({ ...options }), ...about })
  twins.set(layer, { rule: composite(kind), options: {}, call, composite: true, shared })
  return layer
}

// What a layer made of layers is asked for itself: its shapes follow from those inside.
function composite(kind: string): RuleTwin {
  const none = (): never => refuse('notALayer', { who: 'sequential', was: kind })
  return { kind, merge: false, checks: {}, defaults: {}, output: none, params: () => [], last: none }
}

function callable<L extends AnyLayer>(call: (x: unknown) => unknown, about: object): L {
  // A function has a `name` and a `length` of its own; neither says anything of a layer.
  for (const [key, value] of Object.entries(about)) Object.defineProperty(call, key, { value, enumerable: true })
  return Object.freeze(call) as unknown as L
}

function withoutUndefined(options: object): object {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
}

function apply(layer: AnyLayer, x: unknown): AnySymbolic | AnySymbolic[] {
  const { rule, call } = twinOf(layer)
  if (rule.merge) {
    if (!Array.isArray(x)) return refuse('twoInputs', { who: rule.kind, was: shown(x) })
    for (const each of x) if (!isSymbolic(each)) refuse('oneInput', { who: rule.kind, was: describe(each) })
    if (x.length < 2) refuse('twoInputs', { who: rule.kind, was: shown(x) })
    return call(x)
  }
  if (!isSymbolic(x)) refuse('oneInput', { who: rule.kind, was: describe(x) })
  if (rule.more === undefined) return call([x])
  const all = node(layer, [x], false)
  return all.length === 1 ? (all[0] as AnySymbolic) : all
}

function shown(x: unknown): string {
  if (Array.isArray(x)) return `an array of ${x.length}`
  return isSymbolic(x) ? showShape(x.shape) : describe(x)
}

/** The layer with `trainable: false`, if it has weights. */
export function frozenCopy(layer: AnyLayer): AnyLayer {
  const { rule, options } = twinOf(layer)
  return options.trainable === true ? makeLayer(rule, { ...layer.options, trainable: false }) : layer
}

// Inside other layers a layer has one output.
function node(given: AnyLayer, inputs: readonly AnySymbolic[], inside: boolean): AnySymbolic[] {
  const layer = isFreezing() ? frozenCopy(given) : given
  const { rule, options } = twinOf(layer)
  const shapes = inputs.map((x) => x.shape)
  const outputs = [rule.output(shapes, options), ...(rule.more?.(shapes, options) ?? [])]
  if (inside && outputs.length > 1)
    refuse('severalOutputs', { who: rule.kind, option: options.mergeMode === null ? 'mergeMode: null' : 'returnState' })
  // Says at once, as the compiler does, where a name won't do as the size of a weight.
  rule.params(shapes, options)
  const before = inputs.map((x) => x.last as LastActivation)
  return symbolics(outputs, rule.last(before, options, shapes, outputs[0] as Dim[]), layer, inputs)
}
