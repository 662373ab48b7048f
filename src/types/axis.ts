import { refuse, type Say } from './message.js'
import { type Shape, type ShowShape, showShape } from './shape.js'
import type { Subtract } from './whole.js'

/*
 * Axes of a sample by number: from 0, or from -1 at the end. The batch is none of them.
 */

/** The place of an axis in a shape as a text, `'2'`, or `never`; `string` where the axis is known only at run time. */
export type AxisAt<S extends readonly unknown[], A> =
  IsOneNumber<A> extends false ? string
  : `${A & number}` extends `-${infer N extends number}`
    ? FromEnd<S['length'], N> extends infer K ? ([K] extends [never] ? never : `${K & number}` & keyof S) : never
    : `${A & number}` & keyof S

type FromEnd<Rank extends number, N extends number> = `${N}` extends `${string}.${string}` ? never : Subtract<Rank, N>

/** Whether a type is one number, and neither `number`, a union, `undefined` nor anything else. */
export type IsOneNumber<A, B = A> = [A] extends [never] ? false : A extends number ? (number extends A ? false : [B] extends [A] ? true : false) : false

/** Why an axis is none. */
export type AxisRefusal<Who, Option extends string, S, A> = Say<'axisRange', { who: Who; option: Option; shape: ShowShape<S>; was: A }>

/** Run-time twin of {@link AxisAt}: the axis counted from 0. */
export function axisAt(who: string, option: string, shape: Shape, axis: number): number {
  const at = axis < 0 ? shape.length + axis : axis
  if (!Number.isInteger(at) || at < 0 || at >= shape.length) refuse('axisRange', { who, option, shape: showShape(shape), was: axis })
  return at
}
