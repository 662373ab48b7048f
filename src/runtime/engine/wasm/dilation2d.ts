import * as tf from '@tensorflow/tfjs-core'
import { allocate, floats } from './heap.js'
import { type Replacement, replace } from './replacement.js'

// Replaced: Dilation2D and its two gradients, which look for the maximum from FLT_MIN on, as the shipped max pooling gradient does.

interface DilationAttrs {
  strides: number | [number, number]
  pad: 'valid' | 'same' | number
  dilations: number | [number, number]
}

type Inputs = { x: tf.TensorInfo; filter: tf.TensorInfo }
type Info = tf.backend_util.Conv2DInfo

function infoOf({ x, filter }: Inputs, { strides, pad, dilations }: DilationAttrs): Info {
  return tf.backend_util.computeDilation2DInfo(
    x.shape as [number, number, number, number],
    filter.shape as [number, number, number],
    strides,
    pad as 'same',
    'NHWC',
    dilations,
  )
}

/** Visits each element of the output with the places in x and filter whose sum is the largest. */
function overWinners(
  info: Info,
  x: Float32Array,
  filter: Float32Array,
  visit: (output: number, inX: number, inFilter: number) => void,
): void {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, filterHeight, filterWidth, padInfo } = info
  let output = 0
  for (let image = 0; image < batchSize; image++) {
    for (let row = 0; row < outHeight; row++) {
      for (let column = 0; column < outWidth; column++) {
        for (let channel = 0; channel < inChannels; channel++, output++) {
          let [largest, inX, inFilter] = [Number.NEGATIVE_INFINITY, -1, -1]
          for (let tap = 0; tap < filterHeight; tap++) {
            const y = row * info.strideHeight - padInfo.top + tap * info.dilationHeight
            if (y < 0 || y >= inHeight) continue
            for (let across = 0; across < filterWidth; across++) {
              const at = column * info.strideWidth - padInfo.left + across * info.dilationWidth
              if (at < 0 || at >= inWidth) continue
              const place = ((image * inHeight + y) * inWidth + at) * inChannels + channel
              const weight = (tap * filterWidth + across) * inChannels + channel
              const sum = (x[place] as number) + (filter[weight] as number)
              if (sum > largest) [largest, inX, inFilter] = [sum, place, weight]
            }
          }
          if (inX >= 0) visit(output, inX, inFilter)
        }
      }
    }
  }
}

const forward = replace<Inputs, DilationAttrs>('Dilation2D', () => ({ inputs, attrs, backend }) => {
  const info = infoOf(inputs, attrs)
  const out = allocate(backend, info.outShape)
  const [x, filter, result] = [floats(backend, inputs.x), floats(backend, inputs.filter), floats(backend, out)]
  result.fill(Number.NEGATIVE_INFINITY)
  overWinners(info, x, filter, (output, inX, inFilter) => {
    result[output] = (x[inX] as number) + (filter[inFilter] as number)
  })
  return out
})

function gradient(kernelName: string, of: 'x' | 'filter'): Replacement {
  return replace<Inputs & { dy: tf.TensorInfo }, DilationAttrs>(kernelName, () => ({ inputs, attrs, backend }) => {
    const out = allocate(backend, inputs[of].shape)
    const [x, filter, slopes] = [floats(backend, inputs.x), floats(backend, inputs.filter), floats(backend, inputs.dy)]
    const result = floats(backend, out)
    result.fill(0)
    overWinners(infoOf(inputs, attrs), x, filter, (output, inX, inFilter) => {
      const place = of === 'x' ? inX : inFilter
      result[place] = (result[place] as number) + (slopes[output] as number)
    })
    return out
  })
}

export const dilation2dKernels: Replacement[] = [
  forward,
  gradient('Dilation2DBackpropInput', 'x'),
  gradient('Dilation2DBackpropFilter', 'filter'),
]
