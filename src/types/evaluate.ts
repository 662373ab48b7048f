import { refuse, type Refusal, type Say } from './message.js'
import { type Dim, type Shape, showShape, type ShowShape } from './shape.js'
import type { CompiledSignature, Op } from './signature.js'
import { type Divides, type FloorDivide, isCount, type IsNotCount, type Multiply } from './whole.js'
import { type AxisPadding, type Window, window } from './window.js'

/** What the types read of a compiled signature. */
export interface AnyCompiled {
  readonly form: string
  readonly kind: string
  readonly must: string
  readonly axes: readonly string[]
  readonly ops: readonly unknown[]
  readonly checked: unknown
  readonly defaults: unknown
  readonly divides: unknown
  readonly params: unknown
}

/** The value of an option: as given, or the signature's default. */
type OptionOf<G extends AnyCompiled, O, K> = K extends keyof O
  ? undefined extends O[K]
    ? Exclude<O[K], undefined> | (K extends keyof G['defaults'] ? G['defaults'][K] : never)
    : O[K]
  : K extends keyof G['defaults']
    ? G['defaults'][K]
    : number

/** Run-time twin of {@link OptionOf}. */
export function optionOf(signature: CompiledSignature, options: Options, name: string): unknown {
  return options[name] ?? signature.defaults[name]
}

/** Options as plain data. */
export type Options = { readonly [option: string]: unknown }

// The first option of the two that is given; the second is what the first is by default.
type FirstOf<G extends AnyCompiled, O, A> = A extends readonly [infer First, infer Second]
  ? First extends keyof O
    ? OptionOf<G, O, First>
    : OptionOf<G, O, Second>
  : OptionOf<G, O, A[0 & keyof A]>

/** One number stands for all axes. */
type PerAxis<T, Ordinal> = T extends readonly unknown[] ? T[Ordinal & keyof T] : T

type WindowAt<G extends AnyCompiled, Op extends readonly unknown[], S, O, Pool> = Window<
  S[Op[1] & keyof S],
  PerAxis<OptionOf<G, O, Op[3]>, Op[2]>,
  PerAxis<FirstOf<G, O, Op[4]>, Op[2]>,
  PerAxis<OptionOf<G, O, Op[5]>, Op[2]>,
  Op[6] extends string ? PerAxis<OptionOf<G, O, Op[6]>, Op[2]> : 1,
  { who: G['kind']; option: Op[3] & string; axis: Op[7] & string },
  Pool
>

/** What each instruction gives: dispatch by property, which instantiates that property alone. */
interface Values<G extends AnyCompiled, Op extends readonly unknown[], S, O> {
  axis: S[Op[1] & keyof S]
  option: OptionOf<G, O, Op[1]>
  window: WindowAt<G, Op, S, O, false>
  pool: WindowAt<G, Op, S, O, true>
  over: Over<S[Op[1] & keyof S], OptionOf<G, O, Op[2]>>
}

type Over<I, N> = number extends I | N ? number : I extends number ? (N extends number ? FloorDivide<I, N> : number) : number

type Value<G extends AnyCompiled, Op, S, O> = Op extends readonly unknown[] ? Values<G, Op, S, O>[Op[0] & keyof Values<G, Op, S, O>] : never

type EvaluateAll<G extends AnyCompiled, Ops, S, O> = { -readonly [K in keyof Ops]: Value<G, Ops[K], S, O> }

/** The product of all sizes; `number` where one is not known. */
export type Product<S, Done extends number = 1> = S extends readonly [infer A, ...infer Rest]
  ? number extends A
    ? number
    : A extends number
      ? Product<Rest, Multiply<Done, A>>
      : number
  : S extends readonly []
    ? Done
    : number

/** Run-time twin of {@link Product}; a size with a name makes it a name. */
export function product(shape: Shape): Dim {
  const names = shape.filter((dim) => typeof dim === 'string').sort()
  const count = shape.reduce<number>((n, dim) => (typeof dim === 'number' ? n * dim : n), 1)
  if (names.length === 0) return count
  return [...names, ...(count === 1 ? [] : [count])].join('*')
}

// A signature with a spread: `Lead` is what `...` stands for, `S` the axes with words after it.
type EvaluateSpread<G extends AnyCompiled, Ops, Lead extends readonly unknown[], S, O, Done extends readonly unknown[] = []> = Ops extends readonly [
  infer A,
  ...infer Rest,
]
  ? A extends readonly ['spread']
    ? EvaluateSpread<G, Rest, Lead, S, O, [...Done, ...Lead]>
    : A extends readonly ['product']
      ? EvaluateSpread<G, Rest, Lead, S, O, [...Done, Product<Lead>]>
      : EvaluateSpread<G, Rest, Lead, S, O, [...Done, Value<G, A, S, O>]>
  : Done

/** Splits the last axes off: `[lead, tail]`, or never where there are too few. */
type SplitEnd<S, Count, Tail extends readonly unknown[] = []> = Tail['length'] extends Count
  ? [S, Tail]
  : S extends readonly [...infer Lead, infer Z]
    ? SplitEnd<Lead, Count, [Z, ...Tail]>
    : never

type InputRank<G extends AnyCompiled, S> = Say<'inputRank', { who: G['kind']; must: G['must']; was: ShowShape<S> }>

// ---- options that must divide

type DivideCheck<G extends AnyCompiled, S, O, Name, By> = number extends By
  ? never
  : By extends number
    ? IsNotCount<By> extends true
      ? Say<'count', { who: G['kind']; option: Name; was: By }>
      : Name extends keyof G['divides']
        ? DivideEach<G, S, O, Name, By, G['divides'][Name]>
        : never
    : never

type DivideEach<G extends AnyCompiled, S, O, Name, By extends number, Ops> = Ops extends readonly [infer A extends readonly unknown[], ...infer Rest]
  ? Value<G, A, S, O> extends infer Size
    ? number extends Size
      ? DivideEach<G, S, O, Name, By, Rest>
      : Size extends number
        ? Divides<By, Size> extends true
          ? DivideEach<G, S, O, Name, By, Rest>
          : DivideRefusal<G, Name, By, A, Size>
        : DivideEach<G, S, O, Name, By, Rest>
    : never
  : never

type DivideRefusal<G extends AnyCompiled, Name, By, A extends readonly unknown[], Size> = A[0] extends 'axis'
  ? Say<'dividesInput', { who: G['kind']; option: Name; size: Size; axis: G['axes'][A[1] & keyof G['axes']]; was: By }>
  : Say<'dividesOption', { who: G['kind']; option: Name; other: A[1]; size: Size; was: By }>

// ---- the output

// Most layers give no option that must divide, and then this is one look at the keys.
export type Guarded<G extends AnyCompiled, S, O, Result> = [keyof O & keyof G['divides']] extends [never]
  ? Result
  : keyof O & keyof G['divides'] extends infer Name
    ? [DivideCheck<G, S, O, Name, O[Name & keyof O]>] extends [never]
      ? Result
      : DivideCheck<G, S, O, Name, O[Name & keyof O]>
    : never

// Several windows may fail: the first speaks. A union of sizes of which only some fail may be right: checked at run time.
type Fine<T, Checked> = [Extract<T[Checked & keyof T], Refusal>] extends [never] ? T : FirstRefusal<T> extends infer E ? ([E] extends [never] ? Unsure<T> : E) : never

type FirstRefusal<T> = T extends readonly [infer A, ...infer Rest] ? ([A] extends [Refusal] ? ([A] extends [never] ? never : Single<A>) : FirstRefusal<Rest>) : never

type Single<E> = E extends unknown ? E : never

type Unsure<T> = { [K in keyof T]: Extract<T[K], Refusal> extends never ? T[K] : number }

/** The output shape of a layer with compiled signature `G` and options `O` on an input of shape `S`, or a refusal. */
export type Output<G extends AnyCompiled, O, S> = S extends readonly unknown[]
  ? number extends S['length']
    ? Shape
    : G['form'] extends 'fixed'
      ? S['length'] extends G['axes']['length']
        ? Guarded<G, S, O, Fine<EvaluateAll<G, G['ops'], S, O>, G['checked']>>
        : InputRank<G, S>
      : SplitEnd<S, G['axes']['length']> extends infer Parts
        ? [Parts] extends [never]
          ? InputRank<G, S>
          : Parts extends [infer Lead extends readonly unknown[], infer Tail]
            ? EvaluateSpread<G, G['ops'], Lead, Tail, O>
            : never
        : never
  : InputRank<G, S>

/** The shapes of a layer's weights by name, for a right input. */
export type ParamShapes<G extends AnyCompiled, O, S> = {
  readonly [N in keyof G['params'] as Present<G, O, G['params'][N]> extends false ? never : N]: ParamShape<G, O, S, G['params'][N]>
}

type Present<G extends AnyCompiled, O, P> = P extends { when: infer W extends string } ? OptionOf<G, O, W> : true

type ParamShape<G extends AnyCompiled, O, S, P> = P extends { ops: infer Ops }
  ? SplitEnd<S, G['axes']['length']> extends [unknown, infer Tail]
    ? EvaluateParam<G, Ops, Tail, O>
    : Shape
  : never

type EvaluateParam<G extends AnyCompiled, Ops, S, O, Done extends readonly unknown[] = []> = Ops extends readonly [infer A, ...infer Rest]
  ? A extends readonly ['each', infer Option]
    ? EvaluateParam<G, Rest, S, O, [...Done, ...Each<OptionOf<G, O, Option>, G['checked']>]>
    : EvaluateParam<G, Rest, S, O, [...Done, Value<G, A, S, O>]>
  : Done

// One axis for each window; windows stand first in an output, so their indices are those of the pair.
type Each<V, Checked> = V extends readonly number[] ? V : V extends number ? EachOf<V, Checked> : number[]
type EachOf<V, Checked> = '2' extends Checked ? [V, V, V] : '1' extends Checked ? [V, V] : [V]

// ---- run time

interface Environment {
  readonly kind: string
  readonly signature: CompiledSignature
  readonly options: Options
  readonly lead: Shape
  readonly named: Shape
}

/** Run-time twin of {@link Output}; throws its sentences. */
export function outputShape(kind: string, signature: CompiledSignature, options: Options, shape: Shape): Dim[] {
  const environment = bind(kind, signature, options, shape)
  for (const [option, ops] of signature.divides) checkDivides(environment, option, ops)
  return signature.ops.flatMap((op) => evaluate(environment, op))
}

/** Run-time twin of {@link ParamShapes}, with the option that initializes each weight. */
export function paramShapes(kind: string, signature: CompiledSignature, options: Options, shape: Shape): { name: string; shape: Dim[]; initializer: string }[] {
  const environment = bind(kind, signature, options, shape)
  return signature.params
    .filter(({ when }) => when === undefined || optionOf(signature, options, when) !== false)
    .map(({ name, ops, initializer }) => ({ name, initializer, shape: ops.flatMap((op) => evaluate(environment, op)) }))
}

function bind(kind: string, signature: CompiledSignature, options: Options, shape: Shape): Environment {
  const { axes, spread, must } = signature
  const cut = shape.length - axes.length
  if (cut < 0 || (cut > 0 && !spread)) refuse('inputRank', { who: kind, must, was: showShape(shape) })
  return { kind, signature, options, lead: shape.slice(0, cut), named: shape.slice(cut) }
}

function evaluate({ kind, signature, options, lead, named }: Environment, op: Op): Dim[] {
  switch (op.tag) {
    case 'spread':
      return [...lead]
    case 'product':
      return [product(lead)]
    case 'axis':
      return [named[op.index] as Dim]
    case 'option':
      return [optionOf(signature, options, op.option) as number]
    case 'over': {
      const size = named[op.index] as Dim
      const by = optionOf(signature, options, op.option) as number
      return [typeof size === 'number' ? Math.floor(size / by) : by === 1 ? size : `${size}/${by}`]
    }
    case 'each': {
      const value = optionOf(signature, options, op.option) as number | readonly number[]
      const windows = signature.ops.filter(({ tag }) => tag === 'window' || tag === 'pool').length
      return typeof value === 'number' ? Array<number>(windows).fill(value) : [...value]
    }
    default: {
      const at = <T>(value: T | readonly T[]): T => (Array.isArray(value) ? value[op.ordinal] : value) as T
      const given = op.strides.find((name) => options[name] !== undefined) ?? op.strides.at(-1) ?? ''
      const values = {
        kernel: at(optionOf(signature, options, op.size) as number),
        stride: at(optionOf(signature, options, given) as number),
        padding: at(optionOf(signature, options, op.padding) as AxisPadding),
        dilation: op.dilation === undefined ? 1 : at(optionOf(signature, options, op.dilation) as number),
        pool: op.tag === 'pool',
      }
      return [window(named[op.index] as Dim, values, { who: kind, option: op.size, axis: op.axis })]
    }
  }
}

function checkDivides(environment: Environment, option: string, ops: readonly Op[]): void {
  const { kind, signature, options } = environment
  const by = optionOf(signature, options, option)
  if (!isCount(by)) refuse('count', { who: kind, option, was: String(by) })
  for (const op of ops) {
    const [size] = evaluate(environment, op)
    if (typeof size !== 'number' || size % by === 0) continue
    if (op.tag === 'axis') refuse('dividesInput', { who: kind, option, size, axis: op.axis, was: by })
    if (op.tag === 'option') refuse('dividesOption', { who: kind, option, other: op.option, size, was: by })
  }
}
