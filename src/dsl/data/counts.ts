// How many samples there are: as many in all inputs and outputs. What is only known at run time is checked there.
import { refuse, type Say } from '../../types/message.js'
import type { Least, Most } from '../../types/order.js'
import type { IsAny } from '../../types/shape.js'
import type { IsUnion } from '../../types/union.js'
import type {} from './ends.js'
import type { IsData, NDArray } from './ndarray.js'

type CountOf<D> = D extends { readonly shape: readonly [infer N extends number, ...number[]] }
  ? number extends N
    ? never
    : N
  : never

/** The counts of samples that are known of data, or of data by name: `never` where none is, a union where they differ. */
export type CountsOf<X> =
  IsAny<X> extends true ? never : IsData<X> extends true ? CountOf<X> : { [N in keyof X]: CountOf<X[N]> }[keyof X]

/** The one count of samples, or `number`. */
export type SamplesOf<X> = [CountsOf<X>] extends [never] ? number : IsUnion<CountsOf<X>> extends true ? number : CountsOf<X>

/** Checks that data by name has one count of samples; the message, or `'fine'`. */
export type CheckCounts<Who extends string, Option extends string, X> =
  IsUnion<CountsOf<X>> extends true
    ? Say<'sampleCounts', { who: Who; option: Option; least: Least<CountsOf<X>>; most: Most<CountsOf<X>> }>
    : 'fine'

/** Run-time twin of {@link CheckCounts}: throws the same sentence, or returns the count. */
export function checkCounts(who: string, option: string, data: readonly { readonly shape: readonly number[] }[]): number {
  const counts = data.map(({ shape }) => shape[0] as number)
  const [least, most] = [Math.min(...counts), Math.max(...counts)]
  if (least !== most) refuse('sampleCounts', { who, option, least, most })
  return least
}

/** Checks that `y` has as many samples as `x`, whose known counts are `Count`; the message, or `'fine'`. */
export type CheckSameCount<Who extends string, Count, Y> = [Count] extends [never]
  ? 'fine'
  : IsUnion<Count> extends true
    ? 'fine'
    : [CountOf<Y>] extends [Count]
      ? 'fine'
      : Say<'sampleCount', { who: Who; x: Count; y: CountOf<Y> }>

/** Run-time twin of {@link CheckSameCount}: throws the same sentence. */
export function checkSameCount(who: string, x: number, y: NDArray): void {
  if (y.shape[0] !== x) refuse('sampleCount', { who, x, y: y.shape[0] as number })
}
