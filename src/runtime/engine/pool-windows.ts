import * as tf from '@tensorflow/tfjs-core'

export interface PoolAttrs {
  filterSize: number | number[]
  strides: number | number[]
  pad: 'valid' | 'same' | number
  dimRoundingMode?: 'floor' | 'round' | 'ceil'
}

/** Windows over the axes between batch and channels, in elements; a 2d pool has one layer in depth. */
export interface Windows {
  batch: number
  channels: number
  input: [number, number, number]
  output: [number, number, number]
  stride: [number, number, number]
  dilation: [number, number, number]
  window: [number, number, number]
  padding: [number, number, number]
}

export function windows2d(shape: number[], attrs: PoolAttrs): { windows: Windows; outShape: number[] } {
  const { filterSize, strides, pad, dimRoundingMode } = attrs as PoolAttrs & { filterSize: number; strides: number }
  const info = tf.backend_util.computePool2DInfo(
    shape as [number, number, number, number],
    filterSize,
    strides,
    1,
    pad,
    dimRoundingMode,
  )
  const windows: Windows = {
    batch: info.batchSize,
    channels: info.inChannels,
    input: [1, info.inHeight, info.inWidth],
    output: [1, info.outHeight, info.outWidth],
    stride: [1, info.strideHeight, info.strideWidth],
    dilation: [1, info.dilationHeight, info.dilationWidth],
    window: [1, info.filterHeight, info.filterWidth],
    padding: [0, info.padInfo.top, info.padInfo.left],
  }
  return { windows, outShape: info.outShape }
}

export function windows3d(shape: number[], attrs: PoolAttrs): { windows: Windows; outShape: number[] } {
  const { filterSize, strides, pad, dimRoundingMode } = attrs as PoolAttrs & { filterSize: number; strides: number }
  const info = tf.backend_util.computePool3DInfo(
    shape as [number, number, number, number, number],
    filterSize,
    strides,
    1,
    pad,
    dimRoundingMode,
  )
  const windows: Windows = {
    batch: info.batchSize,
    channels: info.inChannels,
    input: [info.inDepth, info.inHeight, info.inWidth],
    output: [info.outDepth, info.outHeight, info.outWidth],
    stride: [info.strideDepth, info.strideHeight, info.strideWidth],
    dilation: [info.dilationDepth, info.dilationHeight, info.dilationWidth],
    window: [info.filterDepth, info.filterHeight, info.filterWidth],
    padding: [info.padInfo.front, info.padInfo.top, info.padInfo.left],
  }
  return { windows, outShape: info.outShape }
}

/** Where along an axis a window's elements lie, those in the padding left out. */
function positions({ input, stride, dilation, window, padding }: Windows, axis: 0 | 1 | 2, index: number): number[] {
  const first = index * stride[axis] - padding[axis]
  return Array.from({ length: window[axis] }, (_, tap) => first + tap * dilation[axis]).filter(
    (at) => at >= 0 && at < input[axis],
  )
}

/** Calls `visit` with the pixels of each window, as offsets of their first channel, and with the window's offset in the output. */
export function overWindows(windows: Windows, visit: (pixels: number[], output: number) => void): void {
  const { batch, channels, input, output } = windows
  const [, rows, columns] = ([0, 1, 2] as const).map((axis) =>
    Array.from({ length: output[axis] }, (_, index) => positions(windows, axis, index)),
  ) as [number[][], number[][], number[][]]
  let at = 0
  for (let image = 0; image < batch; image++) {
    for (let depth = 0; depth < output[0]; depth++) {
      for (const row of rows) {
        const lines = positions(windows, 0, depth).flatMap((z) =>
          row.map((y) => ((image * input[0] + z) * input[1] + y) * input[2]),
        )
        for (const column of columns) {
          visit(
            lines.flatMap((line) => column.map((x) => (line + x) * channels)),
            at,
          )
          at += channels
        }
      }
    }
  }
}

/** The pixel of the first maximum of a channel's window; a NaN counts as no maximum unless nothing else is there. */
export function maximumAt(values: Float32Array, pixels: number[], channel: number): number {
  let at = (pixels[0] as number) + channel
  let maximum = values[at] as number
  for (let index = 1; index < pixels.length; index++) {
    const candidate = (pixels[index] as number) + channel
    const value = values[candidate] as number
    if (value > maximum || Number.isNaN(maximum)) {
      maximum = value
      at = candidate
    }
  }
  return at
}

/** Adds dy to the element of x that each window took, channel by channel; `result` has the size of x and holds zeros. */
export function spreadToMaxima(windows: Windows, values: Float32Array, slopes: Float32Array, result: Float32Array): void {
  overWindows(windows, (pixels, at) => {
    if (pixels.length === 0) return
    for (let channel = 0; channel < windows.channels; channel++) {
      const position = maximumAt(values, pixels, channel)
      result[position] = (result[position] as number) + (slopes[at + channel] as number)
    }
  })
}
