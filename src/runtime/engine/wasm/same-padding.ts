import * as tf from '@tensorflow/tfjs-core'
import { type Replacement, replace } from './replacement.js'

// Replaced: how the four shipped convolutions get the padding 'same'. They leave it to XNNPACK, which gives up without a word where an axis
// is padded and a stride is larger than its window (7 × 5, window 4 × 1, strides 3: the output is what the heap held). Said side by side,
// the same padding is computed rightly.

type Shape4 = [number, number, number, number]

interface ConvAttrs {
  strides: [number, number] | number
  pad: 'valid' | 'same' | number | tf.backend_util.ExplicitPadding
  dilations?: [number, number] | number
  dataFormat?: 'NHWC' | 'NCHW'
}

interface Inputs {
  x: tf.TensorInfo
  filter: tf.TensorInfo
}

function withSides(kernelName: string, depthwise: boolean): Replacement {
  return replace<Inputs, ConvAttrs>(kernelName, (shipped) => (call) => {
    const {
      inputs: { x, filter },
      attrs,
    } = call
    if (attrs.pad !== 'same' || attrs.dataFormat === 'NCHW') return shipped(call)
    const { padInfo } = tf.backend_util.computeConv2DInfo(
      x.shape as Shape4,
      filter.shape as Shape4,
      attrs.strides,
      attrs.dilations ?? 1,
      'same',
      undefined,
      depthwise,
    )
    const pad: tf.backend_util.ExplicitPadding = [
      [0, 0],
      [padInfo.top, padInfo.bottom],
      [padInfo.left, padInfo.right],
      [0, 0],
    ]
    return shipped({ ...call, attrs: { ...attrs, pad } })
  })
}

export const samePaddingKernels: Replacement[] = [
  withSides('Conv2D', false),
  withSides('FusedConv2D', false),
  withSides('DepthwiseConv2dNative', true),
  withSides('FusedDepthwiseConv2D', true),
]
