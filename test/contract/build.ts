import * as tf from '@tensorflow/tfjs-core'
import * as library from '../../src/dsl/index.js'
import * as layers from '../../src/dsl/layers/index.js'
import { makeModel, together } from '../../src/dsl/model.js'
import { createRandom } from '../../src/runtime/random.js'
import { examples } from './examples.js'

export interface Sample {
  readonly title: string
  readonly kind: string
  readonly options: object
  readonly inputs: readonly (readonly number[])[]
  readonly ids?: number | undefined
}

/** Every example of every kind. */
export const samples: readonly Sample[] = Object.entries(examples).flatMap(([kind, list]) =>
  list.map(({ options, inputs, ids }) => ({
    title: `${kind}(${JSON.stringify(options)}) on ${JSON.stringify(inputs)}`,
    kind,
    options,
    inputs,
    ids,
  })),
)

type Call = (x: library.AnySymbolic | readonly library.AnySymbolic[]) => library.AnySymbolic

/** The layer of a sample, called on tensors: a merge on all of them. */
export function call({ kind, options, inputs }: Sample, on: readonly library.AnySymbolic[]): library.AnySymbolic {
  const layer = (layers as unknown as { [kind: string]: (options: object) => Call })[kind]?.(options)
  if (layer === undefined) throw new Error(`there is no layer ${kind}`)
  return inputs.length > 1 ? layer(on) : layer(on[0] as library.AnySymbolic)
}

/** A model of the layer alone, an input for each of its shapes. */
export function alone(sample: Sample): library.AnyModel {
  const inputs = sample.inputs.map((shape) => library.input(shape) as library.AnySymbolic)
  return makeModel(together(inputs), call(sample, inputs))
}

/**
 * Values in about -1…1, all different and a step of at least 1 / size apart, in random order: a maximum stays the maximum, and
 * what is above 0 stays above, when one of them moves a little. Those of neighbouring seeds lie between each other.
 */
export function spaced(shape: readonly number[], seed: number): tf.Tensor {
  const size = shape.reduce((n, length) => n * length, 1)
  const offset = ((seed * 0.618) % 1) - 0.5
  const values = Float32Array.from({ length: size }, (_, at) => (2 * at + 1 + offset) / size - 1)
  return tf.tensor(createRandom(seed).shuffle(values), [...shape])
}

/** Values for each input of a sample's layer: {@link spaced}, or ids in random order, each of them about as often as the others. */
export function valuesFor({ inputs, ids }: Sample, batch: number, seed: number): tf.Tensor[] {
  return inputs.map((shape, at) => {
    const whole = [batch, ...shape]
    if (ids === undefined) return spaced(whole, seed + at)
    const values = Float32Array.from({ length: whole.reduce((n, length) => n * length, 1) }, (_, index) => index % ids)
    return tf.tensor(createRandom(seed + at).shuffle(values), whole)
  })
}
