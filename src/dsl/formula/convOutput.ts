import type { Add } from '../../types/whole.js'
import type { Window } from '../../types/window.js'
import { window } from '../../types/window.js'
import { type Blame, checkValues, type Fault, type Quiet, type TooLarge, type ValueFault } from './faults.js'
import { checkOptionNames } from './names.js'
import type { AnyReading, ConvOptions, IsKnown, Reading, Total } from './read.js'

/** The output's size, or a {@link Fault}. */
export type Forward<Who, R extends AnyReading> =
  IsKnown<R['input'] | R['kernelSize'] | R['strides'] | R['dilationRate']> extends true
    ? ForwardOf<Who, R, Total<R['sides']>>
    : number

type ForwardOf<Who, R extends AnyReading, P> = P extends 'same'
  ? Window<R['input'], R['kernelSize'], R['strides'], 'same', R['dilationRate'], 'conv'>
  : P extends number
    ? number extends P
      ? number
      : Fits<Who, R, P, Window<Add<R['input'], P>, R['kernelSize'], R['strides'], 'valid', R['dilationRate'], 'conv'>>
    : number

type Fits<Who, R extends AnyReading, P extends number, Size> = Size extends number
  ? Size
  : TooLarge<Who, R, P, R['strides'], R['dilationRate']>

type Answer<R extends AnyReading> = [ValueFault<'convOutput', R>] extends [never]
  ? Forward<'convOutput', R>
  : ValueFault<'convOutput', R>

/**
 * The size that a convolution makes of one axis, as a type: floor((input + padding - extent) / strides) + 1, where padding is
 * that of both sides and extent (kernelSize - 1) * dilationRate + 1; with `padding: 'same'`, ceil(input / strides). Where there is
 * none, the sentence that says why.
 *
 * @example
 * ```ts
 * import type { ConvOutput } from 'shapeproof'
 * type E = ConvOutput<{ input: 224; kernelSize: 7; padding: 3; strides: 2 }> // 112
 * ```
 */
export type ConvOutput<O extends ConvOptions> = O extends unknown
  ? Answer<Reading<O>> extends infer A
    ? A extends Fault
      ? A['text']
      : A
    : never
  : never

type FaultOf<O> = O extends unknown ? (Answer<Reading<O>> extends infer A ? (A extends Fault ? A : never) : never) : never

/** What the parameter of {@link convOutput} must be. Not distributive, or the compiler would infer no literals through it. */
export type CheckedConv<O> = keyof O extends keyof ConvOptions ? Blame<O, FaultOf<O>> : ConvOptions

const names = ['input', 'kernelSize', 'padding', 'strides', 'dilationRate']

/**
 * The size that a convolution makes of one axis, at run time and in its type: what `conv2d` makes of an image's height with the
 * same options. Sizes that are not literals give `number`.
 *
 * @throws ShapeError what the compiler would have said, where it could not know
 * @example
 * ```ts
 * convOutput({ input: 5, kernelSize: 3, padding: 1, strides: 2 }) // 3
 * convOutput({ input: 28, kernelSize: 3, dilationRate: 2, padding: [1, 2] }) // 27
 * convOutput({ input: 224, kernelSize: 7, padding: 'same', strides: 2 }) // 112
 * ```
 */
export function convOutput<const O extends ConvOptions>(options: CheckedConv<O>): Quiet<ConvOutput<O>> {
  const given = options as unknown as ConvOptions
  checkOptionNames('convOutput', given, names, ['input', 'kernelSize'])
  checkValues('convOutput', given)
  return forward('convOutput', given) as Quiet<ConvOutput<O>>
}

/** Run-time twin of {@link Forward}, of checked options. */
export function forward(who: string, { input, kernelSize, strides = 1, dilationRate = 1, padding = 0 }: ConvOptions): number {
  const words = { who, option: 'kernelSize', axis: 'input' }
  return window(input, { kernel: kernelSize, stride: strides, padding, dilation: dilationRate, pool: false }, words) as number
}
