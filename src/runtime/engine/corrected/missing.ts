import * as tf from '@tensorflow/tfjs-core'

// Without this no conv3dTranspose trains: its forward pass is the input gradient of conv3d, whose own gradients are conv3d's.
const conv3dTranspose: tf.GradConfig = {
  kernelName: tf.Conv3DBackpropInputV2,
  inputsToSave: ['dy', 'filter'],
  gradFunc: (slope, saved, attrs) => {
    const [dy, filter] = saved as [tf.Tensor5D, tf.Tensor5D]
    const { strides, pad } = attrs as unknown as { strides: [number, number, number]; pad: 'valid' | 'same' }
    const along = slope as tf.Tensor5D
    const byFilter = { strides, pad, filterShape: filter.shape }
    return {
      dy: () => tf.conv3d(along, filter, strides, pad),
      filter: () =>
        tf.engine().runKernel(tf.Conv3DBackpropFilterV2, { x: along, dy } as unknown as tf.NamedTensorMap, byFilter) as tf.Tensor,
    }
  },
}

// What gatherND takes out, scatterND puts back, and sums where indices repeat; and the other way round.
const gatherNd: tf.GradConfig = {
  kernelName: tf.GatherNd,
  inputsToSave: ['params', 'indices'],
  gradFunc: (dy, saved) => {
    const [params, indices] = saved as [tf.Tensor, tf.Tensor]
    return {
      params: () => tf.scatterND(indices, dy as tf.Tensor, params.shape as [number]),
      indices: () => tf.zeros(indices.shape),
    }
  },
}

const scatterNd: tf.GradConfig = {
  kernelName: tf.ScatterNd,
  inputsToSave: ['indices'],
  gradFunc: (dy, saved) => {
    const [indices] = saved as [tf.Tensor]
    return { updates: () => tf.gatherND(dy as tf.Tensor, indices), indices: () => tf.zeros(indices.shape) }
  },
}

/** For each place along a mirrored axis: the place of x that it shows. */
function mirrored(size: number, [before, after]: [number, number], mode: 'reflect' | 'symmetric'): number[] {
  const edge = mode === 'reflect' ? 0 : 1
  return Array.from({ length: before + size + after }, (_, index) => {
    const at = index - before
    if (at < 0) return -at - edge
    return at < size ? at : 2 * (size - 1) - at + edge
  })
}

// The shipped gradient of mirrorPad is the middle of dy: what the mirror images contribute is lost.
const mirrorPad: tf.GradConfig = {
  kernelName: tf.MirrorPad,
  inputsToSave: ['x'],
  gradFunc: (dy, saved, attrs) => {
    const [{ shape }] = saved as [tf.Tensor]
    const { paddings, mode } = attrs as unknown as tf.MirrorPadAttrs
    const alongAxis = (slope: tf.Tensor, size: number, axis: number): tf.Tensor => {
      const padding = paddings[axis] as [number, number]
      if (padding[0] === 0 && padding[1] === 0) return slope
      const order = shape.map((_, index) => (index === 0 ? axis : index === axis ? 0 : index))
      const sums = tf.unsortedSegmentSum(tf.transpose(slope, order), tf.tensor1d(mirrored(size, padding, mode), 'int32'), size)
      return tf.transpose(sums, order)
    }
    return { x: () => shape.reduce(alongAxis, dy as tf.Tensor) }
  },
}

// The shipped gradient of tile throws for more than five axes, which a merge that stretches sizes may have. Each value has as many slopes
// as it has copies.
const tile: tf.GradConfig = {
  kernelName: tf.Tile,
  inputsToSave: ['x'],
  gradFunc: (dy, saved, attrs) => {
    const [{ shape }] = saved as [tf.Tensor]
    const { reps } = attrs as unknown as tf.TileAttrs
    const alongAxis = (slope: tf.Tensor, copies: number, axis: number): tf.Tensor => {
      if (copies === 1) return slope
      const rest = slope.shape.slice(axis + 1)
      const inner = rest.reduce((n, size) => n * size, shape[axis] as number)
      const sums = tf.sum(tf.reshape(slope, [-1, copies, inner]), 1)
      return tf.reshape(sums, [...slope.shape.slice(0, axis), shape[axis] as number, ...rest])
    }
    return { x: () => reps.reduce(alongAxis, dy as tf.Tensor) }
  },
}

export const missingGradients: tf.GradConfig[] = [conv3dTranspose, gatherNd, scatterNd, mirrorPad, tile]
