import { refuse, type Say } from '../../types/message.js'
import type { IsAny } from '../../types/shape.js'
import { type ShowData, showData } from './labels.js'
import { isNDArray } from './ndarray.js'
import { type BatchOf, type ShowSizes, type SizesFit, showSizes, sizesFit } from './sizes.js'

/** True for an ndarray or labels, whatever they hold. */
export type IsData<X> = X extends { readonly shape: readonly number[]; readonly values: Float32Array | Int32Array } ? true : false

/** Checks data against a model's input; the message, or `'fine'`. `Who` is the method that was called, `Option` its argument. */
export type CheckInputs<Who extends string, Option extends string, Input, X> =
  IsAny<Input> extends true
    ? 'fine'
    : IsAny<X> extends true
      ? 'fine'
      : IsData<X> extends true
        ? X extends { readonly shape: infer S }
          ? Input extends readonly unknown[]
            ? SizesFit<BatchOf<Input>, S> extends true
              ? 'fine'
              : Say<'inputData', { who: Who; option: Option; must: ShowSizes<BatchOf<Input>>; was: ShowSizes<S> }>
            : Say<'dataOneInput', { who: Who }>
          : never
        : Say<'notData', { who: Who; option: Option; was: ShowData<X> }>

/** Run-time twin of {@link CheckInputs}: throws the same sentence. Returns the sizes that the model's names have in `x`. */
export function checkInputs(who: string, option: string, input: readonly (number | string)[], x: unknown): Map<string, number> {
  if (!isNDArray(x)) refuse('notData', { who, option, was: showData(x) })
  if (!Array.isArray(input)) refuse('dataOneInput', { who })
  const bound = new Map<string, number>()
  if (x.shape.length === 0 || !sizesFit(input, x.shape.slice(1), bound)) {
    refuse('inputData', { who, option, must: showSizes(['n', ...input]), was: showSizes(x.shape) })
  }
  return bound
}
