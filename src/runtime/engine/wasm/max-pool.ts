import type * as tf from '@tensorflow/tfjs-core'
import { maximumAt, overWindows, type PoolAttrs, spreadToMaxima, windows2d, windows3d } from '../pool-windows.js'
import { allocate, floats, sizeOf } from './heap.js'
import { type Replacement, replace } from './replacement.js'

// Replaced: MaxPoolGrad, MaxPool3D and MaxPool3DGrad. The shipped ones look for the maximum from FLT_MIN, the smallest positive float, on:
// a window whose values are all negative finds none, loses its gradient (2d, 3d) and has the maximum 1.2e-38 (3d).

function gradient(kernelName: string, windowsOf: typeof windows2d): Replacement {
  return replace<{ dy: tf.TensorInfo; input: tf.TensorInfo }, PoolAttrs>(kernelName, () => ({ inputs, attrs, backend }) => {
    const { dy, input } = inputs
    const { windows } = windowsOf(input.shape, attrs)
    const out = allocate(backend, input.shape)
    const [values, slopes, result] = [floats(backend, input), floats(backend, dy), floats(backend, out)]
    result.fill(0)
    spreadToMaxima(windows, values, slopes, result)
    return out
  })
}

const maxPool3d = replace<{ x: tf.TensorInfo }, PoolAttrs>('MaxPool3D', () => ({ inputs: { x }, attrs, backend }) => {
  const { windows, outShape } = windows3d(x.shape, attrs)
  const out = allocate(backend, outShape)
  const [values, result] = [floats(backend, x), floats(backend, out)]
  if (sizeOf(outShape) === 0) return out
  overWindows(windows, (pixels, at) => {
    for (let channel = 0; channel < windows.channels; channel++) {
      result[at + channel] = pixels.length === 0 ? Number.NEGATIVE_INFINITY : (values[maximumAt(values, pixels, channel)] as number)
    }
  })
  return out
})

export const maxPoolKernels: Replacement[] = [gradient('MaxPoolGrad', windows2d), maxPool3d, gradient('MaxPool3DGrad', windows3d)]
