import * as tf from '@tensorflow/tfjs-core'
import { simdOf } from '../simd/module.js'
import { addressOf, allocate, floats, type WasmBackend } from './heap.js'
import { type Matrix, multiply, productScratch, rowMajor, transposed } from './product.js'
import { type Replacement, replace } from './replacement.js'

// Replaced: Conv3DBackpropInputV2, which gives wrong sums and reads out of bounds; Conv3D and Conv3DBackpropFilterV2, which are scalar
// loops. A 3d convolution is a sum of 2d ones: each layer of the filter over the layer of the image that it meets.

interface Conv3dAttrs {
  strides: [number, number, number] | number
  pad: 'valid' | 'same' | number
  dilations?: [number, number, number] | number
}

type Info = tf.backend_util.Conv3DInfo
type Shape5 = [number, number, number, number, number]

function infoOf(inputShape: number[], filterShape: number[], { strides, pad, dilations }: Conv3dAttrs): Info {
  return tf.backend_util.computeConv3DInfo(inputShape as Shape5, filterShape as Shape5, strides, dilations ?? 1, pad)
}

interface Layer {
  /** The filter's layer as a matrix [taps × channels, filters]. */
  weights: Matrix
  /** The address of the output's layer, [windows, filters]. */
  slopes: number
  /** Runs a procedure between the image's layer and the patches, [windows, taps × channels]. */
  move(procedure: 'imageToPatches' | 'patchesToImage'): void
  patches: number
  work: number
}

/** Visits every layer of the filter at every output layer where it meets a layer of the image. */
function overLayers(
  backend: WasmBackend,
  info: Info,
  [image, filter, output]: readonly [number, number, number],
  visit: (layer: Layer) => void,
): void {
  const {
    inDepth,
    inHeight,
    inWidth,
    inChannels,
    outDepth,
    outHeight,
    outWidth,
    outChannels,
    filterHeight,
    filterWidth,
    padInfo,
  } = info
  const simd = simdOf(backend)
  const depth = filterHeight * filterWidth * inChannels
  const windows = outHeight * outWidth
  const work = simd.scratch(productScratch + 4 * windows * depth)
  const patches = work + productScratch
  for (let item = 0; item < info.batchSize; item++) {
    for (let z = 0; z < outDepth; z++) {
      for (let tap = 0; tap < info.filterDepth; tap++) {
        const at = z * info.strideDepth - padInfo.front + tap * info.dilationDepth
        if (at < 0 || at >= inDepth) continue
        const plane = image + 4 * (item * inDepth + at) * inHeight * inWidth * inChannels
        visit({
          weights: rowMajor(filter + 4 * tap * depth * outChannels, outChannels),
          slopes: output + 4 * (item * outDepth + z) * windows * outChannels,
          patches,
          work,
          move: (procedure) =>
            simd[procedure](
              plane,
              patches,
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
              0,
              outHeight,
              outWidth,
            ),
        })
      }
    }
  }
}

function sizes(info: Info): [windows: number, depth: number, filters: number] {
  return [info.outHeight * info.outWidth, info.filterHeight * info.filterWidth * info.inChannels, info.outChannels]
}

const forward = replace<{ x: tf.TensorInfo; filter: tf.TensorInfo }, Conv3dAttrs>(
  'Conv3D',
  () =>
    ({ inputs, attrs, backend }) => {
      const info = infoOf(inputs.x.shape, inputs.filter.shape, attrs)
      const out = allocate(backend, info.outShape)
      const [windows, depth, filters] = sizes(info)
      floats(backend, out).fill(0)
      const addresses = [addressOf(backend, inputs.x), addressOf(backend, inputs.filter), addressOf(backend, out)] as const
      overLayers(backend, info, addresses, ({ weights, slopes, patches, work, move }) => {
        move('imageToPatches')
        multiply(backend, rowMajor(patches, depth), weights, slopes, [windows, depth, filters], work, true)
      })
      return out
    },
)

const filterGradient = replace<{ x: tf.TensorInfo; dy: tf.TensorInfo }, Conv3dAttrs & { filterShape: number[] }>(
  'Conv3DBackpropFilterV2',
  () =>
    ({ inputs, attrs, backend }) => {
      const info = infoOf(inputs.x.shape, attrs.filterShape, attrs)
      const out = allocate(backend, info.filterShape)
      const [windows, depth, filters] = sizes(info)
      floats(backend, out).fill(0)
      const addresses = [addressOf(backend, inputs.x), addressOf(backend, out), addressOf(backend, inputs.dy)] as const
      overLayers(backend, info, addresses, ({ weights, slopes, patches, work, move }) => {
        move('imageToPatches')
        const slope = rowMajor(slopes, filters)
        multiply(backend, transposed(rowMajor(patches, depth)), slope, weights.address, [depth, windows, filters], work, true)
      })
      return out
    },
)

const inputGradient = replace<{ dy: tf.TensorInfo; filter: tf.TensorInfo }, Conv3dAttrs & { inputShape: number[] }>(
  'Conv3DBackpropInputV2',
  () =>
    ({ inputs, attrs, backend }) => {
      const info = infoOf(attrs.inputShape, inputs.filter.shape, attrs)
      const out = allocate(backend, info.inShape)
      const [windows, depth, filters] = sizes(info)
      floats(backend, out).fill(0)
      const addresses = [addressOf(backend, out), addressOf(backend, inputs.filter), addressOf(backend, inputs.dy)] as const
      overLayers(backend, info, addresses, ({ weights, slopes, patches, work, move }) => {
        multiply(backend, rowMajor(slopes, filters), transposed(weights), patches, [windows, filters, depth], work)
        move('patchesToImage')
      })
      return out
    },
)

export const conv3dKernels: Replacement[] = [forward, filterGradient, inputGradient]
