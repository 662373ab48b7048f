import { type Refusal, type Say, ShapeError, say } from '../../types/message.js'
import type { IsAny } from '../../types/shape.js'
import type { IsUnion } from '../../types/union.js'
import type {} from '../data/ends.js'
import type { LossDescription, NameOfLoss, ReadsLogits } from './losses.js'
import { type Form, type LossName, type LossRules, type lossList, ruleOf } from './rules.js'

// ---- the end of a model: what a loss sees of it

/** Units of the last axis: a literal, or `number` where only the run knows (names included); 0 for an output without axes. */
export type UnitsOf<Output> = Output extends readonly [...unknown[], infer U]
  ? U extends number
    ? U
    : number
  : Output extends readonly []
    ? 0
    : number

/** Run-time twin of {@link UnitsOf}; undefined where the size is only a name. */
export function unitsOf(output: readonly (number | string)[]): number | undefined {
  const last = output.length === 0 ? 0 : output.at(-1)
  return typeof last === 'number' ? last : undefined
}

// ---- the activation

type FormOf<Name extends LossName, Logits> = Logits extends true
  ? LossRules[Name] extends { readonly logits: infer F }
    ? F
    : LossRules[Name]['plain']
  : LossRules[Name]['plain']

type Permitted<F, Allowed> = F extends { readonly permits: infer P }
  ? { [A in keyof P]: P[A] extends Allowed ? A : never }[keyof P]
  : never

type Illegal<F, Last, Allowed> = F extends { readonly rule: infer Rule; readonly activations: readonly (infer A)[] }
  ? Rule extends 'only'
    ? Exclude<Last, A | 'unknown'>
    : Exclude<Extract<Last, A>, Permitted<F, Allowed>>
  : never

// Legal if any of its possibilities is: a union means that only the run knows.
type Passes<F, Last, Allowed> = [Last] extends [Illegal<F, Last, Allowed>] ? false : true

type MendOf<F, Last, Single> = Single extends true
  ? F extends { readonly mendSingle: infer M }
    ? Pick1<M, Last>
    : MendOf<F, Last, false>
  : F extends { readonly mend: infer M }
    ? Pick1<M, Last>
    : never

type Pick1<M, Last> = Last extends keyof M ? M[Last] : M extends { readonly other: infer O } ? O : never

type RefuseActivation<Name extends LossName, Logits, Last, Units> =
  FormOf<Name, Logits> extends infer F extends { readonly must: string }
    ? Say<
        'lossActivation',
        {
          who: Name
          form: Logits extends true ? 'with fromLogits ' : ''
          must: F['must']
          was: `'${Last & string}'`
          mend: MendOf<F, Last, SingleUnit<Units>>
        }
      >
    : never

type SingleUnit<Units> = [Units] extends [1] ? true : false

// Nothing makes sense of a softmax over a single unit: no permission is for that.
type AllowedFor<Units, Allowed> = SingleUnit<Units> extends true ? never : Allowed

// ---- the units

// leastUnits is 1 or 2, and units are at least 1 wherever a layer made them: too few is a short list.
type TooFew<Name extends LossName, Units> = number extends Units
  ? false
  : LossRules[Name]['leastUnits'] extends 2
    ? Units extends 0 | 1
      ? true
      : false
    : Units extends 0
      ? true
      : false

type RefuseUnits<Name extends LossName, Units> = Say<
  'lossUnits',
  { who: Name; must: LossRules[Name]['leastUnits']; was: Units; mend: LossRules[Name]['mendUnits'] }
>

// ---- both

type CheckKnown<Name extends LossName, Logits, Output, Last, Allowed> =
  Passes<FormOf<Name, Logits>, Last, AllowedFor<UnitsOf<Output>, Allowed>> extends false
    ? RefuseActivation<Name, Logits, Last, UnitsOf<Output>>
    : TooFew<Name, UnitsOf<Output>> extends true
      ? RefuseUnits<Name, UnitsOf<Output>>
      : Fine

/** What a check answers when there is nothing to say. */
export type Fine = 'fine'

// A loss that only the run knows is fine; a text that is the name of none is not.
type RefuseName<L> = [L] extends [string]
  ? [L] extends [LossName]
    ? Fine
    : Say<'lossName', { who: 'compile'; must: `among ${typeof lossList}`; was: `'${L}'` }>
  : Fine

/**
 * Checks a loss against the end of a model; the message, or {@link Fine}. `any` anywhere is a mistake that was already
 * reported; a loss or a choice of logits that only the run knows is left to the run.
 */
export type CheckLoss<Output, Last, L, Allowed> =
  IsAny<Output> extends true
    ? Fine
    : IsAny<Last> extends true
      ? Fine
      : IsAny<L> extends true
        ? Fine
        : IsUnion<NameOfLoss<L>> extends true
          ? RefuseName<L>
          : boolean extends ReadsLogits<L>
            ? Fine
            : CheckKnown<NameOfLoss<L>, ReadsLogits<L>, Output, Last, Allowed>

/** True for a message. */
export type IsRefusal<T> = [T] extends [Refusal] ? true : false

function isLegal(form: Form, last: string, allowed: readonly string[]): boolean {
  if (last === 'unknown' || form.activations.includes(last) === (form.rule === 'only')) return true
  const permit = form.permits?.[last]
  return permit !== undefined && allowed.includes(permit)
}

/** The form of a loss that reads what it is given: logits, or what the activation makes. */
export function formOf(loss: LossDescription): Form {
  const rule = ruleOf(loss.loss)
  return (loss.fromLogits ? rule.logits : undefined) ?? rule.plain
}

/** Run-time twin of {@link CheckLoss}: the same sentence, or undefined. */
export function lossMistake(
  output: readonly (number | string)[],
  last: string,
  loss: LossDescription,
  allowed: readonly string[] = [],
): string | undefined {
  const who = loss.loss
  const rule = ruleOf(who)
  const form = formOf(loss)
  const units = unitsOf(output)
  if (!isLegal(form, last, units === 1 ? [] : allowed)) {
    const mends = (units === 1 ? form.mendSingle : undefined) ?? form.mend
    const mend = mends[last] ?? mends.other
    return say('lossActivation', {
      who,
      form: loss.fromLogits ? 'with fromLogits ' : '',
      must: form.must,
      was: `'${last}'`,
      mend,
    })
  }
  if (units === undefined || units >= rule.leastUnits) return undefined
  return say('lossUnits', { who, must: rule.leastUnits, was: units, mend: rule.mendUnits })
}

/** {@link lossMistake}, thrown. */
export function checkLoss(
  output: readonly (number | string)[],
  last: string,
  loss: LossDescription,
  allowed: readonly string[] = [],
): void {
  const mistake = lossMistake(output, last, loss, allowed)
  if (mistake !== undefined) throw new ShapeError(mistake)
}
