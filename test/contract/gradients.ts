import * as tf from '@tensorflow/tfjs-core'
import { expect } from 'vitest'
import type { Network } from '../../src/runtime/network.js'
import { spaced } from './build.js'

const STEP = 1e-2
const TOLERANCE = 2e-3

/** Thrown where the values chosen lie at a kink of the function. */
export class Kink extends Error {}

/**
 * Gradients of a weighted sum of the outputs with respect to every weight and every input, against central differences
 * (f(x + h) - f(x - h)) / 2h with h = 0.01, equal up to 0.002 of the largest slope. Values are of size 1, and the sum is taken in
 * doubles, so that float32 leaves an error of about 1e-5. Ids do not move: the gradient along them is 0.
 *
 * @throws Kink where there is no slope to compare with
 */
export function expectSlopes(network: Network, inputs: readonly tf.Tensor[], moving = true): void {
  // In training mode, and always by the same seed: what is drawn stays the same.
  const run = (given: readonly tf.Tensor[]) => network.run(given, { training: true, seed: 7 })[0] as tf.Tensor
  const weights = tf.tidy(() => spaced(run(inputs).shape, 99))
  const factors = weights.dataSync()
  const value = (given: readonly tf.Tensor[]) => {
    const outputs = tf.tidy(() => run(given).dataSync() as Float32Array)
    return outputs.reduce((sum, y, at) => sum + y * (factors[at] as number), 0)
  }
  const scalar = (given: readonly tf.Tensor[]) => tf.sum(tf.mul(run(given), weights)) as tf.Scalar

  const ofInputs = tf.grads((...given) => scalar(given))([...inputs])
  for (const [at, gradient] of ofInputs.entries()) {
    if (!moving) {
      expect([...gradient.dataSync()], `input ${at}`).toEqual(Array(gradient.size).fill(0))
      continue
    }
    const moved = (values: Float32Array) => {
      const tensor = tf.tensor(values, (inputs[at] as tf.Tensor).shape)
      const result = value(inputs.with(at, tensor))
      tensor.dispose()
      return result
    }
    expectSlope(`input ${at}`, gradient, inputs[at] as tf.Tensor, moved)
  }
  if (network.variables.size > 0) {
    const { value: loss, grads } = tf.variableGrads(() => scalar(inputs), [...network.variables.values()])
    for (const [path, variable] of network.variables) {
      const original = variable.clone()
      const moved = (values: Float32Array) => {
        assign(variable, values)
        return value(inputs)
      }
      expectSlope(path, grads[variable.name] as tf.Tensor, original, moved)
      variable.assign(original)
      original.dispose()
    }
    tf.dispose([loss, grads])
  }
  tf.dispose([weights, ...ofInputs])
}

function assign(variable: tf.Variable, values: Float32Array): void {
  const tensor = tf.tensor(values, variable.shape)
  variable.assign(tensor)
  tensor.dispose()
}

function expectSlope(what: string, gradient: tf.Tensor, x: tf.Tensor, valueAt: (values: Float32Array) => number): void {
  const values = x.dataSync() as Float32Array
  const slopeAt = (at: number, step: number) => {
    const [up, down] = [step, -step].map((by) => valueAt(values.with(at, (values[at] as number) + by))) as [number, number]
    return (up - down) / (2 * step)
  }
  const slopes = Array.from(values, (_, at) => slopeAt(at, STEP))
  const ours = gradient.dataSync()
  expect(gradient.shape, what).toEqual(x.shape)
  const scale = slopes.reduce((largest, slope) => Math.max(largest, Math.abs(slope)), 1)
  slopes.forEach((slope, at) => {
    const near = (one: number, other: number) => Math.abs(one - other) / scale < TOLERANCE
    const gradient = ours[at] as number
    if (near(gradient, slope)) return
    // A shorter step may pass by a kink, such as relu's at 0, that the long one crosses; if it does not, there is no slope.
    const short = slopeAt(at, STEP / 8)
    if (near(gradient, short)) return
    if (!near(slope, short)) throw new Kink(`${what}, element ${at}`)
    expect.fail(`${what}, element ${at}: slope ${slope}, gradient ${gradient}`)
  })
}
