import * as tf from '@tensorflow/tfjs-core'
import { type Forward, only } from './forward.js'

interface Along {
  readonly kernelSize?: number
  readonly dilationRate?: number
  readonly padding?: 'valid' | 'same' | 'causal' | number | readonly [number, number]
}

/** A layer over steps as the layer over height and width that it is for images of height 1: kernels get a height of 1 as well. */
// Options of any layer: each is only ever called with those of its own kind.
// biome-ignore lint/suspicious/noExplicitAny: see above
export function alongWidth(forward: Forward<any>): Forward<any> {
  return (inputs, weights, options, context) => {
    const wide = Object.entries(weights).map(([name, weight]) => [name, weight?.rank === 3 ? tf.expandDims(weight, 0) : weight])
    const image = tf.expandDims(only(inputs), 1)
    return tf.squeeze(forward([image], Object.fromEntries(wide), { ...options, ...acrossOnly(options) }, context), [1])
  }
}

const perAxis = { kernelSize: 1, poolSize: 1, strides: 1, dilationRate: 1, outputPadding: 0 } as const

/** Options of one axis as those of two, of which the first does nothing. */
function acrossOnly(options: Along & { readonly [option: string]: unknown }): { [option: string]: unknown } {
  const given = Object.entries(perAxis).filter(([name]) => options[name] !== undefined)
  return { ...Object.fromEntries(given.map(([name, still]) => [name, [still, options[name]]])), padding: acrossPadding(options) }
}

function acrossPadding({ padding, kernelSize = 1, dilationRate = 1 }: Along): unknown {
  if (padding === undefined || padding === 'valid' || padding === 'same') return padding
  const sides =
    padding === 'causal' ? [(kernelSize - 1) * dilationRate, 0] : typeof padding === 'number' ? [padding, padding] : padding
  return [[0, 0], sides]
}
