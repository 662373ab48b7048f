import * as tf from '@tensorflow/tfjs-core'

import { type CheckInputs, checkInputs } from '../dsl/data/checkInputs.js'
import type { NDArray, NumbersLike } from '../dsl/data/ndarray.js'
import { type AnyModel, isModel } from '../dsl/model.js'
import { printed } from '../dsl/options.js'
import type { WeightShapes } from '../dsl/weights.js'
import { refuse } from '../types/message.js'
import { type Shape, showShape } from '../types/shape.js'
import { ensureStarted } from './engine/start.js'
import { checkTensor, lower } from './lower.js'
import type { Network } from './network.js'
import type { Tensor } from './tensor.js'
import { allSamples } from './training/batches.js'
import { predictOn } from './training/evaluate.js'
import { batchSizeOf } from './training/options.js'
import type { BatchOptions, Checked, Predictions } from './training/types.js'

/** Options of {@link init}. */
export interface InitOptions {
  /** Seed of the first weights, a whole number; the same seed gives the same weights on every backend. By chance if left out. */
  readonly seed?: number | undefined
}

/** Weights of a model by layer and name. In a graph, layers without a name are there at run time but not in the type. */
export type NetWeights<M extends AnyModel> = {
  readonly [L in keyof WeightShapes<M>]: { readonly [W in keyof WeightShapes<M>[L]]: Tensor<WeightShapes<M>[L][W]> }
}

/** Values for some of the weights, by layer and name, the last axis fastest. */
export type WeightValues<M extends AnyModel> = {
  readonly [L in keyof WeightShapes<M>]?: { readonly [W in keyof WeightShapes<M>[L]]?: NumbersLike | tf.Tensor }
}

/** A model with weights, on the engine. */
export interface Net<M extends AnyModel> {
  readonly model: M
  /** The model lowered to the engine. */
  readonly network: Network
  /** The weights, as tensors of the engine; they are the net's own: do not dispose of them. */
  readonly weights: NetWeights<M>
  /**
   * Overwrites weights.
   * @throws ShapeError if there is no such weight, or if the count of values is not that of its shape
   */
  setWeights(values: WeightValues<M>): void
  /**
   * Outputs for samples in plain memory.
   * @param x `[n, ...input]`
   * @returns `[n, ...output]`
   */
  predict<const X>(x: Checked<CheckInputs<'predict', 'x', M['inputShape'], X>, X>, options?: BatchOptions): Promise<Predictions<M, X>>
  /**
   * Output for a tensor, with gradients if asked for inside `tf.grad`: `[batch, ...input]` to `[batch, ...output]`. Dropout is off.
   * @throws ShapeError if the tensor does not have the input's shape
   */
  forward(x: tf.Tensor): Tensor<BatchOf<M['outputShape']>>
  /** Frees the weights. The net can't be used afterwards. */
  dispose(): void
}

type BatchOf<S> = S extends readonly unknown[] ? [number, ...S] : S

/**
 * Gives a model its weights, by the initializers of its layers; starts the engine if need be.
 *
 * @throws ShapeError if the size of a weight is not known
 * @throws Error if no backend starts
 * @example
 * ```ts
 * import { dense, init, input, sequential } from 'shapeproof'
 * const net = await init(sequential(input([4]), dense({ units: 3, activation: 'softmax' })), { seed: 7 })
 * net.weights.dense.kernel.print()
 * ```
 */
export async function init<M extends AnyModel>(model: M, options: InitOptions = {}): Promise<Net<M>> {
  if (!isModel(model)) refuse('notAModel', { who: 'init', was: typeof model })
  const { seed = Math.floor(Math.random() * 2 ** 32) } = options
  if (!Number.isSafeInteger(seed)) refuse('seed', { who: 'init', was: printed(seed) })
  await ensureStarted()
  const network = lower(model, seed)
  const net = {
    model,
    network,
    get weights() {
      return grouped(network)
    },
    setWeights: (values: { [layer: string]: { [weight: string]: NumbersLike | tf.Tensor } }) => setWeights(network, values),
    async predict(x: unknown, batch: BatchOptions = {}) {
      const batchSize = batchSizeOf('predict', batch)
      checkInputs('predict', 'x', model.inputShape, x)
      return predictOn(network, x as NDArray, allSamples((x as NDArray).shape[0] as number), batchSize)
    },
    forward(x: tf.Tensor) {
      checkTensor('forward', model.inputShape as Shape, x)
      return tf.tidy(() => network.run([x], { training: false, seed: 0 })[0] as tf.Tensor)
    },
    dispose: network.dispose,
  }
  // The types of weights and predictions follow from the model; run time has no types.
  return Object.freeze(net) as unknown as Net<M>
}

function grouped(network: Network): { [layer: string]: { [weight: string]: tf.Variable } } {
  const weights: { [layer: string]: { [weight: string]: tf.Variable } } = {}
  for (const [path, variable] of [...network.variables, ...network.states]) {
    const cut = path.lastIndexOf('/')
    const layer = path.slice(0, cut)
    weights[layer] = { ...weights[layer], [path.slice(cut + 1)]: variable }
  }
  return weights
}

function setWeights(network: Network, values: { [layer: string]: { [weight: string]: NumbersLike | tf.Tensor } }): void {
  const given = Object.entries(values).flatMap(([layer, own]) => Object.entries(own ?? {}).map(([name, value]) => [`${layer}/${name}`, value] as const))
  // All are checked before the first is written: a mistake leaves the net as it was.
  for (const [path, value] of given) {
    const variable = network.variables.get(path) ?? network.states.get(path)
    if (variable === undefined) refuse('weightName', { was: path, names: [...network.variables.keys()].slice(0, 6).join(', ') })
    const fits = value instanceof tf.Tensor ? showShape(value.shape) === showShape(variable.shape) : value.length === variable.size
    const was = value instanceof tf.Tensor ? showShape(value.shape) : `${value.length} values`
    if (!fits) refuse('weightShape', { path, must: showShape(variable.shape), was })
  }
  for (const [path, value] of given) {
    const variable = (network.variables.get(path) ?? network.states.get(path)) as tf.Variable
    const next = value instanceof tf.Tensor ? tf.clone(value) : tf.tensor(Float32Array.from(value), variable.shape)
    variable.assign(next)
    next.dispose()
  }
}
