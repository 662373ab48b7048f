// What happens when a case is run: the shape that the rules say, or the sentence they throw, and the shape that the engine gives.
import * as tf from '@tensorflow/tfjs-core'
import * as library from '../../src/dsl/index.js'
import { makeModel, together } from '../../src/dsl/model.js'
import { isSymbolic } from '../../src/dsl/symbolic.js'
import { lower } from '../../src/runtime/lower.js'
import { bindings } from './case.js'

export interface Made {
  readonly shape: readonly (number | string)[]
  readonly last: string
  readonly model: library.AnyModel
}

export type Outcome = Made | { readonly error: string }

const names: { readonly [name: string]: unknown } = { ...library, ...bindings }

/** The rules' run-time twins on the source of a case. */
export function runTwin(source: string): Outcome {
  try {
    const made: unknown = new Function(...Object.keys(names), `return ${source}`)(...Object.values(names))
    const model = isSymbolic(made) ? makeModel(together(leaves(made)), made) : (made as library.AnyModel)
    return { shape: model.outputShape, last: model.lastActivation, model }
  } catch (error) {
    if (error instanceof library.ShapeError) return { error: error.message }
    throw new Error(`${source} threw what is no ShapeError`, { cause: error })
  }
}

function leaves(tensor: library.AnySymbolic): library.AnySymbolic[] {
  const { inputs } = tensor.made
  return inputs.length === 0 ? [tensor] : [...new Set(inputs.flatMap(leaves))]
}

/** The shape of the tensor that the engine makes of one sample of zeros. */
export function realShape(model: library.AnyModel): number[] {
  const network = lower(model, 1)
  const result = tf.tidy(() => {
    const inputs = model.inputs.map(({ shape }) => tf.zeros([1, ...shape]))
    return network.run(inputs, { training: false, seed: 1 })[0]?.shape.slice(1) ?? []
  })
  network.dispose()
  return result
}

/** The weights of a model as the compiler prints their type, in the order of their names. */
export function printedWeights({ nodes }: library.AnyModel): string {
  const layers = nodes.filter(({ params }) => params.length > 0)
  return layers
    .map(
      ({ name, params }) =>
        `${name} ${params
          .map((param) => `${param.name} [${param.shape.join(', ')}]`)
          .sort()
          .join(' ')}`,
    )
    .sort()
    .join('; ')
}
