import { type AnyLayer, frozenCopy, makeComposite, twinOf } from './layer.js'
import { type AnyModel, aboutOf, byNames, isModel, makeModel } from './model.js'
import { checkOneLayer, type OneLayer } from './one-layer.js'
import { anew } from './replay.js'
import { symbolic, whileFreezing, withScope } from './symbolic.js'

/**
 * A layer, a block or a model whose weights training does not move: it is as if it and all layers inside it had
 * `trainable: false`. Shapes, names and counts stay as they are, and gradients pass through it to the layers before. A
 * `shared` layer that is frozen in one of its calls is so in all.
 *
 * @throws ShapeError if it is given no layer.
 * @example
 * ```ts
 * import { conv2d, dense, frozen, globalAveragePooling2d, input, sequential } from 'shapeproof'
 * const features = sequential(input([32, 32, 3]), conv2d({ filters: 16, kernelSize: 3 }), globalAveragePooling2d())
 * const classifier = sequential(input([32, 32, 3]), frozen(features), dense({ units: 10, activation: 'softmax' }))
 * ```
 */
export function frozen<const L>(layer: OneLayer<'frozen', L>): L {
  const given: unknown = layer
  checkOneLayer('frozen', given)
  return frozenOf(given) as L
}

function frozenOf(layer: AnyLayer): AnyLayer {
  if (isModel(layer)) return withScope(undefined, () => whileFreezing(() => frozenModel(layer)))
  const { call, composite, shared } = twinOf(layer)
  if (!composite) return frozenCopy(layer)
  return makeComposite(layer.kind, layer.options, (inputs) => whileFreezing(() => call(inputs)), { shared })
}

// From its inputs on: tensors remember the layers that made them, and a model is whatever lies between two.
function frozenModel(model: AnyModel): AnyModel {
  const inputs = model.inputs.map(({ shape, last }) => symbolic(shape, last, undefined, []))
  return makeModel(byNames(inputs, model.inputNames), byNames(anew(model, inputs), model.outputNames), aboutOf(model))
}
