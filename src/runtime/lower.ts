import * as tf from '@tensorflow/tfjs-core'
import { hasNames, sizesMatch } from '../dsl/data/sizes.js'
import type { ModelNode } from '../dsl/graph.js'
import type { MatrixInitializerName } from '../dsl/initializers.js'
import { twinOf } from '../dsl/layer.js'
import type { AnyModel } from '../dsl/model.js'
import { outputsOn } from '../dsl/refit.js'
import type { AnySymbolic } from '../dsl/symbolic.js'
import { refuse } from '../types/message.js'
import type { ParamSpec } from '../types/run.js'
import { type Shape, showShape } from '../types/shape.js'
import { initialValues } from './initializers.js'
import { forwardOf } from './layers/index.js'
import type { ForwardOptions, Network } from './network.js'
import { deriveSeed } from './random.js'

/** Lowers a model to the engine, which must have been started: makes its weights, and a forward pass over its layers in order. */
export function lower(model: AnyModel, seed: number): Network {
  const all = new Map<string, tf.Variable>()
  const variables = new Map<string, tf.Variable>()
  const states = new Map<string, tf.Variable>()
  for (const node of model.nodes) {
    for (const param of node.params) {
      const path = `${node.weights}/${param.name}`
      // A shared layer has its weights from the first of its calls.
      if (all.has(path)) continue
      const made = variable(node, param, deriveSeed(seed, path))
      all.set(path, made)
      if (param.trainable) variables.set(path, made)
      else states.set(path, made)
    }
  }
  const steps = model.nodes.map((node) => stepOf(node, all))
  const named = model.inputs.some(({ shape }) => hasNames(shape as Shape))

  function run(inputs: readonly tf.Tensor[], options: ForwardOptions): tf.Tensor[] {
    if (named)
      outputsOn(
        model,
        inputs.map(({ shape }) => shape.slice(1)),
      )
    const tensors = new Map<AnySymbolic, tf.Tensor>(model.inputs.map((input, at) => [input, inputs[at] as tf.Tensor]))
    for (const [at, step] of steps.entries()) tensors.set(step.output, step.forward(tensors, options, at))
    return model.outputs.map((output) => tensors.get(output) as tf.Tensor)
  }

  return {
    model,
    variables,
    states,
    run,
    dispose: () => {
      for (const weight of all.values()) weight.dispose()
    },
  }
}

function variable(
  node: ModelNode,
  { initializer, trainable, shape: sizes, values: given }: ParamSpec,
  seed: number,
): tf.Variable {
  const named = (twinOf(node.layer).options[initializer] ?? initializer) as MatrixInitializerName
  const shape = sizes as number[]
  // The engine's name is left to tfjs: two models of one layout live side by side.
  const values = tf.tensor(given ? Float32Array.from(given) : initialValues(named, shape, seed), shape)
  const made = tf.variable(values, trainable)
  values.dispose()
  return made
}

interface Step {
  readonly output: AnySymbolic
  forward(tensors: ReadonlyMap<AnySymbolic, tf.Tensor>, options: ForwardOptions, at: number): tf.Tensor
}

function stepOf(node: ModelNode, variables: ReadonlyMap<string, tf.Variable>): Step {
  const { options } = twinOf(node.layer)
  const forward = forwardOf(node.layer.kind)
  const weights = Object.fromEntries(node.params.map(({ name }) => [name, variables.get(`${node.weights}/${name}`)]))
  return {
    output: node.output,
    forward(tensors, { training, seed }, at) {
      const inputs = node.inputs.map((input) => tensors.get(input) as tf.Tensor)
      const assign = (name: string, value: tf.Tensor): void => (weights[name] as tf.Variable).assign(value)
      return forward(inputs, weights, options, { training, seed: deriveSeed(seed, at), assign })
    },
  }
}

/** Checks a tensor against the shape a model asks for, names aside. */
export function checkTensor(who: string, option: string, must: Shape, tensor: tf.Tensor): void {
  if (sizesMatch(must, tensor.shape.slice(1))) return
  refuse('forwardShape', { who, option, must: batched(must), was: showShape(tensor.shape) })
}

function batched(shape: Shape): string {
  return `[batch, ${showShape(shape).slice(1)}`
}
