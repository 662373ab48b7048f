import { refuse, type Say } from './message.js'
import { type Dim, type Shape, type ShowDim, type ShowShape, showDim, showShape } from './shape.js'
import type { IsUnion } from './union.js'

/*
 * Ids as rows of zeros and ones, or of counts: one row for each id, or one for all ids of the last axis.
 */

/** How ids are written. */
export type EncodingMode = 'oneHot' | 'multiHot' | 'count'

/** The shape of ids in rows of `N`, or a refusal. Which axes there are may be the run's to know. */
export type Encoded<Who, S, N, Mode> = S extends readonly unknown[]
  ? true extends IsUnion<Mode> ? Shape
  : number extends S['length'] ? Shape
  : Mode extends 'oneHot' ? OneHot<Who, S, N>
  : S extends readonly [...infer Lead, unknown] ? [...Lead, N]
  : Say<'inputRank', { who: Who; must: '[..., tokens]'; was: ShowShape<S> }>
  : never

// An axis of size 1 is replaced, any other stays; of several sizes one may be 1.
type OneHot<Who, S extends readonly unknown[], N> = S extends readonly [...infer Lead, infer D]
  ? number extends D ? Shape
  : 1 extends D ? ([D] extends [1] ? [...Lead, N] : Shape)
  : [D & string] extends [never] ? [...Lead, D, N]
  : [D] extends [string] ? Say<'oneHotAxis', { who: Who; was: ShowDim<D> }> : Shape
  : [N]

/** Run-time twin of {@link Encoded}. */
export function encoded(who: string, shape: Shape, tokens: number, mode: EncodingMode): Dim[] {
  const last = shape.at(-1)
  if (mode !== 'oneHot') return last === undefined ? refuse('inputRank', { who, must: '[..., tokens]', was: showShape(shape) }) : [...shape.slice(0, -1), tokens]
  if (typeof last === 'string') refuse('oneHotAxis', { who, was: showDim(last) })
  return last === 1 ? [...shape.slice(0, -1), tokens] : [...shape, tokens]
}
