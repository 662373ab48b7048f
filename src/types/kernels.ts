import type { AnyCompiled, ParamShapes } from './evaluate.js'
import { type Refusal, refuse, type Say } from './message.js'
import type { Dim } from './shape.js'
import type { Options } from './values.js'
import type { FloorDivide } from './whole.js'

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
      ? DepthFits<DepthOf<K>, DepthOf<ParamShapes<G, O, S>['kernel' & keyof ParamShapes<G, O, S>]>, G['kind'], O, S, Result>
      : Result
  : Result

type DepthOf<K> = K extends readonly [...unknown[], infer D, unknown] ? D : number

type DepthFits<Was, Must, Who, O, S, Result> = number extends Was | Must ? Result : Was extends Must ? Result : DepthRefusal<Was, Must, Who, GroupsOf<O>, S>

type GroupsOf<O> = 'groups' extends keyof O ? Exclude<O['groups'], undefined> : never

type DepthRefusal<Was, Must, Who, Groups, S> = [Groups] extends [1]
  ? Say<'kernelDepth', { who: Who; must: Must; was: Was }>
  : S extends readonly [...unknown[], infer C extends number]
    ? InGroups<Was, Who, Groups, C>
    : never

// Of each number of groups there may be.
type InGroups<Was, Who, Groups, C extends number> = Groups extends number
  ? Say<'kernelDepthGroups', { who: Who; channels: C; groups: Groups; must: FloorDivide<C, Groups>; was: Was }>
  : never

/** Run-time twin of {@link KernelFits}: `shape` is that of the weight. */
export function checkKernel(who: string, { kernel: given, groups }: Options, shape: readonly Dim[]): void {
  const was = (given as KernelValues | undefined)?.shape.at(-2)
  const must = shape.at(-2)
  // Divided by groups, a name is no number, which is told where the weight is sized.
  if (was !== undefined && typeof must === 'number' && !Number.isNaN(must) && was !== must) {
    if (groups === undefined || groups === 1) refuse('kernelDepth', { who, must, was })
    refuse('kernelDepthGroups', { who, channels: must * (groups as number), groups: groups as number, must, was })
  }
}
