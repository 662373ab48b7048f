import { type Refusal, refuse, type Say } from '../../types/message.js'
import { type IsNotCount, type IsNotWhole, isCount, isWhole } from '../../types/whole.js'
import type { WindowRefusal } from '../../types/window.js'
import { printed } from '../options.js'
import type { AnyReading, SolveConvOptions } from './read.js'

/** A sentence, and the option whose fault it is; where that is not among the options, all of them are at fault. */
export interface Fault<Field extends string = string, Text extends string = string> {
  readonly field: Field
  readonly text: Text
}

type BadCount<Who, Option extends string, N> = Fault<Option, Say<'count', { who: Who; option: Option; was: N }>>

// Any of the counts that is none, seen in one look at their digits.
type BadCounts = `${string} 0 ${string}` | `${string}-${string}` | `${string}.${string}` | `${string}e${string}`

/** The first value that none of the options may have, or `never`. */
export type ValueFault<
  Who,
  R extends AnyReading,
> = ` ${R['input']} ${R['output']} ${R['kernelSize']} ${R['strides']} ${R['dilationRate']} ` extends BadCounts
  ? IsBad<R['input']> extends true
    ? BadCount<Who, 'input', R['input']>
    : IsBad<R['output']> extends true
      ? BadCount<Who, 'output', R['output']>
      : IsBad<R['kernelSize']> extends true
        ? BadCount<Who, 'kernelSize', R['kernelSize']>
        : IsBad<R['strides']> extends true
          ? BadCount<Who, 'strides', R['strides']>
          : BadCount<Who, 'dilationRate', R['dilationRate']>
  : SidesFault<Who, R['sides'], R>

type IsBad<N extends number> = number extends N ? false : IsNotCount<N>

type SidesFault<Who, S, R extends AnyReading> = S extends readonly [infer A extends number, infer B extends number]
  ? IsBadSide<A> extends true
    ? Fault<'padding', Say<'formulaPadding', { who: Who; was: A }>>
    : IsBadSide<B> extends true
      ? Fault<'padding', Say<'formulaPadding', { who: Who; was: B }>>
      : BothFault<Who, R['strides'], R['dilationRate']>
  : BothFault<Who, R['strides'], R['dilationRate']>

type IsBadSide<N extends number> = number extends N ? false : IsNotWhole<N>

type BothFault<Who, S extends number, D extends number> = number extends S | D
  ? never
  : 1 extends S | D
    ? never
    : Fault<'dilationRate', Say<'stridesAndDilation', { who: Who; strides: S; dilation: D }>>

/** Run-time twin of {@link ValueFault}: throws its sentence. */
export function checkValues(who: string, options: SolveConvOptions): void {
  for (const option of ['input', 'output', 'kernelSize', 'strides', 'dilationRate'] as const) {
    const value = options[option]
    if (value !== undefined && !isCount(value)) refuse('count', { who, option, was: printed(value) })
  }
  const { padding = 0, strides = 1, dilationRate = 1 } = options
  if (padding !== 'valid' && padding !== 'same') {
    const sides: readonly unknown[] = Array.isArray(padding) && padding.length === 2 ? padding : [padding]
    for (const side of sides) if (!isWhole(side)) refuse('formulaPadding', { who, was: printed(side) })
  }
  if (strides > 1 && dilationRate > 1) refuse('stridesAndDilation', { who, strides, dilation: dilationRate })
}

/** The fault of a kernel that its input has no room for: the sentence that layers say of it. */
export type TooLarge<Who, R extends AnyReading, P extends number, S, D> = Fault<
  'kernelSize',
  WindowRefusal<R['input'], R['kernelSize'], S, readonly [0, P], D, 'conv', Who, { option: 'kernelSize'; axis: 'input' }>
>

/** Options as a parameter takes them: as they are, or with the sentence in the place of the one at fault. */
export type Blame<O, F> = [F] extends [never]
  ? O
  : F extends Fault<infer Field, infer Text>
    ? Field extends keyof O
      ? { readonly [K in keyof O]: K extends Field ? Text : O[K] }
      : Text
    : O

// biome-ignore lint/suspicious/noExplicitAny: quiet after a mistake
export type Quiet<T> = [T] extends [Refusal] ? any : T
