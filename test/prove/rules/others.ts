import * as fc from 'fast-check'
import type { Case, LayerSource, Options, Size } from '../case.js'
import type { ProvedRule } from '../rule.js'
import { always, anyShape, badCount, count, optional, optionsOf } from './values.js'
import { anyConv2d, anyPooling } from './windows.js'

export const simple = (
  kind: string,
  options: fc.Arbitrary<Options>,
  inputs: fc.Arbitrary<readonly Size[]> = anyShape(),
): ProvedRule => ({
  name: kind,
  cases: fc
    .tuple(options, inputs)
    .map(([given, shape]) => ({ form: 'called', inputs: [shape], layers: [{ kind, options: given }] })),
})

const none = fc.constant({})
const activations = fc.constantFrom('linear', 'relu', 'sigmoid', 'softmax', 'tanh')

export const flatten = simple('flatten', none)
// Softmax of no axis has no meaning, and the engine says so.
export const activation = simple('activation', optionsOf({ activation: always(activations) }), anyShape(1))
const units = optionsOf({ units: always(count(1, 8)), useBias: optional(fc.boolean()), activation: optional(activations) })
const begun = optionsOf({
  units: always(count(1, 4)),
  kernelInitializer: always(fc.constantFrom('identity', 'identity', 'orthogonal')),
})
const badUnits = optionsOf({ units: always(badCount), activation: optional(activations) })

/** One mistake a case: types and run time may tell either of two. */
export const dense: ProvedRule = {
  name: 'dense',
  cases: fc.oneof(
    { weight: 12, arbitrary: simple('dense', units, anyShape(1)).cases },
    { weight: 1, arbitrary: simple('dense', units, fc.constant([])).cases },
    { weight: 2, arbitrary: simple('dense', badUnits, anyShape(1)).cases },
    { weight: 5, arbitrary: simple('dense', begun, fc.oneof(anyShape(1), fc.tuple(count(1, 4)) as fc.Arbitrary<[Size]>)).cases },
  ),
}

const layerOf = (cases: fc.Arbitrary<Case>): fc.Arbitrary<LayerSource> => cases.map(({ layers }) => layers[0] as LayerSource)
const keeping: fc.Arbitrary<LayerSource> = fc.integer({ min: 1, max: 5 }).map((kernelSize) => ({
  kind: 'conv2d',
  options: { filters: 4, kernelSize, padding: 'same' },
}))
const residual: fc.Arbitrary<LayerSource> = fc
  .oneof({ weight: 4, arbitrary: keeping }, { weight: 1, arbitrary: layerOf(anyConv2d) })
  .map((body) => ({ kind: 'residual', parts: [body] }))

/** Several layers one after another, with blocks and residuals among them. */
export const chain: ProvedRule = {
  name: 'sequential',
  weight: 2,
  cases: fc
    .tuple(
      fc.tuple(fc.integer({ min: 6, max: 16 }), fc.integer({ min: 6, max: 16 }), fc.constant(4)),
      fc.array(
        fc.oneof(
          layerOf(anyConv2d),
          layerOf(anyPooling('maxPooling2d')),
          layerOf(anyPooling('averagePooling2d')),
          residual,
          keeping,
          fc.array(keeping, { minLength: 1, maxLength: 2 }).map((parts) => ({ kind: 'sequential', parts })),
          fc.constant({ kind: 'activation', options: { activation: 'relu' } }),
        ),
        { minLength: 1, maxLength: 4 },
      ),
      fc.subarray<LayerSource>([{ kind: 'flatten' }, { kind: 'dense', options: { units: 3 } }]),
    )
    .map(([shape, layers, end]): Case => ({ form: 'sequential', inputs: [shape], layers: [...layers, ...end] })),
}
