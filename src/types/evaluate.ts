import type { Divided } from './divides.js'
import type { Refusal, Say } from './message.js'
import type { AnyOp } from './signature.js'
import type { OptionOf, Value, UsualWindowAt, ValueByTag, WindowAt, WindowRefusalAt } from './values.js'
import type { Product } from './product.js'
import type { Shape, ShowShape } from './shape.js'

/** What the types read of a compiled signature. */
export interface AnyCompiled {
  readonly form: 'kept' | 'product' | 'fixed' | 'divided' | 'image' | 'last' | 'lastTwo'
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
  fixed: G extends AnyCompiled ? Fixed<G, O, S> : never
  /** The same, with options that must divide. */
  divided: G extends AnyCompiled ? Divided<G, O, S, Fixed<G, O, S>> : never
  /** Two windows and one more word. */
  image: G extends AnyCompiled ? ([keyof O & G['rare']] extends [never] ? UsualImage<G, O, S> : Divided<G, O, S, Image<G, O, S>>) : never
  /** `'... features -> ... units'` */
  last: G extends AnyCompiled ? Last<G, O, S> : never
  /** `'... rows columns -> ...'` */
  lastTwo: G extends AnyCompiled ? LastTwo<G, O, S> : never
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

type Last<G extends AnyCompiled, O, S> = S extends readonly [...infer Lead, infer A] ? [...Lead, ...Values<G, G['ops'], [A], O>] : WrongRank<G, S>

type LastTwo<G extends AnyCompiled, O, S> = S extends readonly [...infer Lead, infer A, infer B] ? [...Lead, ...Values<G, G['ops'], [A, B], O>] : WrongRank<G, S>

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
      ? WindowRefusalAt<G, Op, S, O>
      : FirstRefusal<G, O, S, Rest, Others>
    : never
  : never

// Of a union of sizes only some may fail: it may be right, and is checked at run time.
type Unsure<T> = { [K in keyof T]: [T[K] & Refusal] extends [never] ? T[K] : number }

// ---- weights

/** The shapes of a layer's weights by name, for a right input. */
export type ParamShapes<G extends AnyCompiled, O, S> = {
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
    ? Param<G, Rest, S, O, [...Done, ...Each<OptionOf<G, O, Option>, G['checked']>]>
    : Param<G, Rest, S, O, [...Done, Value<G, A, S, O>]>
  : Done

// One axis for each window; windows stand first in an output, so their indices count them.
type Each<V, Checked> = V extends readonly number[] ? V : V extends number ? EachOf<V, Checked> : number[]
type EachOf<V, Checked> = '2' extends Checked ? [V, V, V] : '1' extends Checked ? [V, V] : [V]
