import * as tf from '@tensorflow/tfjs-core'
import { simdOf } from '../simd/module.js'
import { addressOf, allocate, sizeOf, type WasmBackend } from './heap.js'
import { multiply, productScratch, rowMajor, transposed } from './product.js'
import { type Replacement, replace } from './replacement.js'

// Replaced: BatchMatMul, which runs transposed and batched products at 1 to 2 GFLOP/s (ours 37), and keeps packed copies of b by tensor id
// alone: matMul(a, w) followed by matMul(c, reshape(w)) is wrong, and so is every product after a write in place.
// Replaced: _FusedMatMul, which does the same and adds the bias wrongly when a or b is transposed or has a batch.

interface MatMulAttrs {
  transposeA: boolean
  transposeB: boolean
}

/** a · b over the last two axes; the axes before them broadcast. */
export function matMul(
  backend: WasmBackend,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  { transposeA, transposeB }: MatMulAttrs,
): tf.TensorInfo {
  if (a.dtype !== 'float32' || b.dtype !== 'float32')
    throw new Error(`matMul on wasm: both must be float32 (was ${a.dtype}, ${b.dtype})`)
  const [aRows, aColumns] = a.shape.slice(-2) as [number, number]
  const [bRows, bColumns] = b.shape.slice(-2) as [number, number]
  const rows = transposeA ? aColumns : aRows
  const depth = transposeA ? aRows : aColumns
  const columns = transposeB ? bRows : bColumns
  if (depth !== (transposeB ? bColumns : bRows)) {
    throw new Error(
      `matMul: inner sizes must be equal (was [${a.shape}]${transposeA ? 'ᵀ' : ''} by [${b.shape}]${transposeB ? 'ᵀ' : ''})`,
    )
  }
  const [aBatch, bBatch] = [a.shape.slice(0, -2), b.shape.slice(0, -2)]
  const batch = tf.broadcast_util.assertAndGetBroadcastShape(aBatch, bBatch)
  const out = allocate(backend, [...batch, rows, columns])
  const [aAt, bAt] = [offsets(aBatch, batch, aRows * aColumns), offsets(bBatch, batch, bRows * bColumns)]
  const [aAddress, bAddress, outAddress] = [addressOf(backend, a), addressOf(backend, b), addressOf(backend, out)]
  const work = simdOf(backend).scratch(productScratch)
  for (let index = 0; index < aAt.length; index++) {
    const left = rowMajor(aAddress + 4 * (aAt[index] as number), aColumns)
    const right = rowMajor(bAddress + 4 * (bAt[index] as number), bColumns)
    multiply(
      backend,
      transposeA ? transposed(left) : left,
      transposeB ? transposed(right) : right,
      outAddress + 4 * index * rows * columns,
      [rows, depth, columns],
      work,
    )
  }
  return out
}

/** For each matrix of the broadcast batch: where the operand's matrix starts, in elements. */
function offsets(own: number[], batch: number[], matrix: number): number[] {
  let starts = [0]
  let stride = matrix * sizeOf(own)
  for (const [axis, size] of batch.entries()) {
    const ownSize = own[axis - (batch.length - own.length)] ?? 1
    stride /= ownSize
    const step = ownSize === 1 ? 0 : stride
    starts = starts.flatMap((start) => Array.from({ length: size }, (_, index) => start + index * step))
  }
  return starts
}

const batchMatMul = replace<{ a: tf.TensorInfo; b: tf.TensorInfo }, MatMulAttrs>(
  'BatchMatMul',
  () =>
    ({ inputs: { a, b }, attrs, backend }) =>
      matMul(backend, a, b, attrs),
)

interface FusedInputs {
  a: tf.TensorInfo
  b: tf.TensorInfo
  bias?: tf.TensorInfo
  preluActivationWeights?: tf.TensorInfo
}

// The kernels that compute an activation by itself, by the names that the fused operation has for them.
const activations: Record<string, string> = {
  relu: 'Relu',
  relu6: 'Relu6',
  elu: 'Elu',
  sigmoid: 'Sigmoid',
  leakyrelu: 'LeakyRelu',
  prelu: 'Prelu',
}

const fusedMatMul = replace<FusedInputs, MatMulAttrs & { activation: string; leakyreluAlpha?: number }>(
  '_FusedMatMul',
  () =>
    ({ inputs, attrs, backend }) => {
      const { a, b, bias, preluActivationWeights } = inputs
      const call = (kernelName: string, tensors: Record<string, tf.TensorInfo>, consumed: tf.TensorInfo, kernelAttrs = {}) => {
        const kernel = tf.getKernel(kernelName, 'wasm')
        const out = kernel.kernelFunc({ inputs: tensors, attrs: kernelAttrs, backend }) as tf.TensorInfo
        backend.disposeData(consumed.dataId)
        return out
      }
      let out = matMul(backend, a, b, attrs)
      if (bias !== undefined && bias !== null) out = call('Add', { a: out, b: bias }, out)
      if (attrs.activation === 'linear') return out
      const kernelName = activations[attrs.activation]
      if (kernelName === undefined) throw new Error(`fused matMul on wasm: activation ${attrs.activation} is not known`)
      const tensors: Record<string, tf.TensorInfo> =
        kernelName === 'Prelu' ? { x: out, alpha: preluActivationWeights as tf.TensorInfo } : { x: out }
      return call(kernelName, tensors, out, { alpha: attrs.leakyreluAlpha })
    },
)

export const matMulKernels: Replacement[] = [batchMatMul, fusedMatMul]
