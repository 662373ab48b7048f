import type { WasmBackend } from '../wasm/heap.js'
import { assemble } from './assembler.js'
import { columnSums } from './column-sums.js'
import { adamStep, momentumStep, nesterovStep, reluGradient, sgdStep } from './elementwise.js'
import { multiplyRows, packColumns } from './matrix-product.js'
import { maxPoolGradient } from './max-pool-gradient.js'
import { imageToPatches, patchesToImage } from './patches.js'

const procedures = [
  packColumns, multiplyRows, imageToPatches, patchesToImage, maxPoolGradient, columnSums, reluGradient,
  adamStep, sgdStep, momentumStep, nesterovStep,
]

type Procedures = Record<
  | 'packColumns' | 'multiplyRows' | 'imageToPatches' | 'patchesToImage' | 'maxPoolGradient' | 'columnSums'
  | 'reluGradient' | 'adamStep' | 'sgdStep' | 'momentumStep' | 'nesterovStep',
  (...args: number[]) => void
>

/** Our SIMD procedures over one backend's heap, with memory to work in. */
export interface Simd extends Procedures {
  /** The address of at least `bytes` bytes of scratch memory, 16-byte aligned; what it held before is void. */
  scratch(bytes: number): number
}

const modules = new WeakMap<object, Simd>()

/** The procedures for this backend's heap; made at the first call (a few milliseconds), synchronously as kernels must be. */
export function simdOf(backend: WasmBackend): Simd {
  const known = modules.get(backend.wasm)
  if (known !== undefined) return known
  const { memory } = backend.wasm.asm
  const shared = typeof SharedArrayBuffer !== 'undefined' && memory.buffer instanceof SharedArrayBuffer
  const module = new WebAssembly.Module(assemble(procedures, shared))
  const { exports } = new WebAssembly.Instance(module, { env: { memory } })
  let address = 0
  let size = 0
  const scratch = (bytes: number) => {
    if (bytes > size) {
      if (size > 0) backend.wasm._free(address)
      // tfjs's heap answers 0 when it is full; half as much again saves regrowing for each slightly larger layer.
      size = Math.ceil(bytes * 1.5)
      address = backend.wasm._malloc(size + 16) >>> 0
      if (address === 0) throw new Error(`wasm: no memory left for ${size} bytes of scratch`)
    }
    return ((address + 15) & ~15) >>> 0
  }
  const simd = { ...(exports as unknown as Procedures), scratch } as Simd
  modules.set(backend.wasm, simd)
  return simd
}
