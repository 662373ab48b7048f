import * as tf from '@tensorflow/tfjs-core'

import { describe } from '../dsl/data/check.js'
import { checkInputs } from '../dsl/data/checkInputs.js'
import { checkCounts } from '../dsl/data/counts.js'
import { allByName, endsOf, optionAt } from '../dsl/data/ends.js'
import { showData } from '../dsl/data/labels.js'
import type { NumbersLike } from '../dsl/data/ndarray.js'
import type { InputsOf } from '../dsl/data/outputs.js'
import { type AnyModel, checkModel } from '../dsl/model.js'
import { printed } from '../dsl/options.js'
import { emptyLayers, type WeightShapes } from '../dsl/weights.js'
import { refuse } from '../types/message.js'
import { type IsAny, showShape } from '../types/shape.js'
import { shortNames } from '../types/short.js'
import { checkAlive } from './alive.js'
import { ensureStarted } from './engine/start.js'
import { checkTensor, lower } from './lower.js'
import type { Network } from './network.js'
import type { Tensor } from './tensor.js'
import { allSamples } from './training/batches.js'
import { inForm, predictOn } from './training/evaluate.js'
import { batchSizeOf } from './training/options.js'
import type { BatchOptions, Predictions } from './training/types.js'
import type { FittingValues, WeightValues } from './weight-values.js'

/** Options of {@link init}. */
export interface InitOptions {
  /** Seed of the first weights, a whole number; the same seed gives the same weights on every backend. By chance if left out. */
  readonly seed?: number | undefined
}

/** Weights of a model by layer and name. In a graph, layers without a name are there at run time but not in the type. */
export type NetWeights<M extends AnyModel> =
  // A conditional, for editors print its result and not its name.
  [WeightShapes<M>] extends [infer All]
    ? {
        readonly [L in keyof All]: {
          readonly [W in keyof All[L]]: Tensor<Exclude<All[L][W], undefined>> | Extract<All[L][W], undefined>
        }
      }
    : never

/** A model with weights, on the engine. */
export interface Net<M extends AnyModel = AnyModel> {
  readonly model: M
  /** The model lowered to the engine. */
  readonly network: Network
  /** The weights, as tensors of the engine; they are the net's own: do not dispose of them. */
  readonly weights: NetWeights<M>
  /**
   * Overwrites weights.
   * @throws ShapeError if there is no such weight, if the count of values is not that of its shape, or if a value is NaN or infinite
   */
  setWeights<V extends WeightValues<M>>(values: FittingValues<M, V>): void
  /**
   * Outputs for samples in plain memory.
   * @param x `[n, ...input]`, or an object of them by the names of several inputs
   * @returns `[n, ...output]`, or an object of them by the names of several outputs
   */
  predict<const X>(x: InputsOf<'predict', 'x', M, X>, options?: BatchOptions): Promise<Predictions<M, X>>
  /**
   * Output for a tensor, with gradients if asked for inside `tf.grad`: `[batch, ...input]` to `[batch, ...output]`; several by name.
   * Dropout is off.
   * @throws ShapeError if a tensor does not have its input's shape
   */
  forward(x: TensorsIn<M['inputShape']>): TensorsOut<M['outputShape']>
  /** Frees the weights. The net can't be used afterwards. */
  dispose(): void
}

type TensorsIn<Input> =
  // biome-ignore lint/suspicious/noExplicitAny: quiet after a mistake
  IsAny<Input> extends true ? any : Input extends readonly unknown[] ? tf.Tensor : { readonly [N in keyof Input]: tf.Tensor }

type TensorsOut<Output> =
  IsAny<Output> extends true
    ? Tensor<Output>
    : Output extends readonly unknown[]
      ? Tensor<[number, ...Output]>
      : { readonly [N in keyof Output]: Tensor<Output[N] extends readonly unknown[] ? [number, ...Output[N]] : Output[N]> }

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
  checkModel('init', model)
  const { seed = Math.floor(Math.random() * 2 ** 32) } = options
  if (!Number.isSafeInteger(seed)) refuse('seed', { who: 'init', was: printed(seed) })
  await ensureStarted()
  const network = lower(model, seed)
  const net = {
    model,
    network,
    get weights() {
      checkAlive(network, 'weights')
      return grouped(network)
    },
    setWeights: (values: { [layer: string]: { [weight: string]: NumbersLike | tf.Tensor } }) => {
      checkAlive(network, 'setWeights')
      setWeights(network, values)
    },
    async predict(x: unknown, batch: BatchOptions = {}) {
      checkAlive(network, 'predict')
      const batchSize = batchSizeOf('predict', batch)
      const { data, count } = checkInputs('predict', 'x', model.inputShape, x)
      return inForm(model.outputShape, await predictOn(network, data, allSamples(count), batchSize))
    },
    forward: (x: unknown) => {
      checkAlive(network, 'forward')
      return forward(network, x)
    },
    dispose: network.dispose,
  }
  // The types of weights and predictions follow from the model; run time has no types.
  return Object.freeze(net) as unknown as Net<M>
}

function forward(network: Network, x: unknown): unknown {
  const { inputShape, outputShape } = network.model
  const ends = endsOf(inputShape)
  const tensors = allByName({ who: 'forward', option: 'x', ends: 'inputs', show: showData }, ends, x) as tf.Tensor[]
  for (const [at, end] of ends.entries()) {
    const option = end.name === undefined ? 'tensor' : optionAt('x', end)
    checkTensor('forward', option, end.shape, tensors[at] as tf.Tensor)
  }
  checkCounts('forward', 'x', tensors)
  return inForm(
    outputShape,
    tf.tidy(() => network.run(tensors, { training: false, seed: 0 })),
  )
}

function grouped(network: Network): { [layer: string]: { [weight: string]: tf.Variable } } {
  const weights: { [layer: string]: { [weight: string]: tf.Variable } } = emptyLayers(network.model)
  for (const [path, variable] of [...network.variables, ...network.states]) {
    const cut = path.lastIndexOf('/')
    const layer = path.slice(0, cut)
    weights[layer] = { ...weights[layer], [path.slice(cut + 1)]: variable }
  }
  return weights
}

// Of a tensor only where its values lie in plain memory: a GPU would have to be waited for.
function checkValues(path: string, value: NumbersLike | tf.Tensor): void {
  const isTensor = value instanceof tf.Tensor
  if (isTensor && !['wasm', 'cpu'].includes(tf.getBackend())) return
  const values: NumbersLike = isTensor ? value.dataSync() : value
  for (let index = 0; index < values.length; index++) {
    const one: unknown = values[index]
    if (typeof one !== 'number' || !Number.isFinite(Math.fround(one))) refuse('weightFinite', { path, was: describe(one), index })
  }
}

function setWeights(network: Network, values: { [layer: string]: { [weight: string]: NumbersLike | tf.Tensor } }): void {
  const given = Object.entries(values).flatMap(([layer, own]) =>
    Object.entries(own ?? {}).map(([name, value]) => [`${layer}/${name}`, value] as const),
  )
  // All are checked before the first is written: a mistake leaves the net as it was.
  for (const [path, value] of given) {
    const variable = network.variables.get(path) ?? network.states.get(path)
    if (variable === undefined)
      refuse('weightName', { was: path, names: shortNames([...network.variables.keys(), ...network.states.keys()]) })
    if (typeof value !== 'object' || value === null || !('length' in value || value instanceof tf.Tensor)) {
      refuse('weightShape', { path, must: showShape(variable.shape), was: describe(value) })
    }
    const fits =
      value instanceof tf.Tensor ? showShape(value.shape) === showShape(variable.shape) : value.length === variable.size
    const was = value instanceof tf.Tensor ? showShape(value.shape) : `${value.length} values`
    if (!fits) refuse('weightShape', { path, must: showShape(variable.shape), was })
    checkValues(path, value)
  }
  for (const [path, value] of given) {
    const variable = (network.variables.get(path) ?? network.states.get(path)) as tf.Variable
    const next = value instanceof tf.Tensor ? tf.clone(value) : tf.tensor(Float32Array.from(value), variable.shape)
    variable.assign(next)
    next.dispose()
  }
}
