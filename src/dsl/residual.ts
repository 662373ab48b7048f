import type { Agree } from '../types/agree.js'
import { type NotKept, refuseShape } from '../types/keep-shape.js'
import { type Refusal, refuse, type Say } from '../types/message.js'
import { type Shape, showShape } from '../types/shape.js'
import type { Right } from './chain.js'
import type { Composite } from './entries.js'
import { type AnyLayer, type Layer, makeComposite, type Ruled, twinOf, type Wrong } from './layer.js'
import { type Add, add } from './layers/add.js'
import { checkOneLayer, type LayerOutput, type OneLayer } from './one-layer.js'
import type { Computed } from './rule.js'
import { checkLayerNames, type Nameless, type UnlessTwice } from './same-names.js'
import { type AnySymbolic, inScope } from './symbolic.js'

/** Options of {@link residual}: the layer whose output is added to its input. */
export interface ResidualOptions<B> {
  readonly body: B
}

type BodyOf<O> = O extends ResidualOptions<infer B> ? B : never

type Around<B, S> = [B] extends [Nameless]
  ? KeepsShape<S, LayerOutput<B, S>>
  : UnlessTwice<B, readonly [Ruled<Add, {}>, B], KeepsShape<S, LayerOutput<B, S>>>

// Of several shapes that the body may give, those that do not fit are left out, as are layers that fail.
type KeepsShape<S, Out> = 0 extends 1 & Out ? Out : Right<KeepsEach<S, Out>>

type KeepsEach<S, Out> = Out extends Refusal ? Out : [Agree<S, Out>] extends [never] ? NotKept<S, Out> : Agree<S, Out>

/** The rule of {@link residual}. */
export interface Residual extends Computed, Composite {
  readonly kind: 'residual'
  readonly output: Around<BodyOf<this['options']>, this['input']>
  readonly last: 'unknown'
  readonly parts: this['options'] extends ResidualOptions<infer B> ? readonly [B] : never
  readonly arrangement: 'chain'
}

/**
 * A layer and a path around it: x to x + body(x), which must keep the shape. Source: He et al., Deep residual learning (2015).
 *
 * @throws ShapeError if the body changes the shape, or if it has the name of the sum beside it, 'add'.
 * @example
 * ```ts
 * import { conv2d, input, residual, sequential } from 'shapeproof'
 * const model = sequential(input([32, 32, 16]), residual(conv2d({ filters: 16, kernelSize: 3, padding: 'same' })))
 * ```
 */
export function residual<const B, const N extends readonly unknown[]>(
  body: OneLayer<'residual', B>,
  // Takes nothing: a wrong count of arguments would be a second error on the model around.
  ...none: N extends readonly [] ? N : readonly Say<'oneLayer', { who: 'residual'; was: 'several' }>[]
): N extends readonly [] ? Layer<Residual, ResidualOptions<B>> : Wrong {
  if (none.length > 0) refuse('oneLayer', { who: 'residual', was: 'several' })
  const layer: unknown = body
  checkOneLayer('residual', layer)
  const sum: AnyLayer = add()
  checkLayerNames([sum, layer])
  return makeComposite('residual', { body }, ([x]) => inScope('residual', () => around(layer, sum, x as AnySymbolic)))
}

function around(body: AnyLayer, sum: AnyLayer, x: AnySymbolic): AnySymbolic {
  const out = twinOf(body).call([x])
  if (showShape(out.shape) !== showShape(x.shape)) refuseShape(x.shape as Shape, out.shape as Shape)
  return twinOf(sum).call([x, out])
}
