import type { AgreeDim } from './agree.js'
import type { Divided } from './divides.js'
import type { Refusal, Say } from './message.js'
import type { AnyOp } from './signature.js'
import type { OptionOf, RefusalByTag, UsualWindowAt, Value, ValueByTag, WindowAt } from './values.js'
import type { Product } from './product.js'
import type { Shape, ShowDim, ShowShape } from './shape.js'

/** What the types read of a compiled signature. */
export interface AnyCompiled {
  readonly form: 'kept' | 'product' | 'divided' | 'image' | 'last' | 'lastTwo' | 'varied' | 'several'
  readonly kind: string
  readonly must: string
  readonly axes: readonly string[]
  readonly ops: readonly AnyOp[]
  readonly checked: unknown
  readonly reads: readonly unknown[]
  readonly rare: unknown
  readonly tag: string
  readonly defaults: unknown
  readonly divides: unknown
  readonly params: unknown
  readonly sized: unknown
  readonly states: readonly unknown[]
  readonly musts: readonly unknown[]
  readonly lengths: readonly unknown[]
  readonly twice: readonly unknown[]
}

/*
 * The output shape of a layer with compiled signature `G` and options `O` on an input of shape `S`, or a refusal. Dispatch by
 * property: an interface instantiates only the member that is asked for, a chain of conditionals all before it.
 */
export interface Outputs<G, O, S> {
  /** `'... -> ...'` */
  kept: S
  /** `'... -> (...)'` */
  product: [Product<S>]
  /** As many axes as words. */
  divided: G extends AnyCompiled ? Divided<G, O, S, Fixed<G, O, S>> : never
  /** Two windows and one more word. */
  image: G extends AnyCompiled ? ([keyof O & G['rare']] extends [never] ? UsualImage<G, O, S> : Divided<G, O, S, Image<G, O, S>>) : never
  /** `'... features -> ... units'` */
  last: G extends AnyCompiled ? Last<G, O, S> : never
  /** `'... rows columns -> ...'` */
  lastTwo: G extends AnyCompiled ? LastTwo<G, O, S> : never
  /** As many axes as options say. */
  varied: G extends AnyCompiled ? Varied<G, O, S> : never
  /** Several inputs: `S` is the list of their shapes. */
  several: G extends AnyCompiled ? Several<G, O, S> : never
}

type Fixed<G extends AnyCompiled, O, S> = S[keyof S & 'length'] extends G['axes']['length'] ? Fine<G, O, S, Values<G, G['ops'], S, O>> : WrongRank<G, S>

type Image<G extends AnyCompiled, O, S> = S extends readonly [infer H, infer W, unknown]
  ? FineImage<G, O, S, WindowAt<G, '0', H, O>, WindowAt<G, '1', W, O>, ValueByTag<G, G['ops'][2], S, O>[G['ops'][2][0]]>
  : WrongRank<G, S>

// Without strides, dilation and groups, as most: no look at their defaults.
type UsualImage<G extends AnyCompiled, O, S> = S extends readonly [infer H, infer W, unknown]
  ? FineImage<G, O, S, UsualWindowAt<G, '0', H, O>, UsualWindowAt<G, '1', W, O>, ValueByTag<G, G['ops'][2], S, O>[G['ops'][2][0]]>
  : WrongRank<G, S>

type FineImage<G extends AnyCompiled, O, S, H, W, C> = [(H | W) & Refusal] extends [never] ? [H, W, C] : Explained<G, O, S, [H, W, C]>

// Options that must divide the last axis are checked as anywhere else.
type Last<G extends AnyCompiled, O, S> = S extends readonly [...infer Lead, infer A]
  ? [keyof O & G['rare']] extends [never]
    ? [...Lead, ...Values<G, G['ops'], [A], O>]
    : Onto<Lead, Divided<G, O, [A], Values<G, G['ops'], [A], O>>>
  : WrongRank<G, S>

type LastTwo<G extends AnyCompiled, O, S> = S extends readonly [...infer Lead, infer A, infer B]
  ? Onto<Lead, Divided<G, O, [A, B], Values<G, G['ops'], [A, B], O>>>
  : WrongRank<G, S>

type Onto<Lead extends readonly unknown[], T> = T extends readonly unknown[] ? [...Lead, ...T] : T

type Varied<G extends AnyCompiled, O, S> = S[keyof S & 'length'] extends G['axes']['length']
  ? WithStates<G, O, S, FineVaried<G, O, S, VariedValues<G, G['ops'], S, O>>>
  : WrongRank<G, S>

// What varies in number stands where it is told; an option that is only known at run time leaves the rank open.
type VariedValues<G extends AnyCompiled, Ops, S, O, Done extends readonly unknown[] = []> = Ops extends readonly [infer A extends AnyOp, ...infer Rest]
  ? A extends readonly ['optional', infer Option, infer Op]
    ? OptionOf<G, O, Option> extends true
      ? VariedValues<G, Rest, S, O, [...Done, Value<G, Op, S, O>]>
      : OptionOf<G, O, Option> extends false | undefined
        ? VariedValues<G, Rest, S, O, Done>
        : Shape
    : A extends readonly ['each', infer Option]
      ? OptionOf<G, O, Option> extends infer V
        ? number extends (V extends readonly unknown[] ? V['length'] : 0)
          ? Shape
          : VariedValues<G, Rest, S, O, [...Done, ...Each<V, G['axes']>]>
        : never
      : VariedValues<G, Rest, S, O, [...Done, Value<G, A, S, O>]>
  : Done

type FineVaried<G extends AnyCompiled, O, S, T extends readonly unknown[]> = [T[number] & Refusal] extends [never] ? T : Explained<G, O, S, Values<G, G['ops'], S, O>>

// A layer that returns its states has several outputs.
type WithStates<G extends AnyCompiled, O, S, Main> = G['states'] extends readonly []
  ? Main
  : Main extends Refusal
    ? Main
    : OptionOf<G, O, 'returnState'> extends infer R
      ? [R] extends [true]
        ? [Main, ...StateShapes<G, G['states'], S, O>]
        : [R] extends [false | undefined]
          ? Main
          : Shape
      : never

type StateShapes<G extends AnyCompiled, Ops extends readonly unknown[], S, O> = { -readonly [K in keyof Ops]: [Value<G, Ops[K], S, O>] }

// ---- several inputs: their axes in a row are one input, after a look at ranks and at words that stand twice

type Several<G extends AnyCompiled, O, S> = S extends readonly unknown[]
  ? S['length'] extends G['musts']['length']
    ? SeveralRanks<G, S, G['musts'], G['lengths']> extends infer Row
      ? Row extends readonly unknown[]
        ? number extends Row['length']
          ? Shape
          : TwiceCheck<G, Row, G['twice']> extends infer Wrong
            ? [Wrong] extends [never]
              ? Divided<G, O, Row, Fine<G, O, Row, Values<G, G['ops'], Row, O>>>
              : Wrong
            : never
        : Row
      : never
    : Say<'inputCount', { who: G['kind']; must: G['musts']['length']; was: S['length'] }>
  : never

type SeveralRanks<G extends AnyCompiled, S, Musts, Lengths, Row extends readonly unknown[] = []> = S extends readonly [infer A, ...infer Rest]
  ? A extends readonly unknown[]
    ? number extends A['length']
      ? Shape
      : Lengths extends readonly [infer N, ...infer Ns]
        ? Musts extends readonly [infer M, ...infer Ms]
          ? A['length'] extends N
            ? SeveralRanks<G, Rest, Ms, Ns, [...Row, ...A]>
            : Say<'inputRank', { who: G['kind']; must: M; was: ShowShape<A> }>
          : never
        : never
    : never
  : Row

type TwiceCheck<G extends AnyCompiled, Row, T> = T extends readonly [readonly [infer I, infer J, infer Axis], ...infer Rest]
  ? [AgreeDim<Row[I & keyof Row], Row[J & keyof Row]>] extends [never]
    ? Say<'sameAxis', { who: G['kind']; axis: Axis; first: ShowDim<Row[I & keyof Row]>; second: ShowDim<Row[J & keyof Row]> }>
    : TwiceCheck<G, Row, Rest>
  : never

// ---- names

/** Why a name won't do as the size of an axis that weights are sized by, or `never`. */
export type UnknownSize<G, S> = G extends { readonly sized: infer K; readonly axes: infer W; readonly form: infer F; readonly kind: infer Who }
  ? F extends 'last'
    ? S extends readonly [...unknown[], infer A]
      ? [K] extends [never] ? never : A extends string ? UnknownAxis<Who, W[0 & keyof W], A> : never
      : never
    : F extends 'several' ? never : FirstNamed<Who, W, S, K & keyof S & keyof W>
  : never

type FirstNamed<Who, W, S, K extends keyof S & keyof W> = K extends unknown ? (S[K] extends string ? UnknownAxis<Who, W[K], S[K]> : never) : never

type UnknownAxis<Who, Axis, Size> = Axis extends 'features' ? Say<'unknownLast', { who: Who; was: ShowDim<Size> }> : Say<'unknownAxis', { who: Who; axis: Axis; was: ShowDim<Size> }>

/** Every instruction's value. */
type Values<G extends AnyCompiled, Ops extends readonly unknown[], S, O> = { -readonly [K in keyof Ops]: Value<G, Ops[K], S, O> }

// Shapes of a rank that is only known at run time fit everywhere.
type WrongRank<G extends AnyCompiled, S> = S extends readonly unknown[]
  ? number extends S['length']
    ? Shape
    : Say<'inputRank', { who: G['kind']; must: G['must']; was: ShowShape<S> }>
  : Say<'inputRank', { who: G['kind']; must: G['must']; was: ShowShape<S> }>

// An intersection with the pattern of messages is never for every size: the cheapest look for a message among sizes.
type Fine<G extends AnyCompiled, O, S, T> = [T[G['checked'] & keyof T] & Refusal] extends [never] ? T : Explained<G, O, S, T>

type Explained<G extends AnyCompiled, O, S, T> = FirstRefusal<G, O, S, T, G['ops']> extends infer E ? ([E] extends [never] ? Unsure<T> : E) : never

// If two axes fail, the first speaks.
type FirstRefusal<G extends AnyCompiled, O, S, T, Ops> = T extends readonly [infer A, ...infer Rest]
  ? Ops extends readonly [infer Op extends AnyOp, ...infer Others]
    ? [A] extends [Refusal]
      ? RefusalByTag<G, Op, S, O>[Op[0] & keyof RefusalByTag<G, Op, S, O>]
      : FirstRefusal<G, O, S, Rest, Others>
    : never
  : never

// Of a union of sizes only some may fail: it may be right, and is checked at run time.
type Unsure<T> = { [K in keyof T]: [T[K] & Refusal] extends [never] ? T[K] : number }

// ---- weights

/** The shapes of a layer's weights by name, for a right input. */
export type ParamShapes<G extends AnyCompiled, O, S> = G['form'] extends 'several' ? ParamsOf<G, O, RowOf<S>> : ParamsOf<G, O, S>

type RowOf<S, Row extends readonly unknown[] = []> = S extends readonly [infer A extends readonly unknown[], ...infer Rest] ? RowOf<Rest, [...Row, ...A]> : Row

type ParamsOf<G extends AnyCompiled, O, S> = {
  readonly [N in keyof G['params'] as Present<G, O, G['params'][N]> extends false ? never : N]: ParamShape<G, O, S, G['params'][N]>
}

type Present<G extends AnyCompiled, O, P> = P extends { when: infer W extends string } ? OptionOf<G, O, W> : true

type ParamShape<G extends AnyCompiled, O, S, P> = P extends { ops: infer Ops }
  ? G['form'] extends 'last'
    ? S extends readonly [...unknown[], infer A]
      ? Param<G, Ops, [A], O>
      : Shape
    : G['form'] extends 'lastTwo'
      ? S extends readonly [...unknown[], infer A, infer B]
        ? Param<G, Ops, [A, B], O>
        : Shape
      : Param<G, Ops, S, O>
  : never

type Param<G extends AnyCompiled, Ops, S, O, Done extends readonly unknown[] = []> = Ops extends readonly [infer A, ...infer Rest]
  ? A extends readonly ['each', infer Option]
    ? Param<G, Rest, S, O, [...Done, ...Each<OptionOf<G, O, Option>, G['axes']>]>
    : Param<G, Rest, S, O, [...Done, Value<G, A, S, O>]>
  : Done

// One axis for each window; a layer of windows has an axis for each, and one of channels (and one of time, which has no window).
type Each<V, Axes> = V extends readonly number[] ? V : V extends number ? EachOf<V, Axes> : number[]
type EachOf<V, Axes> = Axes extends readonly ['time', ...infer Rest] ? EachOf<V, Rest> : Axes extends readonly [unknown, unknown, unknown, unknown] ? [V, V, V] : Axes extends readonly [unknown, unknown, unknown] ? [V, V] : [V]
