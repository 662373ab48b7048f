import * as tf from '@tensorflow/tfjs-core'
import { type PoolAttrs, spreadToMaxima, windows3d } from './pool-windows.js'

interface CpuBackend {
  data: { get(dataId: object): { values: Float32Array } }
  makeTensorInfo(shape: number[], dtype: 'float32', values: Float32Array): tf.TensorInfo
}

// The shipped MaxPool3DGrad of the cpu numbers the places of a window by its height and reads them by its width: with windows that are
// not as high as wide the gradient lands on the wrong elements (up to 100 % off with 3×2×3).
const maxPool3dGradient: tf.KernelConfig = {
  kernelName: tf.MaxPool3DGrad,
  backendName: 'cpu',
  kernelFunc: ({ inputs, attrs, backend }) => {
    const { dy, input } = inputs as { dy: tf.TensorInfo; input: tf.TensorInfo }
    const cpu = backend as CpuBackend
    const [values, slopes] = [cpu.data.get(input.dataId).values, cpu.data.get(dy.dataId).values]
    const result = new Float32Array(values.length)
    spreadToMaxima(windows3d(input.shape, attrs as unknown as PoolAttrs).windows, values, slopes, result)
    return cpu.makeTensorInfo(input.shape, 'float32', result)
  },
}

let corrected = false

/** Replaces what is wrong on the cpu backend; once, after its kernels are registered. */
export function correctCpuKernels(): void {
  if (corrected) return
  corrected = true
  tf.unregisterKernel(maxPool3dGradient.kernelName, 'cpu')
  tf.registerKernel(maxPool3dGradient)
}
