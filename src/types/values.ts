import type { AnyCompiled } from './evaluate.js'
import type { AnyOp } from './instructions.js'
import type { Product } from './product.js'
import type { CompiledSignature } from './signature.js'
import type { Crop, Pad, Resize, Scale, ScaleRefusal, SidesRefusal, Transposed, TransposedRefusal } from './steps.js'
import type { FloorDivide } from './whole.js'
import type { Window, WindowRefusal } from './window.js'

/** Options as plain data. */
export type Options = { readonly [option: string]: unknown }

/** The value of an option: as given, or the signature's default. Whether `2 | undefined` is given only the run knows. */
export type OptionOf<G extends AnyCompiled, O, K> = K extends keyof O ? (O[K] extends undefined ? DefaultOf<G, K> : O[K]) : DefaultOf<G, K>
type DefaultOf<G extends AnyCompiled, K> = G['defaults'][K & keyof G['defaults']]

/** Run-time twin of {@link OptionOf}. */
export function optionOf(signature: CompiledSignature, options: Options, name: string): unknown {
  return options[name] ?? signature.defaults[name]
}

type IsGiven<O, K> = K extends keyof O ? (O[K] extends undefined ? false : true) : false

// The first option of the two that is given; the second is what the first is by default.
type FirstOf<G extends AnyCompiled, O, A> = A extends readonly [infer First, infer Second] ? OptionOf<G, O, IsGiven<O, First> extends true ? First : Second> : OptionOf<G, O, A[0 & keyof A]>

/** The options that the windows of a layer read. An interface: each is looked up once, however many windows ask. */
interface UsualReads<G extends AnyCompiled, O> {
  size: OptionOf<G, O, G['reads'][0]>
  padding: OptionOf<G, O, G['reads'][2]>
}

interface Reads<G extends AnyCompiled, O> extends UsualReads<G, O> {
  strides: FirstOf<G, O, G['reads'][1]>
  dilation: G['reads'][3] extends string ? OptionOf<G, O, G['reads'][3]> : 1
}

// One number stands for all axes; on the only axis of a layer a pair is its two sides.
type PerAxis<T, Ordinal> = T extends readonly unknown[] ? (Ordinal extends '' ? T : T[Ordinal & keyof T]) : T

/** The size that the window number `N` makes of an axis of size `I`. */
export type WindowAt<G extends AnyCompiled, N, I, O> = WindowOf<I, N, G['tag'], Reads<G, O>>

/** {@link WindowAt} where no strides and no dilation are given: steps of 1, or of its size for a pool. */
export type UsualWindow<G extends AnyCompiled, N, I, Size, Padding> = Window<
  I,
  PerAxis<Size, N>,
  G['tag'] extends 'pool' ? PerAxis<Size, N> : 1,
  PerAxis<Padding, N>,
  1,
  G['tag']
>

type AnyReads = { [K in keyof Reads<AnyCompiled, unknown>]: unknown }

type WindowOf<I, N, Tag, R extends AnyReads> = Window<I, PerAxis<R['size'], N>, PerAxis<R['strides'], N>, PerAxis<R['padding'], N>, PerAxis<R['dilation'], N>, Tag>

type RefusalOf<I, N, Tag, R extends AnyReads, Who, W> = WindowRefusal<
  I,
  PerAxis<R['size'], N>,
  PerAxis<R['strides'], N>,
  PerAxis<R['padding'], N>,
  PerAxis<R['dilation'], N>,
  Tag,
  Who,
  W
>

// The option at a place of a function's list, for the axis of its number.
type Read<G extends AnyCompiled, Op extends AnyOp, O, Place> = Op[4] extends readonly unknown[] ? PerAxis<OptionOf<G, O, Op[4][Place & keyof Op[4]]>, Op[2]> : never

/** What each instruction gives. */
export interface ValueByTag<G extends AnyCompiled, Op extends AnyOp, S, O> {
  spread: never
  product: never
  each: never
  lead: never
  either: Either<Op[1] extends keyof O ? O[Op[1]] : undefined, Value<G, Op[2], S, O>>
  optional: Value<G, Op[2], S, O>
  axis: S[Op[1] & keyof S]
  option: OptionOf<G, O, Op[1]>
  constant: Op[1]
  window: WindowAt<G, Op[2], S[Op[1] & keyof S], O>
  pool: WindowAt<G, Op[2], S[Op[1] & keyof S], O>
  over: Over<S[Op[1] & keyof S], OptionOf<G, O, Op[2]>>
  times: Product<[Value<G, Op[1], S, O>, Value<G, Op[2], S, O>]>
  pad: Pad<S[Op[1] & keyof S], Read<G, Op, O, '0'>>
  crop: Crop<S[Op[1] & keyof S], Read<G, Op, O, '0'>>
  scale: Scale<S[Op[1] & keyof S], Read<G, Op, O, '0'>>
  resize: Resize<Read<G, Op, O, '0'>>
  transposed: Transposed<S[Op[1] & keyof S], Read<G, Op, O, '0'>, Read<G, Op, O, '1'>, Read<G, Op, O, '2'>, Read<G, Op, O, '3'>, Read<G, Op, O, '4'>>
}

/** Why the function of an instruction gives no size. */
export interface RefusalByTag<G extends AnyCompiled, Op extends AnyOp, S, O> {
  window: RefusalOf<S[Op[1] & keyof S], Op[2], G['tag'], Reads<G, O>, G['kind'], Op[3]>
  pool: RefusalOf<S[Op[1] & keyof S], Op[2], G['tag'], Reads<G, O>, G['kind'], Op[3]>
  pad: SidesRefusal<S[Op[1] & keyof S], Read<G, Op, O, '0'>, G['kind'], Word<Op, 'option'>, Word<Op, 'axis'>>
  crop: SidesRefusal<S[Op[1] & keyof S], Read<G, Op, O, '0'>, G['kind'], Word<Op, 'option'>, Word<Op, 'axis'>>
  scale: ScaleRefusal<Read<G, Op, O, '0'>, G['kind'], Word<Op, 'option'>>
  resize: ScaleRefusal<Read<G, Op, O, '0'>, G['kind'], Word<Op, 'option'>>
  transposed: TransposedRefusal<Read<G, Op, O, '0'>, Read<G, Op, O, '1'>, Read<G, Op, O, '3'>, Read<G, Op, O, '4'>, G['kind']>
}

// An option that is not given, or may not be, is what stands behind it.
type Either<V, Other> = undefined extends V ? Exclude<V, undefined> | Other : V

type Word<Op extends AnyOp, K extends string> = Op[3] extends { [W in K]: infer T extends string } ? T : never

type Over<I, N> = number extends I | N ? number : I extends number ? (N extends number ? FloorDivide<I, N> : number) : number

/** The value of one instruction. */
export type Value<G extends AnyCompiled, Op, S, O> = Op extends AnyOp ? ValueByTag<G, Op, S, O>[Op[0]] : never
