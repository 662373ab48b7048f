import { refuse, type Say, type Unless } from '../types/message.js'
import { type Described, describe } from './data/check.js'
import { type AnySymbolic, isSymbolic, type PastOf } from './symbolic.js'

/*
 * What a model goes from and to: one symbolic tensor, or several by name.
 */

/** One symbolic tensor, or several by name. */
export type Ends = AnySymbolic | { readonly [name: string]: AnySymbolic }

/** Shapes of one tensor, or of several by name. */
export type ShapesAt<E> = E extends AnySymbolic
  ? E['shape']
  : { readonly [N in keyof E]: E[N] extends AnySymbolic ? E[N]['shape'] : never }

/** Last activations of one tensor, or of several by name. */
export type LastsAt<E> = E extends AnySymbolic
  ? E['last']
  : { readonly [N in keyof E]: E[N] extends AnySymbolic ? E[N]['last'] : never }

/** The layers with weights behind one tensor, or behind several. */
export type PastAt<E> = E extends AnySymbolic ? PastOf<E> : PastOf<E[keyof E]>

/** The ends as they are given, or sentences on what is wrong with them; `Mistake` is one about all of the layers between. */
export type CheckEnds<E, Which extends 'inputs' | 'outputs', Mistake = never> = unknown extends E
  ? 0 extends 1 & E
    ? E
    : object
  : [E] extends [AnySymbolic]
    ? Unless<Mistake, E>
    : E extends readonly unknown[] | ((...args: never[]) => unknown)
      ? WrongEnds<E, Which>
      : E extends object
        ? [keyof E] extends [never]
          ? Say<'noEnds', { which: Which }>
          : [BadNames<E, Which>] extends [never]
            ? Unless<Mistake, E>
            : { readonly [N in keyof E]: N extends BadNames<E, Which> ? BadEnd<E[N], N, Which> : E[N] }
        : WrongEnds<E, Which>

type WrongEnds<E, Which> = Say<'modelEnds', { which: Which; was: Described<E> }>

type BadNames<E, Which> = {
  [N in keyof E]: E[N] extends AnySymbolic ? (N extends (Which extends 'outputs' ? Reserved : never) ? N : never) : N
}[keyof E]

type BadEnd<X, N, Which extends string> = X extends AnySymbolic
  ? Say<'outputName', { was: N }>
  : Say<'modelEnd', { which: `${Which}.${N & string}`; was: Described<X> }>

// Keys of validation in the history.
type Reserved = 'val' | `val_${string}`

/** Run-time twin of {@link CheckEnds}. */
export function checkEnds(ends: unknown, which: 'inputs' | 'outputs'): asserts ends is Ends {
  if (isSymbolic(ends)) return
  if (typeof ends !== 'object' || ends === null || Array.isArray(ends)) refuse('modelEnds', { which, was: describe(ends) })
  const names = Object.entries(ends)
  if (names.length === 0) refuse('noEnds', { which })
  for (const [name, end] of names) {
    if (!isSymbolic(end)) refuse('modelEnd', { which: `${which}.${name}`, was: describe(end) })
    if (which === 'outputs' && /^val(_|$)/.test(name)) refuse('outputName', { was: name })
  }
}
