import * as tf from '@tensorflow/tfjs-core'
import { simdOf } from '../simd/module.js'
import { addressOf, allocate, floats, type WasmBackend } from './heap.js'
import { multiply, productScratch, rowMajor, transposed } from './product.js'
import { type Replacement, replace } from './replacement.js'

// Replaced: Conv2D (shipped: 12.6 GFLOP/s on 288 taps to 64 filters, ours 30), Conv2DBackpropInput (shipped: naive scalar loops) and
// Conv2DBackpropFilter (missing). All three are products of matrices over the windows of the image, a stretch of windows at a time.

interface ConvAttrs {
  strides: [number, number] | number
  pad: 'valid' | 'same' | number | tf.backend_util.ExplicitPadding
  dilations?: [number, number] | number
  dataFormat: 'NHWC' | 'NCHW'
  dimRoundingMode?: 'floor' | 'round' | 'ceil'
}

type Info = tf.backend_util.Conv2DInfo

function infoOf(name: string, inputShape: readonly number[], filterShape: readonly number[], attrs: ConvAttrs): Info {
  if (attrs.dataFormat === 'NCHW') throw new Error(`${name} on wasm: dataFormat must be NHWC (was NCHW)`)
  const { strides, pad, dilations = 1, dimRoundingMode } = attrs
  return tf.backend_util.computeConv2DInfo(
    inputShape as [number, number, number, number],
    filterShape as [number, number, number, number],
    strides,
    dilations,
    pad,
    dimRoundingMode,
  )
}

// Per stretch at least 128 windows, else packing the filter once a stretch would cost as much as the product; more while the patches
// stay within 256 KB, the second-level cache.
const leastWindows = 128
const patchFloats = 65536

/** A stretch of whole output rows, counted through the batch: image 0's rows, image 1's rows, … */
interface Stretch {
  firstRow: number
  rows: number
  /** The patches of the stretch, [windows, taps × channels] row by row. */
  patches: number
  /** Memory for the product. */
  work: number
}

function overWindows(backend: WasmBackend, info: Info, visit: (stretch: Stretch) => void): void {
  const depth = info.filterHeight * info.filterWidth * info.inChannels
  const totalRows = info.batchSize * info.outHeight
  const windows = Math.max(leastWindows, Math.floor(patchFloats / depth))
  const rows = Math.min(totalRows, Math.max(1, Math.ceil(windows / info.outWidth)))
  const work = simdOf(backend).scratch(productScratch + 4 * rows * info.outWidth * depth)
  for (let firstRow = 0; firstRow < totalRows; firstRow += rows) {
    visit({ firstRow, rows: Math.min(rows, totalRows - firstRow), patches: work + productScratch, work })
  }
}

/** Runs imageToPatches or patchesToImage for a stretch, image by image. */
function movePatches(
  backend: WasmBackend,
  procedure: 'imageToPatches' | 'patchesToImage',
  info: Info,
  images: number,
  { firstRow, rows, patches }: Stretch,
): void {
  const move = simdOf(backend)[procedure]
  const { inHeight, inWidth, inChannels, outHeight, outWidth, filterHeight, filterWidth, padInfo } = info
  const rowFloats = outWidth * filterHeight * filterWidth * inChannels
  for (let row = firstRow; row < firstRow + rows; ) {
    const image = Math.floor(row / outHeight)
    const from = row - image * outHeight
    const to = Math.min(outHeight, from + firstRow + rows - row)
    move(
      images + 4 * image * inHeight * inWidth * inChannels,
      patches + 4 * (row - firstRow) * rowFloats,
      inHeight,
      inWidth,
      4 * inChannels,
      filterHeight,
      filterWidth,
      info.strideHeight,
      info.strideWidth,
      padInfo.top,
      padInfo.left,
      info.dilationHeight,
      info.dilationWidth,
      from,
      to,
      outWidth,
    )
    row += to - from
  }
}

/** Windows of one pixel, every one of them: the image is its own matrix of patches. */
function isPointwise({
  filterHeight,
  filterWidth,
  strideHeight,
  strideWidth,
  inHeight,
  inWidth,
  outHeight,
  outWidth,
  padInfo,
}: Info): boolean {
  return (
    filterHeight === 1 &&
    filterWidth === 1 &&
    strideHeight === 1 &&
    strideWidth === 1 &&
    padInfo.top === 0 &&
    padInfo.left === 0 &&
    inHeight === outHeight &&
    inWidth === outWidth
  )
}

function sizes(info: Info): { depth: number; windows: number; filters: number } {
  return {
    depth: info.filterHeight * info.filterWidth * info.inChannels,
    windows: info.batchSize * info.outHeight * info.outWidth,
    filters: info.outChannels,
  }
}

const forward = replace<{ x: tf.TensorInfo; filter: tf.TensorInfo }, ConvAttrs>('Conv2D', () => ({ inputs, attrs, backend }) => {
  const { x, filter } = inputs
  const info = infoOf('conv2d', x.shape, filter.shape, attrs)
  const { depth, windows, filters } = sizes(info)
  const out = allocate(backend, info.outShape)
  const weights = rowMajor(addressOf(backend, filter), filters)
  const [from, to] = [addressOf(backend, x), addressOf(backend, out)]
  if (isPointwise(info)) {
    multiply(backend, rowMajor(from, depth), weights, to, [windows, depth, filters], simdOf(backend).scratch(productScratch))
    return out
  }
  overWindows(backend, info, (stretch) => {
    movePatches(backend, 'imageToPatches', info, from, stretch)
    const target = to + 4 * stretch.firstRow * info.outWidth * filters
    multiply(
      backend,
      rowMajor(stretch.patches, depth),
      weights,
      target,
      [stretch.rows * info.outWidth, depth, filters],
      stretch.work,
    )
  })
  return out
})

const filterGradient = replace<{ x: tf.TensorInfo; dy: tf.TensorInfo }, ConvAttrs & { filterShape: number[] }>(
  'Conv2DBackpropFilter',
  () =>
    ({ inputs, attrs, backend }) => {
      const { x, dy } = inputs
      const info = infoOf('conv2d', x.shape, attrs.filterShape, attrs)
      const { depth, windows, filters } = sizes(info)
      const out = allocate(backend, info.filterShape)
      floats(backend, out).fill(0)
      const [images, slopes, to] = [addressOf(backend, x), addressOf(backend, dy), addressOf(backend, out)]
      if (isPointwise(info)) {
        const work = simdOf(backend).scratch(productScratch)
        multiply(backend, transposed(rowMajor(images, depth)), rowMajor(slopes, filters), to, [depth, windows, filters], work)
        return out
      }
      overWindows(backend, info, (stretch) => {
        movePatches(backend, 'imageToPatches', info, images, stretch)
        const slope = rowMajor(slopes + 4 * stretch.firstRow * info.outWidth * filters, filters)
        const patches = transposed(rowMajor(stretch.patches, depth))
        multiply(backend, patches, slope, to, [depth, stretch.rows * info.outWidth, filters], stretch.work, true)
      })
      return out
    },
)

const inputGradient = replace<{ dy: tf.TensorInfo; filter: tf.TensorInfo }, ConvAttrs & { inputShape: number[] }>(
  'Conv2DBackpropInput',
  () =>
    ({ inputs, attrs, backend }) => {
      const { dy, filter } = inputs
      const info = infoOf('conv2d', attrs.inputShape, filter.shape, attrs)
      const { depth, windows, filters } = sizes(info)
      const out = allocate(backend, info.inShape)
      const weights = transposed(rowMajor(addressOf(backend, filter), filters))
      const [slopes, to] = [addressOf(backend, dy), addressOf(backend, out)]
      if (isPointwise(info)) {
        multiply(
          backend,
          rowMajor(slopes, filters),
          weights,
          to,
          [windows, filters, depth],
          simdOf(backend).scratch(productScratch),
        )
        return out
      }
      floats(backend, out).fill(0)
      overWindows(backend, info, (stretch) => {
        const slope = rowMajor(slopes + 4 * stretch.firstRow * info.outWidth * filters, filters)
        multiply(backend, slope, weights, stretch.patches, [stretch.rows * info.outWidth, filters, depth], stretch.work)
        movePatches(backend, 'patchesToImage', info, to, stretch)
      })
      return out
    },
)

export const conv2dKernels: Replacement[] = [forward, filterGradient, inputGradient]
