import { type Extent, extentOf } from '../../types/extent.js'
import type { Add, Subtract } from '../../types/whole.js'
import { type Forward, forward } from './convOutput.js'
import type { TooLarge } from './faults.js'
import {
  type DilationRange,
  dilationRange,
  type InputRange,
  inputRange,
  type KernelRange,
  kernelRange,
  type PaddingRange,
  paddingRange,
  type Range,
  type SameRange,
  type StridesRange,
  sameRange,
  stridesRange,
} from './ranges.js'
import { type AnyReading, type ConvField, type ConvOptions, read, type SolveConvOptions } from './read.js'

/** The kernel at fault where even the smallest step or dilation leaves it no room. */
type NoRoom<R extends AnyReading, P extends number, D> = TooLarge<'solveConv', R, P, 1, D>

/** The range for each field, or the fault; `P` is both sides' padding. An interface: only the field asked for is worked out. */
export interface RangeOf<R extends AnyReading, P extends number> {
  input: InputRange<R['output'], Extent<R['kernelSize'], R['dilationRate']>, P, R['strides']>
  output: Once<Forward<'solveConv', R>>
  kernelSize: KernelRange<Add<R['input'], P>, R['output'], R['strides'], R['dilationRate']>
  padding: PaddingRange<R['input'], R['output'], Extent<R['kernelSize'], R['dilationRate']>, R['strides']>
  strides: StridesAfter<Subtract<Add<R['input'], P>, Extent<R['kernelSize'], R['dilationRate']>>, R, P>
  dilationRate: DilationAfter<Add<R['input'], P>, R, P>
}

/** {@link RangeOf} where padding is `'same'`. */
export interface SameRangeOf<R extends AnyReading> {
  input: InputRange<R['output'], 1, 0, R['strides']>
  output: Once<Forward<'solveConv', R>>
  kernelSize: SameRange<R['input'], R['output'], R['strides'], number>
  padding: never
  strides: StridesRange<Subtract<R['input'], 1>, R['output'], R['dilationRate']>
  dilationRate: SameRange<R['input'], R['output'], R['strides'], R['strides'] extends 1 ? number : 1>
}

type Once<T> = T extends number ? [T, T] : T

type StridesAfter<Rest extends number, R extends AnyReading, P extends number> = [Rest] extends [never]
  ? NoRoom<R, P, R['dilationRate']>
  : StridesRange<Rest, R['output'], R['dilationRate']>

type DilationAfter<Room extends number, R extends AnyReading, P extends number> = [Subtract<Room, R['kernelSize']>] extends [
  never,
]
  ? NoRoom<R, P, 1>
  : DilationRange<Room, R['output'], R['kernelSize'], R['strides']>

/** Run-time twin of {@link RangeOf} and {@link SameRangeOf}. */
export function rangeOf(field: ConvField, options: SolveConvOptions): Range | string {
  const { input, output, kernelSize, strides, dilationRate, padding } = read(options)
  const size = (given: Partial<ConvOptions>) => forward('solveConv', { ...options, ...given } as ConvOptions)
  const same = padding === 'same'
  const zeros = same ? 0 : padding
  const covered = same ? 1 : extentOf(kernelSize, dilationRate)
  if (field === 'output') return [size({}), size({})]
  if (field === 'input') return inputRange(output, covered, zeros, strides)
  if (field === 'padding') return paddingRange(input, output, covered, strides)
  if (field === 'strides') return stridesRange(size({ strides: 1 }) - 1, output, dilationRate)
  if (field === 'kernelSize') {
    return same
      ? sameRange(input, output, strides, Number.POSITIVE_INFINITY)
      : kernelRange(input + zeros, output, strides, dilationRate)
  }
  size({ dilationRate: 1, strides: 1 })
  return same
    ? sameRange(input, output, strides, strides === 1 ? Number.POSITIVE_INFINITY : 1)
    : dilationRange(input + zeros, output, kernelSize, strides)
}
