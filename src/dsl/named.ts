import { refuse, type Say, type Unless } from '../types/message.js'
import type { IsUnion } from '../types/union.js'
import { describe } from './data/check.js'
import type { Composite } from './entries.js'
import type { Misnamed, Name } from './exact.js'
import { type AnyLayer, isLayer, type Layer, makeComposite, type RuleOf, twinOf } from './layer.js'
import { type AnyModel, aboutOf, byNames, isModel, type Model, makeModel, type WithName } from './model.js'
import type { NameOption } from './numbering.js'
import { layerName } from './options.js'
import { withName } from './symbolic.js'

// Why a layer has a name already, or takes it as its option.
type WrongOf<R> =
  true extends IsUnion<R>
    ? never
    : R extends readonly [infer G, ...unknown[]]
      ? G extends Composite
        ? [NameOption<R>] extends [undefined]
          ? never
          : Refused<G>
        : Refused<G>
      : never

type Refused<G> = Say<'namedLayer', { was: G extends { readonly kind: infer K extends string } ? K : 'another' }>

type NamedOf<N, L> =
  L extends Model<infer Input, infer Output, infer Last, infer Net>
    ? Model<Input, Output, Last, Net & WithName<N>>
    : L extends Layer<infer G, infer O>
      ? Layer<G, O & WithName<N>>
      : L

/**
 * A layer made of layers under a name of its own: `named('stem', sequential(…))` has its weights at `stem/conv2d`. In a graph
 * the types know the weights of layers with a name alone; of a block, a residual, a parallel or a model inside it is given here.
 *
 * @throws ShapeError if it is given another layer, which takes its name as an option, or one that has a name.
 * @example
 * ```ts
 * import { conv2d, input, maxPooling2d, model, named, sequential } from 'shapeproof'
 * const x = input([32, 32, 3])
 * const stem = named('stem', sequential(conv2d({ filters: 16, kernelSize: 3 }), maxPooling2d()))
 * const net = model({ inputs: x, outputs: stem(x) }) // ParamCount: 448
 * ```
 */
export function named<const N extends string, const L extends AnyLayer>(
  name: [{ readonly name: N }] extends [Misnamed] ? Name<{ readonly name: N }, 'named'> : N,
  layer: Unless<WrongOf<RuleOf<L>>, L>,
): NamedOf<N, L> {
  if (!isLayer(layer)) return refuse('oneLayer', { who: 'named', was: describe(layer) })
  layerName(name, 'named', 'name')
  return withNameOf(name as string, layer) as NamedOf<N, L>
}

function withNameOf(name: string, layer: AnyLayer): AnyLayer {
  const { call, composite } = twinOf(layer)
  if (!composite || 'name' in layer.options) return refuse('namedLayer', { was: layer.kind })
  if (isModel(layer)) return namedModel(name, layer)
  return makeComposite(layer.kind, { ...layer.options, name }, (inputs) => withName(name, () => call(inputs)))
}

function namedModel(name: string, model: AnyModel): AnyModel {
  const [inputs, outputs] = [byNames(model.inputs, model.inputNames), byNames(model.outputs, model.outputNames)]
  return makeModel(inputs, outputs, { ...aboutOf(model), name })
}
