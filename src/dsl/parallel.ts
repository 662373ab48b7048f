import { type Refusal, refuse, type Say } from '../types/message.js'
import type { Shape } from '../types/shape.js'
import type { IsUnion } from '../types/union.js'
import type { SureStep } from './chain.js'
import { type Described, describe } from './data/check.js'
import type { Composite } from './entries.js'
import { type AnyLayer, isLayer, type Layer, makeComposite, type Ruled, twinOf, type Wrong } from './layer.js'
import { type Add, add } from './layers/add.js'
import { type Concatenate, concatenate } from './layers/concatenate.js'
import { oneOf } from './options.js'
import type { Computed, OutputOf } from './rule.js'
import { checkLayerNames, type UnlessTwice } from './same-names.js'
import { type AnySymbolic, inScope } from './symbolic.js'
import type { AtLeastTwo } from './tensors.js'

/** Options of {@link parallel}. */
export interface ParallelOptions<M, B> {
  readonly merge: M
  readonly branches: B
}

interface Merges {
  add: Add
  concatenate: Concatenate
}

/** How {@link parallel} puts its branches together. */
export type ParallelMerge = 'add' | 'concatenate'

type BranchesOf<O> = O extends { readonly branches: infer B extends readonly unknown[] } ? B : never
// A misspelt name leaves both: that is told where it stands, and nothing more.
type MergeOf<O> = O extends { readonly merge: infer M extends ParallelMerge }
  ? [ParallelMerge] extends [M]
    ? // biome-ignore lint/suspicious/noExplicitAny: one mistake, one error
      any
    : Merges[M]
  : never

// A branch that may give one of several shapes gives one that only the run knows.
type BranchOutputs<B extends readonly unknown[], S> = number extends B['length']
  ? AtLeastTwo<OneShape<SureStep<B[number], S>>>
  : { -readonly [K in keyof B]: OneShape<SureStep<B[K], S>> }
type OneShape<S> = true extends IsUnion<S> ? ([S] extends [Refusal] ? S : Shape) : S

// The first branch that fails speaks.
type Merged<G, Outputs extends readonly unknown[]> = 0 extends 1 & (G | Outputs[number])
  ? // biome-ignore lint/suspicious/noExplicitAny: one mistake, one error
    any
  : [Extract<Outputs[number], Refusal>] extends [never]
    ? OutputOf<G, {}, Outputs>
    : FirstOf<Outputs>

type FirstOf<Outputs> = Outputs extends readonly [infer A, ...infer Rest] ? ([A] extends [Refusal] ? A : FirstOf<Rest>) : never

/** The rule of {@link parallel}. */
export interface Parallel extends Computed, Composite {
  readonly kind: 'parallel'
  readonly output: UnlessTwice<
    BranchesOf<this['options']>[number],
    readonly [Ruled<MergeOf<this['options']>, {}>, ...BranchesOf<this['options']>],
    Merged<MergeOf<this['options']>, BranchOutputs<BranchesOf<this['options']>, this['input']>>
  >
  readonly last: 'unknown'
  readonly parts: BranchesOf<this['options']>
  readonly arrangement: 'branches'
}

// The branches as they are, or sentences in their place.
type CheckBranches<B extends readonly unknown[]> = [WrongBranches<B>] extends [never] ? B : WrongBranches<B>

// Before the calls of layers have been looked at, they are `unknown`.
type WrongBranches<B extends readonly unknown[]> = unknown extends B[number]
  ? never
  : number extends B['length']
    ? [B[number]] extends [AnyLayer]
      ? never
      : readonly NoLayer<'something else'>[]
    : B extends readonly [] | readonly [AnyLayer | readonly unknown[]]
      ? readonly [first: Say<'branches', { who: 'parallel'; was: B[0] extends readonly unknown[] ? 'an array' : B['length'] }>]
      : [B[number]] extends [AnyLayer]
        ? never
        : { readonly [K in keyof B]: B[K] extends AnyLayer ? B[K] : NoLayer<Described<B[K]>> }

type NoLayer<Was> = Say<'notALayer', { who: 'parallel'; was: Was }>

/**
 * Layers side by side on one input, their outputs added or concatenated along the channels, as in an Inception module
 * (Szegedy et al. 2014).
 *
 * @throws ShapeError if two branches have one name, if a branch does not fit the input, or if the outputs do not fit each other.
 * @example
 * ```ts
 * import { conv2d, input, parallel, sequential } from 'shapeproof'
 * const wide = conv2d({ filters: 8, kernelSize: 5, padding: 'same' })
 * const model = sequential(input([32, 32, 16]), parallel('concatenate', conv2d({ filters: 24, kernelSize: 1 }), wide)) // [32, 32, 32]
 * ```
 */
export function parallel<const M extends 'add' | 'concatenate', const B extends readonly unknown[]>(
  merge: M,
  ...given: CheckBranches<B>
): [WrongBranches<B>] extends [never] ? Layer<Parallel, ParallelOptions<M, B>> : Wrong {
  oneOf(['add', 'concatenate'])(merge, 'parallel', 'merge')
  const branches = given as unknown as readonly AnyLayer[]
  if (branches.length < 2 && branches.every((one) => isLayer(one) || Array.isArray(one)))
    refuse('branches', { who: 'parallel', was: isLayer(branches[0]) ? '1' : describe(branches[0]) })
  for (const branch of branches) if (!isLayer(branch)) refuse('notALayer', { who: 'parallel', was: describe(branch) })
  const together: AnyLayer = merge === 'add' ? add() : concatenate()
  checkLayerNames([together, ...branches])
  const call = (x: AnySymbolic): AnySymbolic => twinOf(together).call(branches.map((branch) => twinOf(branch).call([x])))
  return makeComposite('parallel', { merge, branches: Object.freeze([...branches]) }, ([x]) =>
    inScope('parallel', () => call(x as AnySymbolic)),
  )
}
