import * as tf from '@tensorflow/tfjs-core'
import { expect } from 'vitest'
import { start } from '../../src/runtime/engine/start.js'

/** Numbers in [-1, 1), the same for the same seed. */
export function numbers(size: number, seed: number): Float32Array {
  let state = (seed * 2654435761 + 12345) >>> 0
  return Float32Array.from({ length: size }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 31 - 1
  })
}

/** Variables of these values, which are disposed of: nothing else holds their data. */
export function variablesOf(values: Record<string, tf.Tensor>): Map<string, tf.Variable> {
  return new Map(
    Object.entries(values).map(([name, value]) => {
      const variable = tf.variable(value)
      value.dispose()
      return [name, variable]
    }),
  )
}

type Run = (...tensors: tf.Tensor[]) => tf.Tensor

interface Outcome {
  shape: number[]
  value: Float32Array
  gradients: Float32Array[]
}

/** The value of `run` and the gradients of a weighted sum of it, on the backend named; checks that nothing is left behind. */
async function outcome(backend: 'cpu' | 'wasm', inputs: tf.Tensor[], run: Run, differentiate: boolean): Promise<Outcome> {
  await start({ backend })
  // In test mode the engine counts the data that each kernel leaves behind.
  tf.env().set('IS_TEST', true)
  const before = tf.memory().numTensors
  const own = await Promise.all(inputs.map(async (input) => tf.tensor(await input.data(), input.shape, input.dtype)))
  const float = own.map(({ dtype }) => dtype === 'float32')
  const value = tf.tidy(() => run(...own))
  const weights = tf.tensor(numbers(value.size, 99), value.shape)
  const scalar = (...free: tf.Tensor[]) => {
    let next = 0
    return tf.sum(tf.mul(run(...own.map((tensor, index) => (float[index] ? (free[next++] as tf.Tensor) : tensor))), weights))
  }
  const gradients = differentiate ? tf.grads(scalar)(own.filter((_, index) => float[index])) : []
  const result = {
    shape: value.shape,
    value: Float32Array.from(await value.data()),
    gradients: await Promise.all(gradients.map(async (gradient) => Float32Array.from(await gradient.data()))),
  }
  tf.dispose([...own, value, weights, ...gradients])
  tf.env().set('IS_TEST', false)
  expect(tf.memory().numTensors, `tensors left on ${backend}`).toBe(before)
  return result
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  expect(a.length).toBe(b.length)
  const scale = b.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1)
  return a.reduce((largest, value, index) => {
    const difference = Object.is(value, b[index]) ? 0 : Math.abs(value - (b[index] as number)) / scale
    return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : Math.max(largest, difference)
  }, 0)
}

/** Expects wasm with our kernels to give what the cpu backend gives, in values and in gradients, relative to the largest of them. */
export async function expectAgreement(
  inputs: readonly (readonly number[] | tf.Tensor)[],
  run: Run,
  { gradients = true, tolerance = 2e-5 } = {},
): Promise<void> {
  await start({ backend: 'cpu' })
  const tensors = inputs.map((input, index) =>
    input instanceof tf.Tensor
      ? input
      : tf.tensor(
          numbers(
            input.reduce((a, b) => a * b, 1),
            index + 1,
          ),
          [...input],
        ),
  )
  const reference = await outcome('cpu', tensors, run, gradients)
  const ours = await outcome('wasm', tensors, run, gradients)
  tf.dispose(tensors)
  expect(ours.shape).toEqual(reference.shape)
  expect(largestDifference(ours.value, reference.value), 'value').toBeLessThan(tolerance)
  for (const [index, gradient] of ours.gradients.entries()) {
    expect(largestDifference(gradient, reference.gradients[index] as Float32Array), `gradient ${index}`).toBeLessThan(tolerance)
  }
}

/** Expects the gradient of a function that is linear nearby to be what moving each element of its input measures, on both backends. */
export async function expectMeasuredSlopes(
  shape: readonly number[],
  run: (x: tf.Tensor) => tf.Tensor,
  step = 1e-3,
): Promise<void> {
  const values = numbers(
    shape.reduce((a, b) => a * b, 1),
    5,
  )
  for (const backend of ['cpu', 'wasm'] as const) {
    await start({ backend })
    const loss = (x: tf.Tensor) =>
      tf.tidy(() => {
        const result = run(x)
        return tf.sum(tf.mul(result, tf.tensor(numbers(result.size, 6), result.shape))) as tf.Scalar
      })
    const at = async (index: number, by: number) => {
      const moved = tf.tensor(
        values.map((value, place) => (place === index ? value + by : value)),
        [...shape],
      )
      return (await loss(moved).data())[0] as number
    }
    const gradient = await tf
      .grad(loss)(tf.tensor(values, [...shape]))
      .data()
    for (let index = 0; index < values.length; index++) {
      const measured = ((await at(index, step)) - (await at(index, -step))) / (2 * step)
      expect(gradient[index], `${backend}, element ${index}`).toBeCloseTo(measured, 2)
    }
  }
}
