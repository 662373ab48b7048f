import { refuse, type Say } from '../../types/message.js'
import type { UnevenPadding } from '../windows.js'
import { type RangeOf, rangeOf, type SameRangeOf } from './answers.js'
import { type Blame, checkValues, type Fault, type Quiet, type ValueFault } from './faults.js'
import { checkOptionNames } from './names.js'
import type { AnyReading, ConvField, IsKnown, Reading, SolveConvOptions, Total } from './read.js'
import { type TargetOf, target } from './target.js'

type Count = Exclude<ConvField, 'padding'>

type Solved<R extends AnyReading, T extends ConvField> =
  ValueFault<'solveConv', R> extends infer F
    ? [F] extends [never]
      ? IsKnown<R[Exclude<Count, T>]> extends true
        ? ByPadding<R, T, T extends 'padding' ? 0 : Total<R['sides']>>
        : Unknown<R, T>
      : F
    : never

type ByPadding<R extends AnyReading, T extends ConvField, P> = P extends 'same'
  ? Answered<R, T, SameRangeOf<R>[T]>
  : P extends number
    ? number extends P
      ? Unknown<R, T>
      : Answered<R, T, RangeOf<R, P>[T]>
    : never

type Answered<R extends AnyReading, T extends ConvField, A> = A extends readonly [infer From, infer To]
  ? { readonly [K in T]: From } & ConvSolutions<From, To>
  : A extends string
    ? Fault<'output', Say<'formulaOutput', { who: 'solveConv'; must: A; solve: T; was: R['output'] }>>
    : A

type Unknown<R extends AnyReading, T extends ConvField> = Answered<
  R,
  T,
  T extends 'padding' ? readonly [SidesAfter<R['strides']>, SidesAfter<R['strides']>] : readonly [number, number]
>

// Strides above 1 always leave equal sides.
type SidesAfter<S extends number> = number extends S ? PairOrNumber : S extends 1 ? PairOrNumber : number
type PairOrNumber = number | UnevenPadding

/** All solutions: every whole number from the least to the greatest, which is `Infinity` (as a type, `number`) where there is no end. */
export declare class ConvSolutions<From, To> {
  /** Not enumerable: what is printed, compared and spread into a layer's options is the smallest solution alone. */
  get solutions(): { readonly from: From; readonly to: To }
}

/** What is known of a solution when only the run knows what is to be found. */
export type UnknownConvSolution = { readonly [K in Count]?: number } & {
  readonly padding?: PairOrNumber
} & ConvSolutions<PairOrNumber, PairOrNumber>

type Answer<O> =
  TargetOf<O> extends infer T ? (T extends ConvField ? Solved<Reading<O>, T> : T extends Fault ? T : Unsure<Reading<O>>) : never
type Unsure<R extends AnyReading> = [ValueFault<'solveConv', R>] extends [never]
  ? UnknownConvSolution
  : ValueFault<'solveConv', R>

/**
 * What {@link solveConv} finds, as a type, or the sentence that says why nothing is found.
 *
 * @example
 * ```ts
 * import type { SolveConv } from 'shapeproof'
 * type S = SolveConv<{ output: 112; kernelSize: 7; padding: 3; strides: 2 }>
 * type I = S['input'] // 223
 * type All = S['solutions'] // { readonly from: 223; readonly to: 224 }
 * ```
 */
export type SolveConv<O extends SolveConvOptions> = O extends unknown
  ? Answer<O> extends infer A
    ? A extends Fault
      ? A['text']
      : A
    : never
  : never

type FaultOf<O> = O extends unknown ? (Answer<O> extends infer A ? (A extends Fault ? A : never) : never) : never

/** What the parameter of {@link solveConv} must be. Not distributive, or the compiler would infer no literals through it. */
export type CheckedSolve<O> = keyof O extends keyof SolveConvOptions ? Blame<O, FaultOf<O>> : SolveConvOptions

const names = ['input', 'output', 'kernelSize', 'padding', 'strides', 'dilationRate', 'solve']

/**
 * The formula of the convolution, solved for whatever is left out: input, output or kernelSize, which have no default; else
 * padding or strides; else dilationRate. Where several could be meant, `solve` names one. The smallest solution comes under its
 * own name, all of them as the range `solutions`:
 *
 * - `input`, `kernelSize`, `strides`, `dilationRate`: every whole number from 1 on that gives the output;
 * - `padding`: every number that does so on both sides alike; if none does, the pair `[before, after]` with one more after.
 *
 * Strides that give an output of 1 have no greatest, nor has what does not matter: the kernel under `padding: 'same'`, the
 * dilation of a kernel of 1. Then the range goes to `Infinity`. Strides and dilation above 1 together are no convolution of
 * this library, and no solution. Sizes that are not literals give `number`.
 *
 * @throws ShapeError where there is no solution, with the nearest outputs that have one
 * @example
 * ```ts
 * solveConv({ input: 5, output: 3, kernelSize: 3, strides: 2 }) // { padding: 1 }
 * solveConv({ input: 224, output: 112, kernelSize: 7, padding: 3 }) // { strides: 2 }
 * solveConv({ output: 3, kernelSize: 3, strides: 2 }).solutions // { from: 7, to: 8 }
 * const stem = conv2d({ filters: 64, kernelSize: 7, strides: 2, ...solveConv({ input: 224, output: 112, kernelSize: 7, strides: 2 }) })
 * ```
 */
export function solveConv<const O extends SolveConvOptions>(options: CheckedSolve<O>): Quiet<SolveConv<O>> {
  const given = options as unknown as SolveConvOptions
  checkOptionNames('solveConv', given, names, [])
  const field = target(given)
  checkValues('solveConv', given)
  const range = rangeOf(field, given)
  if (typeof range === 'string') {
    return refuse('formulaOutput', { who: 'solveConv', must: range, solve: field, was: given.output as number })
  }
  const [from, to] = range
  return Object.defineProperty({ [field]: from }, 'solutions', { value: Object.freeze({ from, to }) }) as unknown as Quiet<
    SolveConv<O>
  >
}
