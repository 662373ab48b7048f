import * as tf from '@tensorflow/tfjs-core'
import { addressOf, integers, sizeOf } from './heap.js'
import { type Replacement, replace } from './replacement.js'

// Replaced: GatherV2. With batchDims the shipped one takes rows of other batches and reads beyond the end of x (x [3, 4, 2], 2 ids each:
// 15, 16, 13, 14 where 9, 10, 15, 16 are right, and heap garbage at the end).

interface GatherAttrs {
  axis: number
  batchDims: number
}

const gather = replace<{ x: tf.TensorInfo; indices: tf.TensorInfo }, GatherAttrs>(
  'GatherV2',
  () =>
    ({ inputs, attrs, backend }) => {
      const { x, indices } = inputs
      const axis = tf.util.parseAxisParam(attrs.axis, x.shape)[0] as number
      const { batchSize, outerSize, dimSize, sliceSize, outputShape } = tf.backend_util.segment_util.collectGatherOpShapeInfo(
        x as unknown as tf.Tensor,
        indices as unknown as tf.Tensor,
        axis,
        attrs.batchDims ?? 0,
      )
      const out = backend.makeOutput(outputShape, x.dtype)
      const bytes = sliceSize * tf.util.bytesPerElement(x.dtype)
      const [from, to] = [addressOf(backend, x), addressOf(backend, out)]
      const heap = new Uint8Array(backend.wasm.HEAPF32.buffer)
      const ids = integers(backend, indices)
      const count = sizeOf(indices.shape) / batchSize
      let at = to
      for (let batch = 0; batch < batchSize; batch++) {
        for (let outer = 0; outer < outerSize; outer++) {
          const start = from + (batch * outerSize + outer) * dimSize * bytes
          for (let index = 0; index < count; index++) {
            const id = ids[batch * count + index] as number
            if (id < 0 || id >= dimSize) throw new Error(`gather: indices must be from 0 to ${dimSize - 1} (was ${id})`)
            heap.copyWithin(at, start + id * bytes, start + (id + 1) * bytes)
            at += bytes
          }
        }
      }
      return out
    },
)

export const gatherKernels: Replacement[] = [gather]
