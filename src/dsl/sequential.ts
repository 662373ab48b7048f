import { type Refusal, refuse, type Say } from '../types/message.js'
import type { Next } from '../types/next.js'
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
type CheckParts<P extends readonly unknown[]> =
  Mistake<P> extends never ? P : Mistaken<P>[Mistake<P> extends never ? string : 'wrong']

// A table: in a helper that is generic in names or layers it is not known whether anything is wrong, and the key may be any text.
interface Mistaken<P extends readonly unknown[]> {
  [right: string]: readonly unknown[]
  wrong: Parts<P, Mistake<P>>
}

// With an `infer`, which may be anything: else the compiler works out for each call what all of this may be.
type Parts<P extends readonly unknown[], F> = [F] extends [{ readonly all: infer A extends readonly unknown[] }]
  ? A
  : Marked<P, F>

// Shapes first: they are most mistakes. Names are looked at only if there are any, and layers inside only for shared ones.
type Mistake<P extends readonly unknown[]> = [P] extends [never]
  ? never
  : [P[0]] extends [AnySymbolic]
    ? ChainOutput<P[0]['shape'], P, P['length'], 1> extends Refusal
      ? [ChainOutput<P[0]['shape'], P, P['length'], 1>] extends [never]
        ? WrongPart<P, 1>
        : FirstFailing<P[0]['shape'], P, 1>
      : P[number] extends Plain
        ? never
        : Conflicting<P[0]['shape'], P>
    : [P[number]] extends [AnyLayer]
      ? MistakeOfBlock<P>
      : WrongPart<P>

type Conflicting<S, P extends readonly unknown[]> = P extends readonly [unknown, ...infer L extends readonly AnyLayer[]]
  ? Behind<[SecondName<L>] extends [never] ? SharedFailing<S, L> : SecondName<L>>
  : WrongPart<P, 1>

type Behind<F> = F extends readonly [infer K extends number, infer E] ? [Next[K], E] : never

// Where only the run knows how many there are, any array of them will do: the compiler takes no list before others.
type MistakeOfBlock<P extends readonly unknown[]> = number extends P['length']
  ? { readonly all: readonly P[number][] }
  : P extends readonly []
    ? { readonly all: readonly [first: NoLayer] }
    : SecondName<P>

// The first that is no layer, with the sentence why. Before the calls of layers have been looked at, they are `unknown`: they are asked
// again.
type WrongPart<P extends readonly unknown[], K extends number = 0> = unknown extends P[number]
  ? never
  : number extends P['length']
    ? [P[number]] extends [AnySymbolic | AnyLayer]
      ? never
      : { readonly all: K extends 0 ? readonly NoLayer[] : readonly [P[0], ...NoLayer[]] }
    : FirstWrong<P, K>

type FirstWrong<P extends readonly unknown[], K extends number> = K extends P['length']
  ? never
  : [P[K]] extends [AnyLayer]
    ? FirstWrong<P, Next[K]>
    : [K, P[K] extends readonly unknown[] ? Say<'notALayerList', { was: 'an array' }> : NoLayer<Described<P[K]>>]

type NoLayer<Was = 'something else'> = Say<'notALayer', { who: 'sequential'; was: Was }>

type Sequential<P extends readonly unknown[]> = [P[0]] extends [SymbolicTensor<infer In, infer Last, unknown>]
  ? Model<In, Quiet<Right<ChainOutput<In, P, P['length'], 1>>>, SettledLast<ChainLast<In, P>, Last, In, P>, Chain<In, P>>
  : [P[0]] extends [AnyLayer]
    ? Layer<Block, BlockOptions<P>>
    : // biome-ignore lint/suspicious/noExplicitAny: one mistake, one error
      any

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
export function sequential<const P extends readonly unknown[]>(...given: CheckParts<P>): Sequential<P> {
  const [first, ...parts] = given as unknown as AnyLayer[]
  for (const part of isSymbolic(first) ? parts : [first, ...parts]) {
    if (Array.isArray(part)) refuse('notALayerList', { was: 'an array' })
    if (!isLayer(part)) refuse('notALayer', { who: 'sequential', was: describe(part) })
  }
  if (isSymbolic(first)) return makeModel(first, run(first, parts), { chain: true }) as unknown as Sequential<P>
  const all = [first as AnyLayer, ...parts]
  checkLayerNames(all)
  const call = ([x]: readonly AnySymbolic[]): AnySymbolic => inScope('block', () => run(x as AnySymbolic, all))
  return makeComposite<AnyLayer>('block', { layers: Object.freeze(all) }, call) as unknown as Sequential<P>
}

function run(x: AnySymbolic, layers: readonly AnyLayer[]): AnySymbolic {
  return layers.reduce((at, layer) => twinOf(layer).call([at]), x)
}
