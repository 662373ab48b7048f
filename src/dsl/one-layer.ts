import { refuse, type Say } from '../types/message.js'
import type { SureStep } from './chain.js'
import { type AnyValue, type Described, describe } from './data/check.js'
import { type AnyLayer, isLayer, type RuleOf } from './layer.js'

/** The layer that a function takes, or the sentence why it is none. */
export type OneLayer<Who, B> = [B] extends [AnyLayer] ? B : NoLayer<Who, B>[[B] extends [AnyLayer] ? string : 'wrong']

// A table: where a helper is generic in the layer, its key is any text. An interface: its sentence is made when it is asked for.
interface NoLayer<Who, B> {
  [right: string]: AnyValue
  wrong: unknown extends B ? AnyValue : Say<'oneLayer', { who: Who; was: Described<B> }>
}

/** The output of the layer. What is none has been refused where it was given: nothing else lights up. */
export type LayerOutput<B, S> = [RuleOf<B>] extends [never]
  ? // biome-ignore lint/suspicious/noExplicitAny: see above
    any
  : SureStep<B, S>

/** Run-time twin of {@link OneLayer}. */
export function checkOneLayer(who: string, layer: unknown): asserts layer is AnyLayer {
  if (!isLayer(layer)) refuse('oneLayer', { who, was: describe(layer) })
}
