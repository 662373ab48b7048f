import type { OneOf, Refusal, Say } from '../types/message.js'
import type { ShowDim } from '../types/shape.js'
import type { NotCount } from '../types/whole.js'
import type { NumbersIn } from './exact-numbers.js'
import type { Told } from './lists.js'

/**
 * Options that have no property but those of `P`. A bare `const O extends P` lets a misspelt optional name through; this
 * keeps completion and the compiler's own "did you mean". Layers whose shape or last activation follows from options that may be
 * left out have these as their options: what a misspelt one makes of it is not known, and nothing after it lights up.
 */
export type Exact<O, P> = keyof O extends keyof P ? O : P

/**
 * {@link Exact} of a layer: its name, if one is given, may be one; or the refusal stands on it. Of `'a/b' | 'c'` one may be.
 * (`Same` is O by another name: a conditional that asks for what it gives takes no generic argument.)
 */
export type ExactNamed<O, P, Who, Same = O> = keyof O extends keyof P ? (Same extends Misnamed ? Renamed<O, Who> : O) : P

/** `Right`, unless the name among the options O may be none. With {@link Exact} it costs less than the above where that is asked for, too. */
export type NamedAs<O, Who, Right, Same = O> = Same extends Misnamed ? Renamed<O, Who> : Right

/** What no layer may be called: names are parts of the paths of weights. */
export interface Misnamed {
  readonly name: '' | `${string}/${string}`
}

// An interface, so that its sentence is not made before it is asked for.
interface Renamed<O, Who> {
  readonly [option: string]: unknown
  readonly name: Name<O, Who> | (O['name' & keyof O] & undefined)
}

/** What the name among the options must be. A table, see below: its key may be any text in a generic helper. */
export type Name<O, Who> = NameTable<O, Who>[[O] extends [Misnamed] ? 'wrong' : string]

interface NameTable<O, Who> {
  [right: string]: string
  wrong: Say<'name', { who: Who; was: ShowDim<O['name' & keyof O]> }>
}

/**
 * {@link Exact} of options that may all be left out. Without options O is `{}`, of which an editor has nothing to offer: it is
 * shown `P` instead.
 */
export type ExactIfGiven<O, P, Who> = {} extends O ? P : NamedAs<O, Who, Exact<O, P>>

/**
 * {@link Exact} of options of which some are lists, and must be given: O is constrained to `P & Unfit`, which it is where nothing
 * that fits was found. Then a sentence stands on the list that does not fit; `W` is what was given, inferred without a constraint.
 */
export type ExactLists<O, P, Who, W> = keyof O extends keyof P ? O : Told<P, Who, W>

/** {@link ExactIfGiven} with a sentence on the list that does not fit: where nothing that fits was found, O is `P`. */
export type ExactListsIfGiven<O, P, Who, W> = {} extends O ? Told<P, Who, W> : NamedAs<O, Who, Exact<O, P>>

declare const unfit: unique symbol

/** No option of any layer. */
export interface Unfit {
  readonly [unfit]?: never
}

/** {@link Exact}, and the option `K` of the layer `Who` is a whole number of at least 1. */
export type ExactCount<O, P, Who, K extends keyof P> = CountIn<O, Exact<O, P>, Who, K>

/**
 * The options `E`, of which `K` of the layer `Who`, which must be given, is no literal but a whole number of at least 1; or the
 * refusal stands on it. Of `0 | 8` one may be right, and any `number` may: those are checked at run time.
 */
// NamedAs written out, which most layers have: it saves 2 instantiations a layer.
export type CountIn<O, E, Who, K extends PropertyKey, Same = O> = Same extends Misnamed
  ? Renamed<O, Who>
  : [`${E[K & keyof E] & number}`] extends [NotCount]
    ? Refused<E[K & keyof E], Who, K>
    : E

// Open to other options. A mapped type over O would cost 9 instantiations more at every right call, too: the compiler looks at
// all that the literal may be meant to be.
type Refused<V, Who, K extends PropertyKey> = {
  readonly [N in K]: CountTable<Say<'count', { who: Who; option: K; was: 0 extends V ? 0 : V }>>[`${V & number}`]
} & { readonly [option: string]: unknown }

/** {@link ExactCount} for several options, which may be left out. */
export type ExactCounts<O, P, Who, K extends keyof P> = CountsIn<O, Exact<O, P>, Who, K>

/** {@link CountIn} for several options, which may be left out. */
export type CountsIn<O, E, Who, K extends PropertyKey> = NamedAs<O, Who, NumbersIn<E, Who, { readonly [N in K]: 'count' }>>

/**
 * A table rather than a conditional: inside a generic helper, where `filters` is still some `F extends number`, a conditional
 * would take no argument, but what a table gives at `F` is all that it gives at any `number`.
 */
export interface CountTable<Refused extends Refusal> {
  [number: `${number}`]: number | Refusal
  [wrong: Exclude<NotCount, '0'>]: Refused
  0: Refused
}
