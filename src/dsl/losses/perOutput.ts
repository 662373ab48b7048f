// Losses and their weights where a model has several outputs by name: one loss for all of them, or one for each.
import { type Mark, refuse, type Say, ShapeError, say } from '../../types/message.js'
import type { IsAny } from '../../types/shape.js'
import type { IsUnion } from '../../types/union.js'
import { describe } from '../data/check.js'
import { allByName, type Checked, type End, type ExtraName, endsOf, type HasNames, optionAt, someByName } from '../data/ends.js'
import { type CheckLoss, checkLoss, type Fine, type IsRefusal, lossMistake } from './checkLoss.js'
import { type LossDescription, type LossLike, type NameOfLoss, toLoss } from './losses.js'
import type { LossName } from './rules.js'

/** One loss, or losses by the names of the outputs. */
export type Losses = LossLike | { readonly [output: string]: LossLike }

// Any text, yet editors go on offering the names.
type AnyText = string & {}

/** {@link Losses}, and texts that are no names: those are refused with a sentence. */
export type GivenLosses = Losses | AnyText | { readonly [output: string]: LossLike | AnyText }

/** What stands under a name, where things are by name at all. */
export type AtName<T, N> = IsAny<T> extends true ? T : N extends keyof T ? T[N] : never

type CheckAt<Output, Last, L, Allowed, N> = CheckLoss<AtName<Output, N>, AtName<Last, N>, L, Allowed>

type Failing<Output, Last, L, Allowed> = {
  [N in keyof Output]: IsRefusal<CheckAt<Output, Last, L, Allowed, N>> extends true ? N : never
}[keyof Output]

// Which of two comes first no type can say for sure: several outputs that refuse have a sentence of their own.
type CheckForAll<Output, Last, L, Allowed> =
  Failing<Output, Last, L, Allowed> extends infer N
    ? [N] extends [never]
      ? Fine
      : IsUnion<N> extends true
        ? Say<'lossForAll', { who: NameOfLoss<L> }>
        : CheckAt<Output, Last, L, Allowed, N> extends `${infer Sentence}${Mark}`
          ? Say<'lossAtOutput', { name: N; sentence: Sentence }>
          : never
    : never

/** The answer for one loss, of a model with one output or with several. */
type CheckOne<Output, Last, L, Allowed> = Output extends readonly unknown[]
  ? CheckLoss<Output, Last, L, Allowed>
  : CheckForAll<Output, Last, L, Allowed>

// Of the beginning of a name, the names that begin so: an editor that asks while it is being typed is not offered a sentence. L is not
// to be inferred from that.
type Answered<Check, L> = [L] extends [LossName | object] ? Checked<Check, L> : NoName<Check, NoInfer<L>>

type NoName<Check, L> = [Beginning<L>] extends [never] ? Check : Beginning<L>

type Beginning<L> = Extract<LossName, `${L & string}${string}`>

/** What `compile` takes as `loss`: as it was given, or the messages in the places of what is wrong. */
export type LossesFor<Output, Last, L, Allowed> =
  IsAny<Output> extends true
    ? L
    : [L] extends [LossLike | string]
      ? Answered<CheckOne<Output, Last, L, Allowed>, L>
      : Output extends readonly unknown[]
        ? LossLike
        : HasNames<Output, L> extends true
          ? {
              readonly [N in keyof L]: N extends keyof Output
                ? Answered<CheckAt<Output, Last, L[N], Allowed, N>, L[N]>
                : ExtraName<'compile', 'loss', 'output', N>
            }
          : { readonly [N in keyof Output]: LossLike }

// After a wrong loss nothing else lights up: its name is any from there on.
// biome-ignore lint/suspicious/noExplicitAny: quiet after a mistake
type NameUnless<Answer, L> = IsRefusal<Answer> extends true ? any : NameOfLoss<L>

/** The name of the loss, or the names by output; `any` where the loss was refused. */
export type LossNames<Output, Last, L, Allowed> =
  IsAny<Output> extends true
    ? Output
    : [L] extends [LossLike | string]
      ? NameUnless<CheckOne<Output, Last, L, Allowed>, L>
      : HasNames<Output, L> extends true
        ? { readonly [N in keyof L]: NameUnless<CheckAt<Output, Last, L[N], Allowed, N>, L[N]> }
        : // biome-ignore lint/suspicious/noExplicitAny: quiet after a mistake
          any

/** The name of the loss of one output. */
export type LossAt<Loss, N> =
  IsAny<Loss> extends true ? Loss : Loss extends string ? Loss : N extends keyof Loss ? Loss[N] : never

function isOneLoss(loss: unknown): loss is LossLike {
  if (typeof loss !== 'object' || loss === null) return true
  const { loss: name, fromLogits } = loss as { loss?: unknown; fromLogits?: unknown }
  return typeof name === 'string' && typeof fromLogits === 'boolean'
}

/**
 * Run-time twin of {@link LossesFor}: throws the same sentences. Returns the loss of each output.
 *
 * @param output the model's `outputShape`: a shape, or shapes by name
 * @param last its `lastActivation`, in the same form
 */
export function checkLosses(
  output: unknown,
  last: unknown,
  loss: unknown,
  allowed: readonly string[],
): readonly LossDescription[] {
  const ends = endsOf(output)
  const lastOf = ({ name }: End): string => (name === undefined ? last : (last as { [name: string]: unknown })[name]) as string
  if (ends[0]?.name === undefined || !isOneLoss(loss)) {
    const given = allByName({ who: 'compile', option: 'loss', ends: 'outputs', show: describe }, ends, loss)
    const losses = given.map((each) => toLoss(each as LossLike))
    for (const [at, end] of ends.entries()) checkLoss(end.shape, lastOf(end), losses[at] as LossDescription, allowed)
    return losses
  }
  const one = toLoss(loss)
  const mistakes = ends.flatMap((end) => {
    const sentence = lossMistake(end.shape, lastOf(end), one, allowed)
    return sentence === undefined ? [] : [say('lossAtOutput', { name: end.name as string, sentence })]
  })
  if (mistakes.length > 1) refuse('lossForAll', { who: one.loss })
  if (mistakes.length === 1) throw new ShapeError(mistakes[0])
  return ends.map(() => one)
}

// ---- weights of losses

/** Weights of losses by the names of outputs. */
export type Weights = { readonly [output: string]: number | undefined }

type CheckWeight<N, W> = number extends W
  ? W
  : `${W & number}` extends `-${string}`
    ? Say<'atLeastZero', { who: 'compile'; option: `lossWeights.${N & string}`; was: W & number }>
    : W

/** What `compile` takes as `lossWeights`: a number for some of the outputs, or the message in its place. */
export type WeightsFor<Output, W> =
  IsAny<Output> extends true
    ? W
    : Output extends readonly unknown[]
      ? Say<'lossWeightsOne', { who: 'compile' }>
      : // over the outputs' names, which an editor then offers
        { readonly [N in keyof Output]?: N extends keyof W ? CheckWeight<N, W[N]> : number }

/** Run-time twin of {@link WeightsFor}: throws the same sentences. Returns the weight of each output, 1 where none is given. */
export function checkWeights(output: unknown, weights: unknown): readonly number[] {
  const ends = endsOf(output)
  if (weights === undefined) return ends.map(() => 1)
  if (ends[0]?.name === undefined) refuse('lossWeightsOne', { who: 'compile' })
  const given = someByName({ who: 'compile', option: 'lossWeights', ends: 'outputs', show: describe }, ends, weights)
  return given.map((weight = 1, at) => {
    if (typeof weight === 'number' && Number.isFinite(weight) && weight >= 0) return weight
    return refuse('atLeastZero', { who: 'compile', option: optionAt('lossWeights', ends[at] as End), was: describe(weight) })
  })
}
