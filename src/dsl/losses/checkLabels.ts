import { type OneOf, refuse, type Say } from '../../types/message.js'
import type { IsAny } from '../../types/shape.js'
import { isLabels, type LabelKind, type ShowData, showData } from '../data/labels.js'
import type { NDArray } from '../data/ndarray.js'
import { type BatchOf, type ShowSizes, type SizesFit, showSizes, sizesMatch } from '../data/sizes.js'
import { type Fine, type UnitsOf, unitsOf } from './checkLoss.js'
import { type LossName, type LossRules, ruleOf } from './rules.js'

// ---- kind

type KindOf<Y> = Y extends { readonly kind: infer K extends LabelKind } ? K : 'values'

type Rule<Name extends LossName> = LossRules[Name]['labels']

type RefuseKind<Name extends LossName, Y, Kind> = Say<
  'labelKind',
  {
    who: Name
    must: Rule<Name>['must']
    was: ShowData<Kind extends LabelKind ? Y & { readonly kind: Kind } : Y>
    mend: Kind extends keyof Rule<Name>['mend'] ? Rule<Name>['mend'][Kind] : never
  }
>

// ---- classes: said before the shape, for the shape of one-hot rows differs only because the classes do

type ClassesOf<Y> = Y extends { readonly kind: 'ids' | 'oneHot'; readonly classes: infer C } ? C : number

type SameClasses<C, Units> = number extends C
  ? true
  : number extends Units
    ? true
    : [C] extends [Units]
      ? true
      : [Units] extends [C]
        ? true
        : false

// ---- shape

type AllButLast<S> = S extends readonly [...infer Rest, unknown] ? Rest : S

type LastIsOne<S> = S extends readonly [...infer Rest, unknown] ? [...Rest, 1] : S

/** The shape a loss wants of the labels of one sample. */
export type LabelShape<Name extends LossName, Output> = Rule<Name>['shape'] extends 'positions' ? AllButLast<Output> : Output

type ShapeOf<Y> = Y extends { readonly shape: infer S } ? S : readonly number[]

type FitsLabels<Name extends LossName, Output, S> =
  SizesFit<BatchOf<LabelShape<Name, Output>>, S> extends true
    ? true
    : // ids may keep a last axis of one, as Keras has it
      Rule<Name>['shape'] extends 'positions'
      ? SizesFit<BatchOf<LastIsOne<Output>>, S>
      : false

type RefuseShape<Name extends LossName, Output, Y> = Say<
  Name extends 'meanSquaredError' ? 'targetShape' : 'labelShape',
  { who: Name; must: ShowSizes<BatchOf<LabelShape<Name, Output>>>; was: ShowSizes<ShapeOf<Y>> }
>

/**
 * Checks labels or targets against the loss and the model's output; the message, or `'fine'`. Kind first, then the count of
 * classes, then the shape: the first thing wrong is usually the cause of the rest. Of several that labels may be one can be right,
 * which the run checks.
 */
export type CheckLabels<Name, Output, Y> =
  IsAny<Name> extends true ? Fine : IsAny<Output> extends true ? Fine : AnyFine<CheckEach<Name, Output, Y>>

type AnyFine<Answers> = Fine extends Answers ? Fine : OneOf<Answers>

type CheckEach<Name, Output, Y> = Name extends LossName
  ? Y extends unknown
    ? CheckKind<Name, Output, Y, KindOf<Y>>
    : never
  : Fine

type CheckKind<Name extends LossName, Output, Y, Kind> = Kind extends Rule<Name>['legal'][number]
  ? SameClasses<ClassesOf<Y>, UnitsOf<Output>> extends true
    ? FitsLabels<Name, Output, ShapeOf<Y>> extends true
      ? Fine
      : RefuseShape<Name, Output, Y>
    : Say<'labelClasses', { who: Name; must: UnitsOf<Output>; was: ClassesOf<Y> }>
  : RefuseKind<Name, Y, Kind>

function checkValues(who: LossName, values: Float32Array, classes: number): void {
  const { values: must } = ruleOf(who).labels
  if (must === 'any') return
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number
    if (value < 0 || value > 1) refuse('dataUnit', { who, was: value, index })
  }
  if (must === 'unit') return
  for (let row = 0; row < values.length; row += classes) {
    let sum = 0
    for (let index = row; index < row + classes; index++) sum += values[index] as number
    // Three digits, as written out in a file; a one that is off by more is not a distribution.
    if (Math.abs(sum - 1) > 1e-3) refuse('dataSum', { who, was: Number(sum.toPrecision(4)), index: row / classes })
  }
}

// A pass over all values is worth it once: data is immutable by contract, and the same data goes into many fits.
const checkedValues = new WeakMap<object, Set<LossName>>()

function checkValuesOnce(who: LossName, y: NDArray): void {
  const done = checkedValues.get(y) ?? new Set()
  if (done.has(who)) return
  checkValues(who, y.values as Float32Array, y.shape.at(-1) ?? 1)
  checkedValues.set(y, done.add(who))
}

/**
 * Run-time twin of {@link CheckLabels}: throws the same sentence, and looks at the values of plain ndarrays besides (a
 * distribution sums to 1, a probability is in 0..1).
 */
export function checkLabels(who: LossName, output: readonly (number | string)[], y: NDArray): void {
  const { labels: rule } = ruleOf(who)
  const kind = isLabels(y) ? y.kind : 'values'
  if (!rule.legal.includes(kind))
    refuse('labelKind', { who, must: rule.must, was: showData(y), mend: rule.mend[kind] ?? rule.must })
  const units = unitsOf(output)
  if (isLabels(y) && y.kind !== 'binary' && units !== undefined && y.classes !== units) {
    refuse('labelClasses', { who, must: units, was: y.classes })
  }
  const sample = rule.shape === 'positions' ? output.slice(0, -1) : output
  const fits = (sizes: readonly (number | string)[]) => sizesMatch(sizes, y.shape.slice(1))
  if (y.shape.length === 0 || !(fits(sample) || (rule.shape === 'positions' && fits([...sample, 1])))) {
    const key = who === 'meanSquaredError' ? 'targetShape' : 'labelShape'
    refuse(key, { who, must: showSizes(['n', ...sample]), was: showSizes(y.shape) })
  }
  if (kind === 'values') checkValuesOnce(who, y)
}
