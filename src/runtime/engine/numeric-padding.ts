import * as tf from '@tensorflow/tfjs-core'

// Padding given as a number: tfjs-core computes the width of the output with the window and stride of the height. Where those differ
// the shape is wrong on every backend (7 wide, window 2×3, strides 3×2, padding 1: 3 columns where 4 are right), and on wasm pooling
// writes beyond the end of its output and corrupts the heap. The same padding said side by side is computed rightly everywhere.
const kernels = [
  'Conv2D',
  'Conv2DBackpropFilter',
  'Conv2DBackpropInput',
  'FusedConv2D',
  'DepthwiseConv2dNative',
  'DepthwiseConv2dNativeBackpropFilter',
  'DepthwiseConv2dNativeBackpropInput',
  'FusedDepthwiseConv2D',
  'MaxPool',
  'MaxPoolGrad',
  'AvgPool',
  'AvgPoolGrad',
]

const separated = new Set<string>()

/** Makes the 2d convolutions and poolings of a backend read a numeric padding as top, bottom, left and right; once a backend. */
export function separateNumericPadding(backendName: string): void {
  if (separated.has(backendName)) return
  separated.add(backendName)
  for (const kernelName of kernels) {
    const config = tf.getKernel(kernelName, backendName)
    if (config === undefined) continue
    tf.unregisterKernel(kernelName, backendName)
    tf.registerKernel({
      ...config,
      kernelFunc: ({ attrs, ...rest }) => config.kernelFunc({ ...rest, attrs: withSides(attrs) }),
    })
  }
}

function withSides(attrs: tf.NamedAttrMap | undefined): tf.NamedAttrMap {
  const pad = attrs?.pad
  if (typeof pad !== 'number') return attrs ?? {}
  const sides = [
    [0, 0],
    [pad, pad],
    [pad, pad],
    [0, 0],
  ]
  const dataFormat = attrs?.dataFormat
  return {
    ...attrs,
    pad:
      dataFormat === 'NCHW'
        ? [
            [0, 0],
            [0, 0],
            [pad, pad],
            [pad, pad],
          ]
        : sides,
  }
}
