import type * as tf from '@tensorflow/tfjs-core'

/** What tfjs keeps about the data of a tensor. Several tensors share one record after a reshape. */
export interface TensorData {
  id: number
  memoryOffset: number
  refCount: number
}

/** The parts of tfjs-backend-wasm's backend that our kernels use. */
export interface WasmBackend {
  wasm: {
    HEAPF32: Float32Array
    asm: { memory: WebAssembly.Memory }
    tfjs: { registerTensor(id: number, size: number, offset: number): void; disposeData(id: number): void }
    _malloc(bytes: number): number
    _free(offset: number): void
  }
  dataIdNextNumber: number
  dataIdMap: { get(dataId: object): TensorData }
  makeOutput(shape: number[], dtype: tf.DataType): tf.TensorInfo
  disposeData(dataId: object, force?: boolean): boolean
}

/** The number of elements of a shape. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1)
}

export function dataOf(backend: WasmBackend, tensor: tf.TensorInfo): TensorData {
  return backend.dataIdMap.get(tensor.dataId)
}

/** The address of a tensor's first element in the heap, in bytes. */
export function addressOf(backend: WasmBackend, tensor: tf.TensorInfo): number {
  return dataOf(backend, tensor).memoryOffset
}

/** A tensor's float32 values in place. The view is void after the next allocation: the heap may have moved. */
export function floats(backend: WasmBackend, tensor: tf.TensorInfo): Float32Array {
  return new Float32Array(backend.wasm.HEAPF32.buffer, addressOf(backend, tensor), sizeOf(tensor.shape))
}

/** A tensor's int32 values in place; void after the next allocation. */
export function integers(backend: WasmBackend, tensor: tf.TensorInfo): Int32Array {
  return new Int32Array(backend.wasm.HEAPF32.buffer, addressOf(backend, tensor), sizeOf(tensor.shape))
}

/** A float32 tensor whose content is whatever the heap held there. */
export function allocate(backend: WasmBackend, shape: number[]): tf.TensorInfo {
  return backend.makeOutput(shape, 'float32')
}

/**
 * Gives a tensor's data a new id. tfjs's matrix product and convolution keep packed copies of the weights by id: after a write in
 * place they would go on computing with the old values.
 */
export function renewId(backend: WasmBackend, tensor: tf.TensorInfo): void {
  const data = dataOf(backend, tensor)
  backend.wasm.tfjs.disposeData(data.id)
  data.id = backend.dataIdNextNumber++
  backend.wasm.tfjs.registerTensor(data.id, sizeOf(tensor.shape), data.memoryOffset)
}
