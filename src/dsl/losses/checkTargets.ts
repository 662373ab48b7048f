// Labels and targets of all outputs of a model: what `fit` takes as `y`.
import { refuse, type Say } from '../../types/message.js'
import type { IsAny } from '../../types/shape.js'
import type { CheckedInputs, CheckInputs } from '../data/checkInputs.js'
import { type CheckCounts, type CheckSameCount, type CountsOf, checkCounts, checkSameCount } from '../data/counts.js'
import {
  type AllNames,
  allByName,
  type Checked,
  type ExtraName,
  endsOf,
  type HasNames,
  type IsByName,
  optionAt,
} from '../data/ends.js'
import { type ShowData, showData } from '../data/labels.js'
import { type IsData, isNDArray, type NDArray } from '../data/ndarray.js'
import { type CheckLabels, checkLabels } from './checkLabels.js'
import type { Fine } from './checkLoss.js'
import type { LossAt } from './perOutput.js'
import type { LossName } from './rules.js'

/** Checks the labels of one output: that they are data, that they are what the loss reads, and as many as there are samples. */
type CheckTarget<Who extends string, Option extends string, Output, Loss, Count, Y> =
  IsAny<Y> extends true
    ? Fine
    : IsData<Y> extends true
      ? CheckLabels<Loss, Output, Y> extends infer Answer
        ? Answer extends Fine
          ? CheckSameCount<Who, Count, Y>
          : Answer
        : never
      : Say<'notData', { who: Who; option: Option; was: ShowData<Y> }>

type CheckEach<Who extends string, Option extends string, Output, Loss, Count, Y> = {
  [N in keyof Y]: N extends keyof Output
    ? CheckTarget<Who, `${Option}.${N & string}`, Output[N], LossAt<Loss, N>, Count, Y[N]>
    : ExtraName<Who, Option, 'output', N>
}

type ByName<Who extends string, Option extends string, Output, Loss, Count, Y> = CheckEach<
  Who,
  Option,
  Output,
  Loss,
  never,
  Y
>[keyof Y] extends Fine
  ? CheckCounts<Who, Option, Y> extends infer Answer
    ? Answer extends Fine
      ? { readonly [N in keyof Y]: Checked<CheckEach<Who, Option, Output, Loss, Count, Y>[N], Y[N]> }
      : Answer
    : never
  : { readonly [N in keyof Y]: Checked<CheckEach<Who, Option, Output, Loss, never, Y>[N], Y[N]> }

// One mistake, one error: where the inputs are wrong, their count of samples says nothing of the labels.
type GoodCounts<Who extends string, Option extends string, Input, X> = [CheckInputs<Who, Option, Input, X>] extends [Fine]
  ? CountsOf<X>
  : never

/**
 * What `fit` takes as `y`: labels for a model's only output, an object of them for several by name, or the message in its place. A
 * name that is missing, or is none, is the compiler's own error.
 */
export type TargetsFor<Who extends string, Option extends string, Input, Output, Loss, X, Y> =
  IsAny<Output> extends true
    ? Y
    : Output extends readonly unknown[]
      ? Checked<CheckTarget<Who, Option, Output, Loss, GoodCounts<Who, Option, Input, X>, Y>, Y>
      : IsAny<Y> extends true
        ? Y
        : IsByName<Y> extends false
          ? Say<'endsByName', { who: Who; option: Option; ends: 'outputs'; was: ShowData<Y> }>
          : HasNames<Output, Y> extends true
            ? ByName<Who, Option, Output, Loss, GoodCounts<Who, Option, Input, X>, Y>
            : AllNames<Who, Option, Output, Y>

/**
 * Run-time twin of {@link TargetsFor}: throws the same sentences. Returns the labels of each output.
 *
 * @param output the shape of the model's output on the inputs, or shapes by name
 * @param losses the loss of each output
 * @param inputs what {@link checkInputs} said of `x`
 */
export function checkTargets(
  who: string,
  option: string,
  output: unknown,
  losses: readonly LossName[],
  { count }: CheckedInputs,
  y: unknown,
): readonly NDArray[] {
  const ends = endsOf(output)
  const given = allByName({ who, option, ends: 'outputs', show: showData }, ends, y)
  const data = ends.map((end, at) => {
    const labels = given[at]
    if (!isNDArray(labels)) refuse('notData', { who, option: optionAt(option, end), was: showData(labels) })
    checkLabels(losses[at] as LossName, end.shape, labels)
    return labels
  })
  checkCounts(who, option, data)
  for (const labels of data) checkSameCount(who, count, labels)
  return data
}
