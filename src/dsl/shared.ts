import type { ChainLast } from './chain.js'
import type { Composite } from './entries.js'
import type { Misnamed, Name } from './exact.js'
import { type Layer, makeComposite, twinOf } from './layer.js'
import { checkOneLayer, type LayerOutput, type OneLayer } from './one-layer.js'
import { layerName } from './options.js'
import type { Computed } from './rule.js'
import { type AnySymbolic, asShared } from './symbolic.js'

/** Options of {@link shared}. */
export interface SharedOptions<N, B> {
  readonly name: N
  readonly body: B
}

type BodyOf<O> = O extends { readonly body: infer B } ? B : never

/** The rule of {@link shared}. */
export interface Shared extends Computed, Composite {
  readonly kind: 'shared'
  readonly output: LayerOutput<BodyOf<this['options']>, this['input']>
  readonly last: ChainLast<never, readonly [BodyOf<this['options']>]>
  readonly parts: readonly [BodyOf<this['options']>]
  readonly arrangement: 'shared'
}

/**
 * A layer whose calls have one set of weights, by name: a description used twice stands for two. Its shapes are those of the
 * layer; two calls whose weights would have different shapes are an error.
 *
 * @throws ShapeError where its calls need weights of different shapes.
 * @example
 * ```ts
 * import { add, dense, input, model, shared } from 'shapeproof'
 * const encoder = shared('encoder', dense({ units: 8 }))
 * const [left, right] = [input([16]), input([16])]
 * const net = model({ inputs: { left, right }, outputs: add()([encoder(left), encoder(right)]) })
 * ```
 */
export function shared<const N extends string, const B>(
  name: [{ readonly name: N }] extends [Misnamed] ? Name<{ readonly name: N }, 'shared'> : N,
  body: OneLayer<'shared', B>,
): Layer<Shared, SharedOptions<N, B>> {
  const layer: unknown = body
  checkOneLayer('shared', layer)
  layerName(name, 'shared', 'name')
  const sharing = { name: name as string, single: !twinOf(layer).composite, of: layer }
  const call = ([x]: readonly AnySymbolic[]): AnySymbolic => asShared(sharing, () => twinOf(layer).call([x as AnySymbolic]))
  return makeComposite('shared', { name, body }, call, { shared: sharing })
}
