import type * as tf from '@tensorflow/tfjs-core'
import { maximumAt, overWindows, type PoolAttrs, spreadToMaxima, windows2d, windows3d } from '../pool-windows.js'
import { simdOf } from '../simd/module.js'
import { addressOf, allocate, floats, sizeOf } from './heap.js'
import { type Replacement, replace } from './replacement.js'

// Replaced: MaxPoolGrad, MaxPool3D and MaxPool3DGrad. The shipped ones look for the maximum from FLT_MIN, the smallest positive float, on:
// a window whose values are all negative finds none, loses its gradient (2d, 3d) and has the maximum 1.2e-38 (3d).

type GradientInputs = { dy: tf.TensorInfo; input: tf.TensorInfo }

const gradient2d = replace<GradientInputs, PoolAttrs>('MaxPoolGrad', () => ({ inputs: { dy, input }, attrs, backend }) => {
  const {
    batch,
    channels,
    input: [, height, width],
    output,
    stride,
    window,
    padding,
  } = windows2d(input.shape, attrs).windows
  const out = allocate(backend, input.shape)
  floats(backend, out).fill(0)
  const [x, slopes, result] = [addressOf(backend, input), addressOf(backend, dy), addressOf(backend, out)]
  const [, outHeight, outWidth] = output
  for (let image = 0; image < batch; image++) {
    const at = 4 * image * height * width * channels
    simdOf(backend).maxPoolGradient(
      x + at,
      slopes + 4 * image * outHeight * outWidth * channels,
      result + at,
      height,
      width,
      4 * channels,
      window[1],
      window[2],
      stride[1],
      stride[2],
      padding[1],
      padding[2],
      outHeight,
      outWidth,
    )
  }
  return out
})

const gradient3d = replace<GradientInputs, PoolAttrs>('MaxPool3DGrad', () => ({ inputs: { dy, input }, attrs, backend }) => {
  const out = allocate(backend, input.shape)
  const result = floats(backend, out)
  result.fill(0)
  spreadToMaxima(windows3d(input.shape, attrs).windows, floats(backend, input), floats(backend, dy), result)
  return out
})

const maxPool3d = replace<{ x: tf.TensorInfo }, PoolAttrs>('MaxPool3D', () => ({ inputs: { x }, attrs, backend }) => {
  const { windows, outShape } = windows3d(x.shape, attrs)
  const out = allocate(backend, outShape)
  const [values, result] = [floats(backend, x), floats(backend, out)]
  if (sizeOf(outShape) === 0) return out
  overWindows(windows, (pixels, at) => {
    for (let channel = 0; channel < windows.channels; channel++) {
      result[at + channel] =
        pixels.length === 0 ? Number.NEGATIVE_INFINITY : (values[maximumAt(values, pixels, channel)] as number)
    }
  })
  return out
})

export const maxPoolKernels: Replacement[] = [gradient2d, maxPool3d, gradient3d]
