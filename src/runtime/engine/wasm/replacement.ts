import * as tf from '@tensorflow/tfjs-core'
import type { WasmBackend } from './heap.js'

/** What a kernel is called with: tensors by name, the backend, and the attributes of the operation. */
export interface KernelCall<Inputs, Attrs> {
  inputs: Inputs
  attrs: Attrs
  backend: WasmBackend
}

export type Kernel<Inputs, Attrs> = (call: KernelCall<Inputs, Attrs>) => tf.TensorInfo | tf.TensorInfo[]

/** A kernel of ours for the wasm backend. `make` gets the shipped kernel of that name, or undefined where there is none. */
export interface Replacement {
  kernelName: string
  make(shipped: tf.KernelFunc | undefined): tf.KernelFunc
}

/** States a kernel of ours; the types of inputs and attributes are what tfjs-core documents for the name. */
export function replace<Inputs, Attrs = object>(
  kernelName: string,
  make: (shipped: Kernel<Inputs, Attrs>) => Kernel<Inputs, Attrs>,
): Replacement {
  return { kernelName, make: make as unknown as Replacement['make'] }
}

const installed = new Set<string>()

/** Registers a kernel in the place of the shipped one; a second call does nothing. */
export function install({ kernelName, make }: Replacement): void {
  if (installed.has(kernelName)) return
  installed.add(kernelName)
  const shipped = tf.getKernel(kernelName, 'wasm')
  // registerKernel would print a warning over the one that is there.
  if (shipped !== undefined) tf.unregisterKernel(kernelName, 'wasm')
  tf.registerKernel({ ...shipped, kernelName, backendName: 'wasm', kernelFunc: make(shipped?.kernelFunc) })
}
