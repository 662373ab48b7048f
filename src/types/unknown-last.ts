import { refuse, type Say } from './message.js'
import { split } from './named.js'
import { type ShowDim, showDim } from './shape.js'
import type { Split } from './texts.js'

/*
 * A name in the place of the last axis, where weights are sized by it, and what mends it: a product comes from `flatten`, and has a
 * name for each axis that a pooling would take, with the number of channels behind them, or before one alone.
 */

/** Why the name won't do. */
export type UnknownLast<Who, D extends string> = Say<'unknownLast', { who: Who; was: ShowDim<D>; mend: Mend<Split<D, '*'>> }>

type Mend<Factors> = Factors extends readonly [`${number}`, string]
  ? 'a number, or globalAveragePooling1d() instead of flatten()'
  : Factors extends readonly [string, string] | readonly [string, string, `${number}`]
    ? 'globalAveragePooling2d() instead of flatten()'
    : Factors extends readonly [string, string, string] | readonly [string, string, string, `${number}`]
      ? 'globalAveragePooling3d() instead of flatten()'
      : 'a number'

/** Run-time twin of {@link UnknownLast}; throws. */
export function refuseUnknownLast(who: string, name: string): never {
  return refuse('unknownLast', { who, was: showDim(name), mend: mendOf(split(name, '*')) })
}

function mendOf(factors: readonly string[]): string {
  const isNumber = (factor: string | undefined) => !Number.isNaN(Number(factor))
  if (factors.length === 2 && isNumber(factors[0])) return 'a number, or globalAveragePooling1d() instead of flatten()'
  const axes = factors.length - (isNumber(factors.at(-1)) ? 1 : 0)
  return axes === 2 || axes === 3 ? `globalAveragePooling${axes}d() instead of flatten()` : 'a number'
}
