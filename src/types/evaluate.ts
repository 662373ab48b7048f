import type { Divided } from './divides.js'
import type { AnyOp } from './instructions.js'
import type { KernelFits } from './kernels.js'
import type { Refusal, Say } from './message.js'
import type { Next } from './next.js'
import type { Product } from './product.js'
import type { Shape, ShowDim, ShowShape } from './shape.js'
import type { UnknownLast } from './unknown-last.js'
import type { OptionOf, RefusalByTag, UsualWindow, Value, ValueByTag, WindowAt } from './values.js'
import type { AllInputs, RowOf, Several, Varied, VariedValues } from './varied.js'
import type { Window } from './window.js'

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
  readonly sizeOption: unknown
  readonly paddingOption: unknown
  readonly lastOption: unknown
  readonly tag: string
  readonly defaults: unknown
  readonly divides: unknown
  readonly params: unknown
  readonly sized: unknown
  readonly states: readonly unknown[]
  readonly musts: readonly unknown[]
  readonly lengths: readonly unknown[]
  readonly spare: unknown
  readonly twice: readonly unknown[]
}

/*
 * The output shape of a layer with compiled signature `G` and options `O` on an input of shape `S`, or a refusal. Dispatch by
 * property: an interface instantiates only the member that is asked for, a chain of conditionals all before it.
 */
export interface Outputs<G, O, S> {
  /** A type function, see `Computed`: `G` with its input and its options. */
  computed: (G & { readonly input: S; readonly options: O })['output' & keyof G]
  /** `'... -> ...'` */
  kept: S
  /** `'... -> (...)'` */
  product: [Product<S>]
  /** As many axes as words. */
  divided: G extends AnyCompiled ? Divided<G, O, S, Fixed<G, O, S>> : never
  /** Two windows and one more word. */
  image: G extends AnyCompiled ? ([keyof O & G['rare']] extends [never] ? UsualImage<G, O, S> : KernelFits<G, O, S, Divided<G, O, S, Image<G, O, S>>>) : never
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

// Without strides, dilation and groups, as most: no look at their defaults. Shapes are mutable tuples of three, which the compiler
// compares element by element (so `infer C`, though nothing reads it); any other kind costs 12 more.
// biome-ignore lint/correctness/noUnusedVariables: see above
type UsualImage<G extends AnyCompiled, O, S> = S extends [infer H, infer W, infer C]
  ? UsualWindows<G, O, S, H, W, OptionOf<G, O, G['sizeOption']>, OptionOf<G, O, G['paddingOption']>, G['lastOption'] extends string ? O[G['lastOption'] & keyof O] : ValueByTag<G, G['ops'][2], S, O>[G['ops'][2][0]]>
  : S extends readonly [unknown, unknown, unknown] ? UsualImage<G, O, [...S]> : WrongRank<G, S>

// One number for both axes, as most: nothing to pick, and equal axes are worked out once.
type UsualWindows<G extends AnyCompiled, O, S, H, W, Size, Padding, C> = Size | Padding extends number | string
  ? ScalarWindows<G, O, S, H, W, Size, Padding, C, G['tag'] extends 'pool' ? Size : 1, G['tag']>
  : FineImage<G, O, S, UsualWindow<G, '0', H, Size, Padding>, UsualWindow<G, '1', W, Size, Padding>, C>

type ScalarWindows<G extends AnyCompiled, O, S, H, W, Size, Padding, C, Strides, Tag> =
  FineImage<G, O, S, Window<H, Size, Strides, Padding, 1, Tag>, Window<W, Size, Strides, Padding, 1, Tag>, C>

type FineImage<G extends AnyCompiled, O, S, H, W, C> = [(H | W) & Refusal] extends [never] ? [H, W, C] : Explained<G, O, S, [H, W, C]>

// Options that must divide the last axis are checked as anywhere else. Shapes are mutable: the compiler lists all members of
// two tuples that it compares, but for equal ones, which a pattern that is readonly makes none of.
type Last<G extends AnyCompiled, O, S> = S extends [...infer Lead, infer A]
  ? [keyof O & G['rare']] extends [never]
    ? [...Lead, ...Values<G, G['ops'], [A], O>]
    : Onto<Lead, Divided<G, O, [A], Values<G, G['ops'], [A], O>>>
  : S extends readonly [unknown, ...unknown[]] ? (number extends S['length'] ? Shape : Last<G, O, [...S]>) : WrongRank<G, S>

type LastTwo<G extends AnyCompiled, O, S> = S extends readonly [...infer Lead, infer A, infer B]
  ? Onto<Lead, Divided<G, O, [A, B], Values<G, G['ops'], [A, B], O>>>
  : WrongRank<G, S>

type Onto<Lead extends readonly unknown[], T> = T extends readonly unknown[] ? [...Lead, ...T] : T

// ---- names

/** Why a name won't do as the size of an axis that weights are sized by, or `never`. */
export type UnknownSize<G, S> = G extends { readonly sized: infer K; readonly axes: infer W; readonly form: infer F; readonly kind: infer Who }
  ? F extends 'last'
    ? S extends readonly [...unknown[], infer A]
      ? [K] extends [never] ? never : A extends string ? UnknownLast<Who, A> : never
      : never
    : F extends 'several' ? (G extends AnyCompiled ? FirstNamed<Who, W, RowOf<AllInputs<G, S>>, K> : never)
    : FirstNamed<Who, W, S, K>
  : never

// The first of several speaks.
type FirstNamed<Who, W, S, K, I extends number = 0> = `${I}` extends keyof S & keyof W
  ? `${I}` extends K
    ? S[`${I}`] extends string ? Say<'unknownAxis', { who: Who; axis: W[`${I}`]; was: ShowDim<S[`${I}`]> }> : FirstNamed<Who, W, S, K, Next[I]>
    : FirstNamed<Who, W, S, K, Next[I]>
  : never

/** Every instruction's value. */
export type Values<G extends AnyCompiled, Ops extends readonly unknown[], S, O> = { -readonly [K in keyof Ops]: Value<G, Ops[K], S, O> }

/** Shapes of a rank that is only known at run time fit everywhere. */
export type WrongRank<G extends AnyCompiled, S> = S extends readonly unknown[]
  ? number extends S['length']
    ? Shape
    : Say<'inputRank', { who: G['kind']; must: G['must']; was: ShowShape<S> }>
  : Say<'inputRank', { who: G['kind']; must: G['must']; was: ShowShape<S> }>

// An intersection with the pattern of messages is never for every size: the cheapest look for a message among sizes.
type Fine<G extends AnyCompiled, O, S, T> = [T[G['checked'] & keyof T] & Refusal] extends [never] ? T : Explained<G, O, S, T>

type Explained<G extends AnyCompiled, O, S, T> = FirstRefusal<G, O, S, T, G['ops']> extends infer E ? ([E] extends [never] ? Unsure<T> : E) : never

/** If two axes fail, the first speaks. */
export type FirstRefusal<G extends AnyCompiled, O, S, T, Ops> = T extends readonly [infer A, ...infer Rest]
  ? Ops extends readonly [infer Op extends AnyOp, ...infer Others]
    ? [A] extends [never]
      ? FirstRefusal<G, O, S, Rest, Others>
    : [A] extends [Refusal]
      ? RefusalByTag<G, Op, S, O>[Op[0] & keyof RefusalByTag<G, Op, S, O>]
      : FirstRefusal<G, O, S, Rest, Others>
    : never
  : never

/** Of a union of sizes only some may fail: it may be right, and is checked at run time. */
export type Unsure<T> = { [K in keyof T]: [T[K] & Refusal] extends [never] ? T[K] : number }

// ---- weights

/** The shapes of a layer's weights by name, for a right input. */
export type ParamShapes<G extends AnyCompiled, O, S> = G['form'] extends 'several' ? ParamsOf<G, O, RowOf<AllInputs<G, S>>> : ParamsOf<G, O, S>

// A conditional, for editors print its result and not its name.
type ParamsOf<G extends AnyCompiled, O, S> = [G['params']] extends [infer P]
  ? {
      readonly [N in keyof P as Present<G, O, P[N]> extends false ? never : N]:
        | ParamShape<G, O, S, P[N]>
        // An option that only the run knows leaves it open whether the weight is there.
        | ([Present<G, O, P[N]>] extends [true] ? never : undefined)
    }
  : never

type Present<G extends AnyCompiled, O, P> = P extends { when: infer W extends string } ? OptionOf<G, O, W> : true

type ParamShape<G extends AnyCompiled, O, S, P> = P extends { ops: infer Ops }
  ? G['form'] extends 'last'
    ? S extends readonly [...unknown[], infer A]
      ? VariedValues<G, Ops, [A], O>
      : Shape
    : G['form'] extends 'lastTwo'
      ? S extends readonly [...unknown[], infer A, infer B]
        ? VariedValues<G, Ops, [A, B], O>
        : Shape
      : VariedValues<G, Ops, S, O>
  : never
