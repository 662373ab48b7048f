import type { AnyCompiled, UnknownSize } from '../../types/evaluate.js'
import type { Given } from '../../types/given.js'
import { type Refusal, refuse, type Say } from '../../types/message.js'
import type { ParamSpec } from '../../types/run.js'
import type { Dim, Shape } from '../../types/shape.js'
import type { Options } from '../../types/values.js'
import type { ListOf, OnlyOne } from '../../types/varied.js'
import { makeAround } from '../around.js'
import { describe } from '../data/check.js'
import type { Entries } from '../entries.js'
import type { ExactNamed } from '../exact.js'
import { type AnyLayer, isLayer, type Layer, type RuleOf, twinOf } from '../layer.js'
import { flag, layerName, type Weighted } from '../options.js'
import { capitalized, type Recurrent } from '../recurrent.js'
import { type ComputedWithWeights, freezable, type OwnWeights, type RuleTwin, weightsWithin } from '../rule.js'

/** Options of {@link rnn}. */
export interface RnnOptions extends Weighted {
  /** Whether the outputs of all steps are returned, and not of the last alone. Default false. */
  readonly returnSequences?: boolean | undefined
  /** Whether the last states of all cells are returned behind the output, in a list. Default false; a `sequential` takes no such layer. */
  readonly returnState?: boolean | undefined
  /** Whether the steps are taken from the last to the first. Default false. */
  readonly goBackwards?: boolean | undefined
}

/** The cells of {@link rnn} among its options. */
export interface Cells<L> {
  readonly cells: L
}

type CellsOf<O> = O extends Cells<infer L> ? L : never

// What the whole says, and no cell.
const ofTheWhole = ['returnSequences', 'returnState', 'goBackwards', 'name'] as const
type OfTheWhole = typeof ofTheWhole

// A cell's options with what the whole says.
type InStack<P, Sequences, State> = Omit<P, OfTheWhole[number]> & {
  readonly returnSequences: Sequences
  readonly returnState: State
}

// The output behind the last cell, and the states of all.
type Walk<L, S, Sequences, States extends readonly unknown[] = []> = L extends readonly [infer C, ...infer Rest]
  ? RuleOf<C> extends readonly [infer G extends AnyCompiled, infer P, ...unknown[]]
    ? CellOutputs<G, InStack<P, Rest extends readonly [] ? Sequences : true, true>, S> extends infer All
      ? All extends readonly [infer Out, ...infer Own]
        ? Rest extends readonly []
          ? [Out, ...States, ...Own]
          : Walk<Rest, Out, Sequences, [...States, ...Own]>
        : All
      : never
    : never
  : never

type CellOutputs<G extends AnyCompiled, O, S> =
  ListOf<G, O, S> extends infer All
    ? [All] extends [Refusal]
      ? All
      : [UnknownSize<G, S>] extends [never]
        ? All
        : UnknownSize<G, S>
    : never

// What is no cell has been refused where it was given: nothing else lights up.
type AllOf<O, S> =
  CellsOf<O> extends readonly unknown[] ? ([Faults<CellsOf<O>>] extends [never] ? Returned<O, S> : NotAgain) : never

// biome-ignore lint/suspicious/noExplicitAny: see above
type NotAgain = any

type Returned<O, S> =
  Walk<CellsOf<O>, S, Given<O, 'returnSequences', false>> extends infer All
    ? All extends readonly [infer Out, ...unknown[]]
      ? [Given<O, 'returnState', false>] extends [false]
        ? [Out]
        : [Given<O, 'returnState', false>] extends [true]
          ? All
          : [Out] | All
      : All
    : never

// Of each weight of each cell, its name here and its shape.
type WeightOf<E> = E extends readonly [infer Name extends string, infer G, infer O, infer S, ...unknown[]]
  ? OwnWeights<G, O, S> extends infer W
    ? { [N in keyof W & string]: [`${Name}${Capitalize<N>}`, W[N]] }[keyof W & string]
    : never
  : never

type Stacked<L> = {
  readonly [K in keyof L]: RuleOf<L[K]> extends readonly [infer G, infer P, ...unknown[]]
    ? Layer<G, InStack<P, true, false>>
    : never
}

type ByName<W> = {
  readonly [One in W as One extends readonly [infer N extends string, unknown] ? N : never]: One extends readonly [
    unknown,
    infer V,
  ]
    ? V
    : never
}

type WeightsOf<L, S> = Stacked<L> extends infer T extends readonly unknown[] ? ByName<WeightOf<Entries<S, T>>> : never

/** The rule of {@link rnn}. */
export interface Rnn extends ComputedWithWeights {
  readonly kind: 'rnn'
  /** That it has some: it may be put in `bidirectional`. */
  readonly states: readonly [unknown]
  readonly outputs: AllOf<this['options'], this['input']>
  readonly output: AllOf<this['options'], this['input']> extends infer L
    ? 0 extends 1 & L
      ? L
      : OnlyOne<L, 'rnn', 'returnState'>
    : never
  readonly weights: WeightsOf<CellsOf<this['options']>, this['input']>
  readonly last: 'unknown'
}

type Cell = AnyCompiled & { readonly states: readonly [unknown, ...unknown[]] }

// The sentence why a layer is no cell, or never.
type Fault<C> =
  RuleOf<C> extends readonly [infer G, infer P, ...unknown[]]
    ? G extends Cell
      ? Misplaced<G['kind'], P, OfTheWhole>
      : Say<'recurrent', { who: 'rnn'; was: G extends { readonly kind: infer K } ? K : 'another' }>
    : never

type Misplaced<Kind, P, Names> = Names extends readonly [infer N, ...infer Rest]
  ? N extends keyof P
    ? undefined extends P[N]
      ? Misplaced<Kind, P, Rest>
      : Say<'cellOption', { who: 'rnn'; option: N; was: Kind }>
    : Misplaced<Kind, P, Rest>
  : never

type Faults<L extends readonly unknown[]> = { [K in keyof L]: Fault<L[K]> }[number]

function ruleOf(cells: readonly AnyLayer[]): RuleTwin {
  const twins = cells.map(twinOf)
  for (const [at, { rule }] of twins.entries()) {
    const { options } = cells[at] as { readonly options: Options }
    if (rule.states === undefined) refuse('recurrent', { who: 'rnn', was: rule.kind })
    const option = ofTheWhole.find((name) => options[name] !== undefined)
    if (option !== undefined) refuse('cellOption', { who: 'rnn', option, was: rule.kind })
  }

  function walk(shape: Shape, returnSequences: unknown) {
    const names = new Map<string, number>()
    const states: Dim[][] = []
    const params: ParamSpec[] = []
    let output = shape
    for (const [at, { rule, options: own }] of twins.entries()) {
      const options = { ...own, returnSequences: at < twins.length - 1 || returnSequences, returnState: true }
      const inputs = [output]
      output = rule.output(inputs, options)
      const count = names.get(rule.kind) ?? 0
      names.set(rule.kind, count + 1)
      const name = count === 0 ? rule.kind : `${rule.kind}_${count}`
      for (const param of weightsWithin(rule, inputs, options)) params.push({ ...param, name: name + capitalized(param.name) })
      states.push(...(rule.more?.(inputs, options) ?? []))
    }
    return { output: [...output], states, params }
  }

  return freezable({
    kind: 'rnn',
    merge: false,
    checks: { returnSequences: flag, returnState: flag, goBackwards: flag, name: layerName },
    defaults: { returnSequences: false, returnState: false, goBackwards: false },
    output: ([shape = []], { returnSequences }) => walk(shape, returnSequences).output,
    more: ([shape = []], { returnSequences, returnState }) => (returnState === true ? walk(shape, returnSequences).states : []),
    params: ([shape = []], { returnSequences }) => walk(shape, returnSequences).params,
    last: () => 'unknown',
  })
}

/**
 * Recurrent layers one on top of the other as one: in each step every cell takes what the one before it gives, `[time, features]`
 * to the units of the last cell, or with `returnSequences` to `[time, units]`. Cells are `simpleRNN`, `lstm` and `gru`, whose
 * options say nothing of sequences and states; their weights are `lstmKernel`, `gruKernel`, `lstm_1Kernel` and so on. With
 * `returnState` a call gives a list: the output, and the states of all cells in the order of the cells.
 *
 * @throws ShapeError if a cell is no recurrent layer, or where the compiler would have refused.
 */
export function rnn<const L extends readonly [AnyLayer, ...AnyLayer[]], const O extends RnnOptions = {}>(
  cells: [Faults<L>] extends [never] ? L : { readonly [K in keyof L]: [Fault<L[K]>] extends [never] ? L[K] : Fault<L[K]> },
  options?: ExactNamed<O, RnnOptions, 'rnn'>,
): Recurrent<Rnn, Cells<L> & O> {
  const list: unknown = cells
  if (!Array.isArray(list) || list.length === 0 || !list.every(isLayer))
    return refuse('cells', { who: 'rnn', was: Array.isArray(list) && list.every(isLayer) ? 'none' : describe(list) })
  return makeAround<AnyLayer>(ruleOf(list), { cells: list }, options) as unknown as Recurrent<Rnn, Cells<L> & O>
}
