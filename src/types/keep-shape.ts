import { type ShowApart, showApart } from './apart.js'
import { refuse, type Say } from './message.js'
import { type Shape, type ShowDim, showDim } from './shape.js'

/* The sentence for layers that must keep the shape and do not, with the advice that fits what they change. */

/** The shape `S` must be kept, and was `Out`. */
export type NotKept<S, Out> = Say<'keepShape', { must: ShowApart<S, Out>; was: ShowApart<Out, S>; mend: Mend<S, Out> }>

type Mend<S, Out> = S extends readonly [...infer A, infer C]
  ? Out extends readonly [...infer B, unknown]
    ? A['length'] extends B['length']
      ? true extends IsWithin<A, B> | IsWithin<B, A>
        ? A extends readonly []
          ? `use as many units as features: ${ShowDim<C>}`
          : `use as many filters or units as channels: ${ShowDim<C>}`
        : Mends['window']
      : Mends['axes']
    : Mends['axes']
  : Mends['axes']

type IsWithin<A, B> = A extends B ? true : false

const mends = {
  axes: 'leave out what changes the number of axes',
  window: "use padding: 'same' and as many filters as channels",
} as const
type Mends = typeof mends

/** Run-time twin of {@link NotKept}. */
export function refuseShape(must: Shape, was: Shape): never {
  return refuse('keepShape', { must: showApart(must, was), was: showApart(was, must), mend: mendOf(must, was) })
}

function mendOf(must: Shape, was: Shape): string {
  if (must.length !== was.length || must.length === 0) return mends.axes
  if (must.slice(0, -1).some((size, axis) => size !== was[axis])) return mends.window
  return `use as many ${must.length === 1 ? 'units as features' : 'filters or units as channels'}: ${showDim(must.at(-1) as number)}`
}
