import { type Refusal, refuse, type Say } from '../types/message.js'
import type { Previous } from '../types/next.js'
import type { ChainLast, ChainOutput, FirstFailing, Marked, Right, SettledLast } from './chain.js'
import type { SharedFailing } from './conflicts.js'
import { type Described, describe } from './data/check.js'
import type { Composite } from './entries.js'
import { type AnyLayer, isLayer, type Layer, makeComposite, type Quiet, twinOf } from './layer.js'
import { type Chain, type Model, makeModel } from './model.js'
import type { Computed } from './rule.js'
import { checkLayerNames, type Plain, type SecondName } from './same-names.js'
import { type AnySymbolic, inScope, isSymbolic, type SymbolicTensor } from './symbolic.js'

/** Options of a block: the layers it is made of. */
export interface BlockOptions<L extends readonly unknown[]> {
  readonly layers: L
}

type LayersOf<O> = O extends BlockOptions<infer L> ? L : never

/** The rule of a `sequential` without an input. */
export interface Block extends Computed, Composite {
  readonly kind: 'block'
  readonly output: Right<ChainOutput<this['input'], LayersOf<this['options']>>>
  readonly last: ChainLast<never, LayersOf<this['options']>>
  readonly parts: LayersOf<this['options']>
  readonly arrangement: 'chain'
}

// What is wrong is asked as a condition: inference goes through the branches of a conditional, and would work them out each time.
type CheckChain<First, L extends readonly AnyLayer[]> = Mistake<First, L> extends never ? L : Marked<L, Mistake<First, L>>

// Shapes first: they are most mistakes. Names are looked at only if there are any, and layers inside only for shared ones.
type Mistake<First, L extends readonly AnyLayer[]> = [L] extends [never]
  ? never
  : [First] extends [AnySymbolic]
    ? ChainOutput<First['shape'], L> extends Refusal
      ? FirstFailing<First['shape'], L>
      : L[number] extends Plain
        ? never
        : Conflicting<SecondName<L>, First['shape'], L>
    : Before<SecondName<readonly [First, ...L]>>

type Conflicting<Second, S, L extends readonly AnyLayer[]> = [Second] extends [never] ? SharedFailing<S, L> : Second

type Before<F> = F extends readonly [infer K extends number, infer E] ? [Previous[K], E] : never

type Sequential<First, L extends readonly AnyLayer[]> = [First] extends [SymbolicTensor<infer In, infer Last, unknown>]
  ? Model<In, Quiet<Right<ChainOutput<In, L>>>, SettledLast<ChainLast<In, L>, Last, In, L>, Chain<In, L>>
  : [First] extends [AnyLayer]
    ? Layer<Block, BlockOptions<readonly [First, ...L]>>
    : // biome-ignore lint/suspicious/noExplicitAny: one mistake, one error
      any

// Tensor or layer, or the sentence why it is none, made when it is asked for.
type FirstPart<First> = [First] extends [AnySymbolic | AnyLayer] ? First : WrongPart<First>['is']

interface WrongPart<First> {
  is: First extends readonly unknown[]
    ? Say<'notALayerList', { was: 'an array' }>
    : Say<'notALayer', { who: 'sequential'; was: Described<First> }>
}

/**
 * Layers one after another. After an `input` they are a model, and each layer is checked against the shape before it;
 * without one they are a block: a layer made of layers, for any shape that fits.
 *
 * @throws ShapeError with the compiler's own sentence, where sizes were only known at run time.
 * @example
 * ```ts
 * import { conv2d, dense, flatten, input, sequential } from 'shapeproof'
 * const stem = sequential(conv2d({ filters: 8, kernelSize: 3, padding: 'same' }), conv2d({ filters: 8, kernelSize: 3 }))
 * const model = sequential(input([28, 28, 1]), stem, flatten(), dense({ units: 10, activation: 'softmax' }))
 * ```
 */
export function sequential<const First, const L extends readonly AnyLayer[]>(
  first: FirstPart<First>,
  ...layers: CheckChain<First, L>
): Sequential<First, L> {
  const parts = layers as unknown as L
  if (Array.isArray(first)) refuse('notALayerList', { was: 'an array' })
  for (const part of isSymbolic(first) ? parts : [first, ...parts])
    if (!isLayer(part)) refuse('notALayer', { who: 'sequential', was: describe(part) })
  if (isSymbolic(first)) return makeModel(first, run(first, parts), { chain: true }) as unknown as Sequential<First, L>
  const all = [first as AnyLayer, ...parts]
  checkLayerNames(all)
  const call = ([x]: readonly AnySymbolic[]): AnySymbolic => inScope('block', () => run(x as AnySymbolic, all))
  return makeComposite<AnyLayer>('block', { layers: Object.freeze(all) }, call) as unknown as Sequential<First, L>
}

function run(x: AnySymbolic, layers: readonly AnyLayer[]): AnySymbolic {
  return layers.reduce((at, layer) => twinOf(layer).call([at]), x)
}
