import type { AgreeDim } from '../types/agree.js'
import { type Refusal, refuse, type Say } from '../types/message.js'
import { type Dim, type Shape, type ShowShape, showShape } from '../types/shape.js'
import type { Divides } from '../types/whole.js'
import type { ChainOutput } from './chain.js'
import type { Composite, EntriesAt } from './entries.js'
import { type Quiet, twinOf } from './layer.js'
import type { AnyModel, Chain } from './model.js'
import type { Computed, OutputOf } from './rule.js'
import {
  type AnySymbolic,
  currentScope,
  inScope,
  isSymbolic,
  type PastOf,
  type Scope,
  type SymbolicTensor,
  withScope,
} from './symbolic.js'

/** A model's rule as a layer. */
export interface Nested<Input, Output, Last, Net> extends Computed, Composite {
  readonly kind: 'model'
  readonly output: Replayed<Net, Fitted<Input, Output, this['input']>, this['input']>
  readonly last: Last
  readonly parts: readonly [Net]
  readonly arrangement: 'model'
}

// A chain's output follows from its layers, whatever names stood for.
// The refusal is asked for last, with the output at hand: asked for first it costs each file 16,000 instantiations, for the compiler
// compares models by what this may be for any two.
type Replayed<Net, Fit, S> = Unless<Fit, Net extends Chain<unknown, infer L extends readonly unknown[]> ? ChainOutput<S, L> : Fit>
type Unless<Fit, Out> = [Fit] extends [Refusal] ? Fit : Out

// A graph's output is known for the input it was made for; sizes with names may be any, and are numbers from there on.
type Fitted<Input, Output, S> = Input extends readonly unknown[]
  ? S extends readonly unknown[]
    ? S['length'] extends Input['length']
      ? Misfit<Input, S> extends true
        ? Say<'modelInput', { who: 'model'; must: ShowShape<Input>; was: ShowShape<S> }>
        : WithoutNames<Output>
      : Say<'modelInput', { who: 'model'; must: ShowShape<Input>; was: ShowShape<S> }>
    : never
  : Say<'modelInput', { who: 'model'; must: 'one tensor'; was: 'several' }>

type Misfit<Input, S> = Input extends readonly [infer A, ...infer As]
  ? S extends readonly [infer B, ...infer Bs]
    ? A extends string
      ? IsMultiple<A, B> extends false
        ? true
        : Misfit<As, Bs>
      : [AgreeDim<A, B>] extends [never]
        ? true
        : Misfit<As, Bs>
    : false
  : false

// '16*h' stands for multiples of 16 alone.
type IsMultiple<A extends string, B> = A extends `${infer M extends number}*${string}`
  ? number extends B
    ? true
    : B extends number
      ? Divides<M, B>
      : true
  : true

type WithoutNames<S> = { -readonly [K in keyof S]: S[K] extends string ? number : S[K] }

/** What a model is called on: a tensor that fits, or several by the names of its inputs; else the sentence why not. */
export type NestedInput<Input, Output, Last, Net, X> = X extends AnySymbolic
  ? OutputOf<Nested<Input, Output, Last, Net>, {}, X['shape']> extends infer Out
    ? 0 extends 1 & Out
      ? X
      : [Out] extends [Refusal]
        ? Out
        : X
    : never
  : Input extends readonly unknown[]
    ? Say<'modelInput', { who: 'model'; must: 'one tensor'; was: 'several' }>
    : FirstWrong<Input, X> extends infer E
      ? [E] extends [never]
        ? X
        : E
      : never

type FirstWrong<Input, X> = {
  [N in keyof Input]: N extends keyof X
    ? X[N] extends AnySymbolic
      ? Wrong<Input[N], X[N]['shape']>
      : never
    : Say<'modelInput', { who: 'model'; must: `given for '${N & string}'`; was: 'left out' }>
}[keyof Input]

type Wrong<Must, S> =
  Fitted<Must, Must, S> extends infer E ? (0 extends 1 & E ? never : [E] extends [Refusal] ? E : never) : never

/** What calling a model gives: as many tensors as it has outputs. */
export type NestedOutput<Input, Output, Last, Net, X> = X extends AnySymbolic
  ? Tensors<
      Output extends Shape ? Quiet<OutputOf<Nested<Input, Output, Last, Net>, {}, X['shape']>> : Output,
      Last,
      PastOf<X> | EntriesAt<readonly [Nested<Input, Output, Last, Net>, {}], X['shape'], string>
    >
  : Tensors<Output, Last, PastOf<X[keyof X]> | EntriesAt<readonly [Nested<Input, Output, Last, Net>, {}], unknown, string>>

type Tensors<Output, Last, Past> = 0 extends 1 & Output
  ? SymbolicTensor<Output, Last, Past>
  : Output extends Shape
    ? SymbolicTensor<Output, Last, Past>
    : { readonly [N in keyof Output]: SymbolicTensor<WithoutNames<Output[N]>, Last[N & keyof Last], Past> }

/** Run-time side of calling a model on one tensor, or on several by name. */
export function callModel(model: AnyModel, x: unknown): unknown {
  const outputs = replay(model, argumentsOf(model, x))
  if (model.outputNames === undefined) return outputs[0]
  return Object.fromEntries(model.outputNames.map((name, at) => [name, outputs[at]]))
}

function argumentsOf({ inputNames }: AnyModel, x: unknown): AnySymbolic[] {
  if (isSymbolic(x)) return [x]
  if (inputNames === undefined) return refuse('modelInput', { who: 'model', must: 'one tensor', was: 'several' })
  const given = (typeof x === 'object' ? (x ?? {}) : {}) as { readonly [name: string]: unknown }
  return inputNames.map((name) => {
    const tensor = given[name]
    return isSymbolic(tensor) ? tensor : refuse('modelInput', { who: 'model', must: `given for '${name}'`, was: 'left out' })
  })
}

/** A model's layers called as parts of a layer, on other tensors. */
export function replay(model: AnyModel, inputs: readonly AnySymbolic[]): AnySymbolic[] {
  const musts = model.inputs.map(({ shape }) => shape as Shape)
  if (inputs.length !== musts.length) refuse('modelInput', { who: 'model', must: 'one tensor', was: 'several' })
  for (const [at, must] of musts.entries()) {
    const was = (inputs[at] as AnySymbolic).shape as Shape
    if (!fits(must, was)) refuse('modelInput', { who: 'model', must: showShape(must), was: showShape(was) })
  }
  return inScope('model', () => anew(model, inputs))
}

/** A model's layers called anew, on other tensors that fit. */
export function anew(model: AnyModel, inputs: readonly AnySymbolic[]): AnySymbolic[] {
  const scopes = new Map<Scope | undefined, Scope | undefined>([[undefined, currentScope()]])
  const tensors = new Map(model.inputs.map((input, at) => [input, inputs[at] as AnySymbolic]))
  for (const { layer, inputs: from, output } of model.nodes) {
    const again = (): AnySymbolic => twinOf(layer).call(from.map((tensor) => tensors.get(tensor) as AnySymbolic))
    tensors.set(output, withScope(moved(output.made.scope, scopes), again))
  }
  return model.outputs.map((output) => tensors.get(output) as AnySymbolic)
}

function fits(must: Shape, was: Shape): boolean {
  return (
    must.length === was.length &&
    must.every((size, axis) => (typeof size === 'string' ? isMultiple(size, was[axis]) : size === was[axis]))
  )
}

function isMultiple(name: string, size: Dim | undefined): boolean {
  const multiple = /^(\d+)\*/.exec(name)?.[1]
  return multiple === undefined || typeof size !== 'number' || size % Number(multiple) === 0
}

// The same layers made of layers, one level down.
function moved(scope: Scope | undefined, scopes: Map<Scope | undefined, Scope | undefined>): Scope | undefined {
  if (scopes.has(scope)) return scopes.get(scope)
  const made = { ...(scope as Scope), parent: moved(scope?.parent, scopes) }
  scopes.set(scope, made)
  return made
}
