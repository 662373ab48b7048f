import type { AnyCompiled, ParamShapes } from './evaluate.js'
import { type Refusal, refuse, type Say } from './message.js'
import type { Dim } from './shape.js'

/* A kernel given as values: filters and kernelSize follow from its shape, and its depth must be that of the input. */

/** What a kernel given as values looks like. */
export interface KernelValues {
  readonly shape: readonly number[]
  readonly values: ArrayLike<number>
}

/** A layer's output, unless its option `kernel` has another depth than the input. */
export type KernelFits<G extends AnyCompiled, O, S, Result> = 'kernel' extends keyof O
  ? [Result] extends [Refusal]
    ? Result
    : O['kernel'] extends { readonly shape: infer K }
      ? DepthFits<DepthOf<K>, DepthOf<ParamShapes<G, O, S>['kernel' & keyof ParamShapes<G, O, S>]>, G['kind'], Result>
      : Result
  : Result

type DepthOf<K> = K extends readonly [...unknown[], infer D, unknown] ? D : number

type DepthFits<Was, Must, Who, Result> = number extends Was | Must ? Result : Was extends Must ? Result : Say<'kernelDepth', { who: Who; must: Must; was: Was }>

/** Run-time twin of {@link KernelFits}: `shape` is that of the weight. */
export function checkKernel(who: string, given: unknown, shape: readonly Dim[]): void {
  const was = (given as KernelValues | undefined)?.shape.at(-2)
  const must = shape.at(-2)
  if (was !== undefined && typeof must === 'number' && was !== must) refuse('kernelDepth', { who, must, was })
}
