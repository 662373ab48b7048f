import * as tf from '@tensorflow/tfjs-core'
import type { ActivationName } from '../../dsl/activations.js'
import type { ActivationOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'

const functions: { readonly [A in ActivationName]: (x: tf.Tensor) => tf.Tensor } = {
  linear: (x) => x,
  relu: (x) => tf.relu(x),
  sigmoid: (x) => tf.sigmoid(x),
  softmax: (x) => tf.softmax(x),
  tanh: (x) => tf.tanh(x),
}

/** Applies an activation by name; softmax on the last axis. */
export function activate(x: tf.Tensor, name: ActivationName): tf.Tensor {
  return functions[name](x)
}

/** Adds a bias, if there is one, and applies an activation: how most layers with weights end. */
export function biased(x: tf.Tensor, bias: tf.Tensor | undefined, name: ActivationName): tf.Tensor {
  return activate(bias === undefined ? x : tf.add(x, bias), name)
}

export const activation: Forward<Complete<ActivationOptions>> = (inputs, _, options) => {
  // A linear activation must not hand out the tensor it was given: whoever frees one would free the other.
  return options.activation === 'linear' ? tf.clone(only(inputs)) : activate(only(inputs), options.activation)
}
