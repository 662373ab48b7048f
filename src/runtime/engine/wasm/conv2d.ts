import * as tf from '@tensorflow/tfjs-core'
import { simdOf } from '../simd/module.js'
import { addressOf, allocate, floats } from './heap.js'
import { multiply, productScratch, rowMajor, transposed } from './product.js'
import { type Replacement, replace } from './replacement.js'
import { movePatches, overWindows, placeOf } from './windows.js'

// Replaced: Conv2DBackpropInput (shipped: naive scalar loops) and Conv2DBackpropFilter (missing). Both are products of matrices over the
// windows of the image, a stretch of windows at a time, at 36 GFLOP/s for 32 to 64 channels, 3 × 3. The shipped Conv2D stays: it runs 38
// where one made like these runs 31, and its packed weights are kept by id and shape (600 reshaped aliases: none wrong).

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
        const [slope, count] = placeOf(info, slopes, stretch)
        const patches = transposed(rowMajor(stretch.patches, depth))
        multiply(backend, patches, rowMajor(slope, filters), to, [depth, count, filters], stretch.work, true)
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
        const [slope, count] = placeOf(info, slopes, stretch)
        multiply(backend, rowMajor(slope, filters), weights, stretch.patches, [count, filters, depth], stretch.work)
        movePatches(backend, 'patchesToImage', info, to, stretch)
      })
      return out
    },
)

export const conv2dKernels: Replacement[] = [filterGradient, inputGradient]
