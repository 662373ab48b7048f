import * as tf from '@tensorflow/tfjs-core'
import type { AdaptivePoolingOptions } from '../../dsl/poolings.js'
import { type Complete, type Forward, only } from './forward.js'
import type { Reduce } from './globalPooling.js'
import { each } from './sides.js'

/**
 * The forward pass of a pooling to a size, axis after axis: a mean of means over equal windows is the mean, and so for a
 * maximum.
 */
export function adaptivePooling(reduce: Reduce): Forward<Complete<AdaptivePoolingOptions<number | readonly number[]>>> {
  return (inputs, _, { outputSize }) => {
    const x = only(inputs)
    const pooled = each(x.rank - 2, outputSize).reduce<tf.Tensor>((y, size, axis) => alongAxis(y, axis + 1, size, reduce), x)
    // What a layer gives must be its own.
    return pooled === x ? tf.clone(x) : pooled
  }
}

function alongAxis(x: tf.Tensor, axis: number, windows: number, reduce: Reduce): tf.Tensor {
  const size = x.shape[axis] as number
  if (size === windows) return x
  const lead = x.shape.slice(0, axis).reduce((n, length) => n * length, 1)
  const rest = x.shape.slice(axis + 1).reduce((n, length) => n * length, 1)
  const rows =
    size % windows === 0
      ? inParts(x, [lead, windows, size / windows, rest], reduce)
      : overlapping(tf.reshape(x, [lead, size, rest]), windows, reduce)
  return tf.reshape(rows, x.shape.with(axis, windows))
}

const inParts = (x: tf.Tensor, parts: number[], reduce: Reduce): tf.Tensor => reduce(tf.reshape(x, parts), 2)

function overlapping(x: tf.Tensor, windows: number, reduce: Reduce): tf.Tensor {
  const size = x.shape[1] as number
  const each = Array.from({ length: windows }, (_, at) => {
    const from = Math.floor((at * size) / windows)
    const to = Math.ceil(((at + 1) * size) / windows)
    return reduce(tf.slice(x, [0, from, 0], [-1, to - from, -1]), 1)
  })
  return tf.stack(each, 1)
}
