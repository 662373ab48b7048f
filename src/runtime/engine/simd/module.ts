import type { WasmBackend } from '../wasm/heap.js'
import { assemble } from './assembler.js'
import { columnSums } from './column-sums.js'
import { adamStep, clip, momentumStep, multiplyAdd, nesterovStep, reluGradient, sgdStep } from './elementwise.js'
import { multiplyRows } from './matrix-product.js'
import { maxPoolGradient } from './max-pool-gradient.js'
import { packColumns } from './pack-columns.js'
import { imageToPatches, patchesToImage } from './patches.js'
import { addVectorProduct } from './vector-product.js'

const procedures = [
  packColumns,
  multiplyRows,
  addVectorProduct,
  imageToPatches,
  patchesToImage,
  maxPoolGradient,
  columnSums,
  reluGradient,
  clip,
  multiplyAdd,
  adamStep,
  sgdStep,
  momentumStep,
  nesterovStep,
]

type Procedures = Record<(typeof procedures)[number]['name'], (...args: number[]) => void>

/** Our SIMD procedures over one backend's heap, with memory to work in. */
export interface Simd extends Procedures {
  /** The address of at least `bytes` bytes of scratch memory, 16-byte aligned; what it held before is void. */
  scratch(bytes: number): number
}

const known = new WeakMap<object, Simd>()
let compiled: WebAssembly.Module | undefined

/** Assembles and compiles the procedures, once. Browsers refuse to compile more than a little on the main thread in one go. */
export async function compileSimd(): Promise<void> {
  compiled ??= await WebAssembly.compile(assemble(procedures))
}

/** The procedures for this backend's heap. */
export function simdOf(backend: WasmBackend): Simd {
  let simd = known.get(backend.wasm)
  if (simd === undefined) {
    compiled ??= new WebAssembly.Module(assemble(procedures))
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory: backend.wasm.asm.memory } })
    simd = { ...(exports as unknown as Procedures), scratch: scratchOf(backend) }
    known.set(backend.wasm, simd)
  }
  return simd
}

function scratchOf(backend: WasmBackend): Simd['scratch'] {
  let address = 0
  let size = 0
  return (bytes) => {
    if (bytes > size) {
      if (size > 0) backend.wasm._free(address)
      // Half as much again saves growing once more for each slightly larger layer.
      const wanted = Math.ceil(bytes * 1.5)
      address = backend.wasm._malloc(wanted + 16) >>> 0
      size = address === 0 ? 0 : wanted
      if (size === 0) throw new Error(`wasm: no memory left for ${wanted} bytes of scratch`)
    }
    return ((address + 15) & ~15) >>> 0
  }
}
