import type { OneOf, Say } from '../types/message.js'
import type { ShowShape } from '../types/shape.js'
import type { AnyValue, Described } from './data/check.js'
import type { AnySymbolic, SymbolicTensor } from './symbolic.js'

/*
 * Lists of symbolic tensors: those that merges take, and those that layers of several outputs give.
 */

/** Shapes of a list of symbolic tensors; of one whose length only the run knows, of 2 or more that are alike. */
export type ShapesOf<X> = number extends X['length' & keyof X]
  ? AtLeastTwo<X[number & keyof X]['shape' & keyof X[number & keyof X]]>
  : { -readonly [K in keyof X]: X[K]['shape' & keyof X[K]] }

/** Two or more that are alike. */
export type AtLeastTwo<S> = [S, S, ...S[]]

/**
 * Why a merge does not take `X`: what is no list of tensors is told before anything about their shapes, which is `E`. Behind an `infer`,
 * which may be anything: else the compiler works out at each call what all of this may be.
 */
export type MergeMistake<G, X, E> = MistakeIn<G, X, E> extends infer One ? One : never

type MistakeIn<G, X, E> = unknown extends X
  ? AnyValue
  : X extends readonly unknown[]
    ? [X[number]] extends [AnySymbolic]
      ? X extends readonly [] | readonly [unknown]
        ? Say<'twoInputs', { who: KindOf<G>; was: `an array of ${X['length']}` }>
        : OneOf<E>
      : { [K in keyof X]: X[K] extends AnySymbolic ? X[K] : Say<'oneInput', { who: KindOf<G>; was: Described<X[K]> }> }
    : Say<'twoInputs', { who: KindOf<G>; was: X extends AnySymbolic ? ShowShape<X['shape']> : Described<X> }>

/** What a layer is called on: a constraint that nearly anything meets, so that what has no shape is told with a sentence. */
export interface Given {
  // biome-ignore lint/suspicious/noExplicitAny: of any shape
  readonly shape?: any
  // biome-ignore lint/suspicious/noExplicitAny: after any layer
  readonly last?: any
  // Data and the engine's tensors have shapes, too.
  readonly values?: (() => unknown) | undefined
  readonly dataId?: undefined
  toString(): string
}

/** Why a layer does not take what has no shape; a tensor of which nothing is known has one. */
export type NotOneTensor<G, X> = (
  [X] extends [AnySymbolic]
    ? X
    : Say<'oneInput', { who: KindOf<G>; was: [AnySymbolic] extends [X] ? 'something else' : Described<X> }>
) extends infer One
  ? One
  : never

type KindOf<G> = G extends { readonly kind: infer K extends string } ? K : never

/** Tensors of a list of shapes. A union of lists where only the run knows how many there are. */
export type Tensors<L, Past> = 0 extends 1 & L
  ? L
  : L extends readonly [infer A]
    ? SymbolicTensor<A, 'unknown', Past>
    : { -readonly [K in keyof L]: SymbolicTensor<L[K], 'unknown', Past> }
