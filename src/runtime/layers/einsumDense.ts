import * as tf from '@tensorflow/tfjs-core'
import type { EinsumDenseOptions } from '../../dsl/layers/index.js'
import { parseEquation } from '../../types/equation.js'
import { activate } from './activation.js'
import { type Complete, type Forward, only } from './forward.js'

const product = (sizes: readonly number[]): number => sizes.reduce((n, size) => n * size, 1)

/*
 * As one matrix product for each value of the letters that all three have, for the engine's einsum has no gradient: axes of the
 * input alone are summed, the others brought into the order shared, kept, summed over.
 */
export const einsumDense: Forward<Complete<EinsumDenseOptions>> = (inputs, { kernel, bias }, { equation, activation }) => {
  const [x, weight] = [only(inputs), kernel as tf.Tensor]
  const { input, kernel: ofKernel, output } = withRest(equation, x.rank)
  const sizes = new Map([
    ...input.map((key, at) => [key, x.shape[at]]),
    ...ofKernel.map((key, at) => [key, weight.shape[at]]),
  ] as [string, number][])
  const sizesOf = (keys: readonly string[]) => keys.map((key) => sizes.get(key) as number)

  const shared = ofKernel.filter((key) => input.includes(key) && output.includes(key))
  const summed = ofKernel.filter((key) => input.includes(key) && !output.includes(key))
  const added = ofKernel.filter((key) => !input.includes(key))
  const kept = input.filter((key) => output.includes(key) && !ofKernel.includes(key))

  const alone = input.flatMap((key, at) => (output.includes(key) || ofKernel.includes(key) ? [] : [at]))
  const left = input.filter((_, at) => !alone.includes(at))
  const rows = ordered(alone.length === 0 ? x : tf.sum(x, alone), left, [...shared, ...kept, ...summed])
  const columns = ordered(weight, ofKernel, [...shared, ...summed, ...added])
  const [batch, m, k, n] = [shared, kept, summed, added].map((keys) => product(sizesOf(keys))) as [number, number, number, number]
  const made =
    shared.length === 0
      ? tf.matMul(tf.reshape(rows, [m, k]), tf.reshape(columns, [k, n]))
      : tf.matMul(tf.reshape(rows, [batch, m, k]), tf.reshape(columns, [batch, k, n]))
  const order = [...shared, ...kept, ...added]
  const sums = ordered(tf.reshape(made, sizesOf(order)), order, output)
  return activate(bias === undefined ? sums : tf.add(sums, bias), activation)

  function ordered(tensor: tf.Tensor, from: readonly string[], to: readonly string[]): tf.Tensor {
    const places = to.map((key) => from.indexOf(key))
    return places.every((place, at) => place === at) ? tensor : tf.transpose(tensor, places)
  }
}

/** The letters of an equation with keys of their own for the batch and for axes that have none. */
function withRest(equation: string, rank: number): { input: string[]; kernel: readonly string[]; output: string[] } {
  const { rest: where, input, kernel, output } = parseEquation('einsumDense', equation)
  const rest = Array.from({ length: rank - 1 - input.length }, (_, at) => `rest ${at}`)
  const all = (letters: readonly string[]) => [
    'batch',
    ...(where === 'before' ? rest : []),
    ...letters,
    ...(where === 'behind' ? rest : []),
  ]
  return { input: all(input), kernel, output: all(output) }
}
