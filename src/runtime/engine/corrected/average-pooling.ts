import * as tf from '@tensorflow/tfjs-core'

type Attrs = { filterSize: number[]; strides: number[]; pad: 'valid' | 'same' | number | tf.backend_util.ExplicitPadding }

/** How many elements of the input each window of one axis covers; the padding does not count. Length: the windows along the axis. */
function covered(windows: number, size: number, window: number, stride: number, before: number): number[] {
  return Array.from({ length: windows }, (_, index) => {
    const from = index * stride - before
    return Math.max(1, Math.min(size, from + window) - Math.max(0, from))
  })
}

// Average pooling divides each window by the elements it covers, but the shipped gradient by the whole window: with padding 'same'
// over 4×4, window 3, stride 2 it gives 1/9 where 1/6 is right. Scaling dy by window/covered mends it on every backend.
const avgPool: tf.GradConfig = {
  kernelName: tf.AvgPool,
  inputsToSave: ['x'],
  gradFunc: (dy, saved, attrs) => {
    const [x] = saved as [tf.Tensor4D]
    const { filterSize, strides, pad } = attrs as unknown as Attrs
    const info = tf.backend_util.computePool2DInfo(x.shape, filterSize as [number, number], strides as [number, number], 1, pad)
    // The number of windows is dy's: for a numeric padding, computePool2DInfo may have it wrong.
    const [, outHeight, outWidth] = (dy as tf.Tensor4D).shape
    const rows = covered(outHeight, info.inHeight, info.filterHeight, info.strideHeight, info.padInfo.top)
    const columns = covered(outWidth, info.inWidth, info.filterWidth, info.strideWidth, info.padInfo.left)
    const area = info.filterHeight * info.filterWidth
    const scaled = rescaled(dy as tf.Tensor, [rows, columns], area)
    return { x: () => poolGradient(tf.AvgPoolGrad, scaled, x, attrs) }
  },
}

const avgPool3d: tf.GradConfig = {
  kernelName: tf.AvgPool3D,
  inputsToSave: ['x'],
  gradFunc: (dy, saved, attrs) => {
    const [x] = saved as [tf.Tensor5D]
    const { filterSize, strides, pad } = attrs as unknown as { [K in keyof Attrs]: never }
    const info = tf.backend_util.computePool3DInfo(x.shape, filterSize, strides, 1, pad)
    const depths = covered(info.outDepth, info.inDepth, info.filterDepth, info.strideDepth, info.padInfo.front)
    const rows = covered(info.outHeight, info.inHeight, info.filterHeight, info.strideHeight, info.padInfo.top)
    const columns = covered(info.outWidth, info.inWidth, info.filterWidth, info.strideWidth, info.padInfo.left)
    const scaled = rescaled(dy as tf.Tensor, [depths, rows, columns], info.filterDepth * info.filterHeight * info.filterWidth)
    return { x: () => poolGradient(tf.AvgPool3DGrad, scaled, x, attrs) }
  },
}

/** dy of [batch, ...windows, channels] times volume/(product of the counts of the axes); dy itself where every window is whole. */
function rescaled(dy: tf.Tensor, counts: number[][], volume: number): tf.Tensor {
  const products = counts.reduce((all, axis) => all.flatMap((a) => axis.map((b) => a * b)), [1])
  if (products.every((count) => count === volume)) return dy
  const scale = tf.tensor(
    products.map((count) => volume / count),
    [1, ...counts.map((axis) => axis.length), 1],
  )
  return tf.mul(dy, scale)
}

function poolGradient(kernel: string, dy: tf.Tensor, input: tf.Tensor, attrs: tf.NamedAttrMap): tf.Tensor {
  return tf.engine().runKernel(kernel, { dy, input } as tf.NamedTensorMap, attrs)
}

export const averagePoolingGradients: tf.GradConfig[] = [avgPool, avgPool3d]
