import * as tf from '@tensorflow/tfjs-core'
import { reluGradientName } from '../wasm/relu-gradient.js'

// Three kernels of tfjs or one of ours, where the backend has it: 0.3 ms instead of 2 to 3 in a step of 21 (CNN, batch 32).
export const reluGradient: tf.GradConfig = {
  kernelName: tf.Relu,
  inputsToSave: ['x'],
  gradFunc: (dy, saved) => {
    const [x] = saved as [tf.Tensor]
    if (tf.getKernel(reluGradientName, tf.getBackend()) !== undefined) {
      return { x: () => tf.engine().runKernel(reluGradientName, { x, dy } as tf.NamedTensorMap) as tf.Tensor }
    }
    return { x: () => tf.mul(dy as tf.Tensor, tf.cast(tf.step(x), 'float32')) }
  },
}
