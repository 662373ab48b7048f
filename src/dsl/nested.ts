import type { AgreeDim } from '../types/agree.js'
import type { Bindings, SizesBy } from '../types/binding.js'
import { type Refusal, refuse, type Say } from '../types/message.js'
import { inOrder, type Least, type ListOf, listOf } from '../types/order.js'
import type { Shape, ShowShape } from '../types/shape.js'
import type { ChainOutput } from './chain.js'
import { type Described, describe } from './data/check.js'
import type { Composite, EntriesOfModel } from './entries.js'
import type { Quiet } from './layer.js'
import type { AnyModel, Chain } from './model.js'
import type { NameOf } from './numbering.js'
import type { GraphOutput, OutputAt } from './refit.js'
import { replay } from './replay.js'
import type { Computed } from './rule.js'
import { type AnySymbolic, isSymbolic, type PastOf, type SymbolicTensor } from './symbolic.js'

/** A model's rule as a layer. */
export interface Nested<Input, Output, Last, Net> extends Computed, Composite {
  readonly kind: 'model'
  readonly output: OneOutput<Output, CalledOn<Input, Output, Net, this['input']>>
  readonly last: Last
  readonly parts: readonly [Net, Input]
  readonly net: Net
  readonly arrangement: 'model'
}

/** The output of a model, or its outputs by name, on an input of shape `S`, or a refusal. */
type CalledOn<Input, Output, Net, S> = 0 extends 1 & S ? S : Replayed<Net, Output, Fitted<Input, S>, S>

// Inside other layers a model has one output.
type OneOutput<Output, Out> = Output extends readonly unknown[] ? Out : [Out] extends [Refusal] ? Out : Say<'modelOutputs', {}>

// A chain's output follows from its layers, whatever names stand for.
// The refusal is asked for last, with the output at hand: asked for first it costs each file 16,000 instantiations, for the compiler
// compares models by what this may be for any two.
type Replayed<Net, Output, Fit, S> = UnlessOpen<
  Output,
  Unless<Fit, Net extends Chain<unknown, readonly [unknown, ...infer L]> ? ChainOutput<S, L> : GraphOutput<Output, Fit>>
>
// After a mistake, or where nothing is known of the model, nothing is known of its output.
type UnlessOpen<Output, Out> = 0 extends 1 & Output ? Output : Out
type Unless<Fit, Out> = [Fit] extends [Refusal] ? Fit : Out

// What names stand for in an input that fits.
type Fitted<Input, S> = [Input, S] extends [infer I, infer T] ? FittedOf<I, T> : never
type FittedOf<Input, S> = Input extends readonly unknown[]
  ? S extends readonly unknown[]
    ? number extends S['length']
      ? {}
      : S['length'] extends Input['length']
        ? Misfit<Input, S> extends true
          ? Say<'modelInput', { who: 'model'; must: ShowShape<Input>; was: ShowShape<S> }>
          : SizesBy<Bindings<Input, S>>
        : Say<'modelInput', { who: 'model'; must: ShowShape<Input>; was: ShowShape<S> }>
    : never
  : ByName<Input, 'one tensor'>

type ByName<Input, Was> = Say<'modelInputs', { must: ListOf<keyof Input>; was: Was }>

type Misfit<Input, S> = Input extends readonly [infer A, ...infer As]
  ? S extends readonly [infer B, ...infer Bs]
    ? A extends string
      ? Misfit<As, Bs>
      : [AgreeDim<A, B>] extends [never]
        ? true
        : Misfit<As, Bs>
    : false
  : false

/** What a model is called on: a tensor that fits, or several by the names of its inputs; else the sentence why not. */
export type NestedInput<Input, Output, Net, X> = unknown extends X
  ? Wanted<Input>
  : 0 extends 1 & Input
    ? Wanted<Input>
    : InputGiven<Input, Output, Net, X>

// What an editor is shown before anything is written, and what the call of a layer is taken for before it has been looked at.
type Wanted<Input> = Input extends readonly unknown[] ? AnySymbolic : { readonly [N in keyof Input]: AnySymbolic }

type InputGiven<Input, Output, Net, X> = X extends AnySymbolic
  ? Checked<CalledOn<Input, Output, Net, X['shape']>, X>
  : Input extends readonly unknown[]
    ? Say<'modelInput', { who: 'model'; must: 'one tensor'; was: IsByNames<X> extends true ? 'several' : Described<X> }>
    : IsByNames<X> extends true
      ? [Exclude<keyof Input, keyof X>] extends [never]
        ? [Refused<Input, X> | Exclude<keyof X, keyof Input>] extends [never]
          ? Checked<Several<Input, Output, X>, X>
          : {
              readonly [N in keyof X]: N extends keyof Input
                ? N extends Refused<Input, X>
                  ? WrongEnd<Input[N], X[N]>
                  : X[N]
                : Say<'endExtra', { who: 'model'; option: N; end: 'input' }>
            }
        : Say<
            'modelInput',
            { who: 'model'; must: `given for '${Least<Exclude<keyof Input, keyof X>> & string}'`; was: 'left out' }
          >
      : ByName<Input, Described<X>>

// Behind an `infer`: two models are compared by what this may be.
type Checked<Out, X> = [Out] extends [infer E] ? (0 extends 1 & E ? X : [E] extends [Refusal] ? E : X) : never

// An object that is nothing else.
type IsByNames<X> = X extends readonly unknown[] | ((...args: never[]) => unknown) ? false : X extends object ? true : false

type WrongEnd<Input, X> = X extends AnySymbolic
  ? Fitted<Input, X['shape']>
  : Say<'modelInput', { who: 'model'; must: 'one tensor'; was: Described<X> }>

// Inputs that are wrong by themselves.
type Refused<Input, X> = {
  [N in keyof Input]: [Fitted<Input[N], ShapeOf<X[N & keyof X]>>] extends [Refusal] ? N : never
}[keyof Input]

// The outputs where all inputs together say what names stand for.
type Several<Input, Output, X> = [Input, Output, X] extends [infer I, infer O, infer Y]
  ? SizesBy<{ [N in keyof I]: Bindings<I[N], ShapeOf<Y[N & keyof Y]>> }[keyof I]> extends infer B
    ? Unless<B, OutputAt<O, B>>
    : never
  : never

type ShapeOf<X> = X extends AnySymbolic ? X['shape'] : never

/** What calling a model gives: as many tensors as it has outputs. */
export type NestedOutput<Input, Output, Last, Net, X> = X extends AnySymbolic
  ? Tensors<
      Quiet<CalledOn<Input, Output, Net, X['shape']>>,
      Output,
      Last,
      PastOf<X> | EntriesOfModel<Net, Input, X['shape'], NameOf<Net>>
    >
  : Tensors<Quiet<Several<Input, Output, X>>, Output, Last, PastOf<X[keyof X]> | EntriesOfModel<Net, Input, unknown, NameOf<Net>>>

// Of several after a mistake nothing is known; a refusal among others is left out: had the run come upon it, it would have ended there.
type Tensors<Out, Output, Last, Past> = 0 extends 1 & Out
  ? Output extends readonly unknown[]
    ? SymbolicTensor<Out, Last, Past>
    : Out
  : Out extends Shape
    ? SymbolicTensor<Out, Last, Past>
    : Out extends Refusal
      ? never
      : { readonly [N in keyof Out]: SymbolicTensor<Out[N], Last[N & keyof Last], Past> }

/** Run-time side of calling a model on one tensor, or on several by name. */
export function callModel(model: AnyModel, x: unknown): unknown {
  const outputs = replay(model, argumentsOf(model, x))
  if (model.outputNames === undefined) return outputs[0]
  return Object.fromEntries(model.outputNames.map((name, at) => [name, outputs[at]]))
}

function argumentsOf(model: AnyModel, x: unknown): AnySymbolic[] {
  const { inputNames } = model
  if (inputNames === undefined) {
    if (!isSymbolic(x)) refuse('modelInput', { who: 'model', must: 'one tensor', was: isByNames(x) ? 'several' : describe(x) })
    return [x]
  }
  if (!isByNames(x)) return refuseOne(inputNames, isSymbolic(x) ? 'one tensor' : describe(x))
  const missing = inOrder(inputNames).find((name) => x[name] === undefined)
  if (missing !== undefined) refuse('modelInput', { who: 'model', must: `given for '${missing}'`, was: 'left out' })
  const extra = Object.keys(x).find((name) => !inputNames.includes(name))
  if (extra !== undefined) refuse('endExtra', { who: 'model', option: extra, end: 'input' })
  return inputNames.map((name) => {
    const tensor = x[name]
    return isSymbolic(tensor) ? tensor : refuse('modelInput', { who: 'model', must: 'one tensor', was: describe(tensor) })
  })
}

function refuseOne(names: readonly string[], was: string): never {
  refuse('modelInputs', { must: listOf(names), was })
}

const isByNames = (x: unknown): x is { readonly [name: string]: unknown } =>
  typeof x === 'object' && x !== null && !Array.isArray(x) && !isSymbolic(x)

/** Run-time side of a model inside other layers: one tensor to one tensor. */
export function callInside(model: AnyModel, inputs: readonly AnySymbolic[]): AnySymbolic {
  if (model.inputNames !== undefined) refuseOne(model.inputNames, 'one tensor')
  const [output] = replay(model, inputs)
  if (model.outputNames !== undefined) refuse('modelOutputs', {})
  return output as AnySymbolic
}
