import { refuse, type Say } from './message.js'
import { split } from './named.js'
import { type ShowDim, showDim } from './shape.js'
import type { Split } from './texts.js'

/* A name in the place of the last axis, where weights are sized by it, and what mends it: a product comes from `flatten`. */

/** Why the name won't do. */
export type UnknownLast<Who, D extends string> = Say<'unknownLast', { who: Who; was: ShowDim<D>; mend: Mend<Split<D, '*'>> }>

type Mend<Factors> = Factors extends readonly [string]
  ? 'a number'
  : Factors extends readonly [`${number}`, string]
    ? 'a number, or globalAveragePooling1d() instead of flatten()'
    : 'globalAveragePooling2d() instead of flatten()'

/** Run-time twin of {@link UnknownLast}; throws. */
export function refuseUnknownLast(who: string, name: string): never {
  const factors = split(name, '*')
  const ofSteps = factors.length === 2 && !Number.isNaN(Number(factors[0]))
  const pooled = ofSteps ? 'a number, or globalAveragePooling1d() instead of flatten()' : 'globalAveragePooling2d() instead of flatten()'
  return refuse('unknownLast', { who, was: showDim(name), mend: factors.length === 1 ? 'a number' : pooled })
}
