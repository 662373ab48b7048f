import * as tf from '@tensorflow/tfjs-core'
import type { CenterCropOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'
import { resized } from './interpolate.js'

export const centerCrop: Forward<Complete<CenterCropOptions>> = (inputs, _, { height, width }) => {
  const x = only(inputs)
  const [, high, wide] = x.shape as [number, number, number]
  if (high >= height && wide >= width) return middle(x, height, width)
  // The largest part of the proportions that are asked for.
  const part = (size: number, other: number, must: number, mustOther: number): number =>
    Math.max(1, Math.min(size, Math.floor((other * must) / mustOther)))
  return resized(middle(x, part(high, wide, height, width), part(wide, high, width, height)), [height, width], 'bilinear')
}

function middle(x: tf.Tensor, height: number, width: number): tf.Tensor {
  const [batch, high, wide, channels] = x.shape as [number, number, number, number]
  const before = (size: number, part: number): number => Math.floor((size - part) / 2)
  return tf.slice(x, [0, before(high, height), before(wide, width), 0], [batch, height, width, channels])
}
