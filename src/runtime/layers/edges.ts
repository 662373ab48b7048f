import * as tf from '@tensorflow/tfjs-core'
import type { BothSides } from '../../types/steps.js'

/*
 * Layers that put something on the sides of axes, or take it away. The option is one number for every side, one for the sides
 * of each axis, or a pair for each axis; on one axis a pair is that axis' own.
 */

type Option = BothSides | readonly BothSides[]

function pairs(axes: number, option: Option): [number, number][] {
  const perAxis =
    typeof option === 'number'
      ? Array<BothSides>(axes).fill(option)
      : axes === 1
        ? [option as BothSides]
        : (option as readonly BothSides[])
  return perAxis.map((sides) => (typeof sides === 'number' ? [sides, sides] : [sides[0], sides[1]]))
}

/** Zeros on the sides of the first axes of each sample. */
export function padded(x: tf.Tensor, axes: number, option: Option): tf.Tensor {
  return tf.pad(x, [[0, 0], ...pairs(axes, option), [0, 0]])
}

/** The part of each sample between the sides of its first axes. */
export function cropped(x: tf.Tensor, axes: number, option: Option): tf.Tensor {
  const cuts = [[0, 0], ...pairs(axes, option), [0, 0]] as [number, number][]
  return tf.slice(
    x,
    cuts.map(([before]) => before),
    x.shape.map((size, axis) => size - (cuts[axis] as [number, number])[0] - (cuts[axis] as [number, number])[1]),
  )
}
