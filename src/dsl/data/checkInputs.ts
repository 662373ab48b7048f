import { sizesBy } from '../../types/binding.js'
import { type Refusal, refuse, type Say } from '../../types/message.js'
import type { IsAny } from '../../types/shape.js'
import { type CheckCounts, checkCounts } from './counts.js'
import {
  type AllNames,
  allByName,
  type Checked,
  type End,
  type ExtraName,
  endsOf,
  type HasNames,
  type IsByName,
  optionAt,
} from './ends.js'
import { type ShowData, showData } from './labels.js'
import { type IsData, isNDArray, type NDArray } from './ndarray.js'
import { type AnyNames, type BatchOf, type ShowSizes, type SizesFit, type SizesIn, showSizes, sizesMatch } from './sizes.js'

/** Checks data against one input; the message, or `'fine'`. `Who` is the method that was called, `Option` its argument. */
export type CheckInput<Who extends string, Option extends string, Input, X> =
  IsAny<Input> extends true
    ? 'fine'
    : IsAny<X> extends true
      ? 'fine'
      : IsData<X> extends true
        ? X extends { readonly shape: infer S }
          ? SizesFit<BatchOf<Input>, S> extends true
            ? NamesFit<Input, X>
            : Say<'inputData', { who: Who; option: Option; must: ShowSizes<BatchOf<Input>>; was: ShowSizes<S> }>
          : never
        : Say<'notData', { who: Who; option: Option; was: ShowData<X> }>

// Whether each name is one size, and multiples are multiples.
type NamesFit<Input, X> =
  AnyNames<Input> extends true ? (SizesIn<Input, X> extends infer B ? ([B] extends [Refusal] ? B : 'fine') : never) : 'fine'

/** The answers for all inputs by name, a union: `'fine'` alone where nothing is wrong. */
type CheckEach<Who extends string, Option extends string, Input, X> = {
  [N in keyof Input & string]: CheckInput<Who, `${Option}.${N}`, Input[N], X[N & keyof X]>
}[keyof Input & string]

/** The answer for all inputs: of those by name that each is right by itself, and that they have as many samples. */
export type CheckInputs<Who extends string, Option extends string, Input, X> =
  IsAny<Input> extends true
    ? 'fine'
    : Input extends readonly unknown[]
      ? CheckInput<Who, Option, Input, X>
      : IsAny<X> extends true
        ? 'fine'
        : IsByName<X> extends false
          ? Say<'endsByName', { who: Who; option: Option; ends: 'inputs'; was: ShowData<X> }>
          : [CheckEach<Who, Option, Input, X>] extends ['fine']
            ? CheckTogether<Who, Option, Input, X>
            : CheckEach<Who, Option, Input, X>

type CheckTogether<Who extends string, Option extends string, Input, X> =
  NamesFit<Input, X> extends infer Answer ? ([Answer] extends ['fine'] ? CheckCounts<Who, Option, X> : Answer) : never

/**
 * What a method takes as `x`: data for a model's only input, an object of data for several by name, or the message in its place. A name
 * that is missing, or is none, is the compiler's own error.
 */
export type InputsFor<Who extends string, Option extends string, Input, X> =
  IsAny<Input> extends true
    ? X
    : Input extends readonly unknown[]
      ? Checked<CheckInput<Who, Option, Input, X>, X>
      : IsAny<X> extends true
        ? X
        : IsByName<X> extends false
          ? CheckInputs<Who, Option, Input, X>
          : HasNames<Input, X> extends true
            ? [CheckEach<Who, Option, Input, X>, keyof X] extends ['fine', keyof Input]
              ? Checked<CheckTogether<Who, Option, Input, X>, X>
              : { readonly [N in keyof X]: CheckNamed<Who, Option, Input, X, N> }
            : AllNames<Who, Option, Input, X>

type CheckNamed<Who extends string, Option extends string, Input, X, N extends keyof X> = N extends keyof Input
  ? Checked<CheckInput<Who, `${Option}.${N & string}`, Input[N], X[N]>, X[N]>
  : ExtraName<Who, Option, 'input', N>

/** Data for each input in the model's order, checked. */
export interface CheckedInputs {
  readonly data: readonly NDArray[]
  /** Samples of each. */
  readonly count: number
}

function checkInput(who: string, option: string, { shape }: End, x: unknown): NDArray {
  if (!isNDArray(x)) refuse('notData', { who, option, was: showData(x) })
  if (x.shape.length === 0 || !sizesMatch(shape, x.shape.slice(1))) {
    refuse('inputData', { who, option, must: showSizes(['n', ...shape]), was: showSizes(x.shape) })
  }
  return x
}

/**
 * Run-time twin of {@link CheckInputs}: throws the same sentence, and sees to it that a name is one size in all inputs.
 *
 * @param input the model's `inputShape`: a shape, or shapes by name
 */
export function checkInputs(who: string, option: string, input: unknown, x: unknown): CheckedInputs {
  const ends = endsOf(input)
  const given = allByName({ who, option, ends: 'inputs', show: showData }, ends, x)
  const data = ends.map((end, at) => checkInput(who, optionAt(option, end), end, given[at]))
  const pairs = ends.map(({ shape }, at) => [shape, (data[at] as NDArray).shape.slice(1)] as const)
  for (const pair of pairs) sizesBy([pair])
  sizesBy(pairs)
  return { data, count: checkCounts(who, option, data) }
}
