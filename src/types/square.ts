import type { AgreeDim } from './agree.js'
import { type Refusal, refuse, type Say } from './message.js'
import { type Dim, type ShowShape, showShape } from './shape.js'
import type { IsNotCount } from './whole.js'

/** `Out`, unless the weight of a name, which begins as the identity, has rows and columns that are not as many. */
export type Square<Who, Name extends string, W, Out> = [Out] extends [Refusal] ? Out
  : W extends { readonly [N in Name]: readonly [infer A, infer B] }
    // A count that is none has been refused where it was given.
    ? true extends IsNotCount<A & number> | IsNotCount<B & number> ? Out
    : [AgreeDim<A, B>] extends [never] ? Say<'notSquare', { who: Who; weight: Name; was: ShowShape<[A, B]> }> : Out
  : Out

/** Run-time twin of {@link Square}. */
export function square(who: string, weight: string, [rows, columns]: readonly Dim[]): void {
  if (rows !== columns) refuse('notSquare', { who, weight, was: showShape([rows as Dim, columns as Dim]) })
}
