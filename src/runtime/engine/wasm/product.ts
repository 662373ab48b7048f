import { tileRows } from '../simd/matrix-product.js'
import { simdOf } from '../simd/module.js'
import { tileColumns } from '../simd/pack-columns.js'
import type { WasmBackend } from './heap.js'

/** A matrix in the heap: its address in bytes, and how many elements lie between rows and between columns. */
export interface Matrix {
  address: number
  rowStride: number
  columnStride: number
}

export const rowMajor = (address: number, columns: number): Matrix => ({ address, rowStride: columns, columnStride: 1 })
export const transposed = ({ address, rowStride, columnStride }: Matrix): Matrix => ({
  address,
  rowStride: columnStride,
  columnStride: rowStride,
})

// A block of b of 384 × 256 floats stays in the second-level cache while all rows of a pass by. 3872 × 288 × 64 ran 29 GFLOP/s in blocks of
// 256, the last one of 32, and 36 in one.
const depthBlock = 384
const columnBlock = 256

// Up to here one row at a time, over b as it lies, beats packing b.
const fewRows = 3

/** Bytes of scratch that multiply needs. */
export const productScratch = 4 * (depthBlock * columnBlock + tileRows * depthBlock + tileRows * tileColumns)

/**
 * c = a · b for a [rows, depth], b [depth, columns] and c [rows, columns], row by row at the address `c`; c += a · b where `add` is true.
 * Any strides: a transposed operand costs nothing extra. The shipped kernel does transposed and batched products at 1 to 2 GFLOP/s.
 * @param work scratch memory of productScratch bytes
 */
export function multiply(
  backend: WasmBackend,
  a: Matrix,
  b: Matrix,
  c: number,
  [rows, depth, columns]: readonly [number, number, number],
  work: number,
  add = false,
): void {
  const simd = simdOf(backend)
  const vectors = rows <= fewRows && b.columnStride === 1
  if (!add && (vectors || depth === 0)) new Uint8Array(backend.wasm.HEAPF32.buffer, c, 4 * rows * columns).fill(0)
  if (vectors) {
    for (let row = 0; row < rows; row++) {
      const from = a.address + 4 * row * a.rowStride
      simd.addVectorProduct(from, 4 * a.columnStride, b.address, 4 * b.rowStride, depth, columns, c + 4 * row * columns)
    }
    return
  }
  const panel = work + 4 * depthBlock * columnBlock
  const tile = panel + 4 * tileRows * depthBlock
  // Equal stretches: 288 in one of 256 and one of 32 would write c a second time for little.
  const block = Math.ceil(depth / Math.ceil(depth / depthBlock))
  for (let column = 0; column < columns; column += columnBlock) {
    const width = Math.min(columnBlock, columns - column)
    for (let from = 0; from < depth; from += block) {
      const deep = Math.min(block, depth - from)
      const bAddress = b.address + 4 * (from * b.rowStride + column * b.columnStride)
      simd.packColumns(bAddress, 4 * b.rowStride, 4 * b.columnStride, deep, width, work)
      simd.multiplyRows(
        a.address + 4 * from * a.columnStride,
        4 * a.rowStride,
        4 * a.columnStride,
        rows,
        deep,
        work,
        width,
        c + 4 * column,
        4 * columns,
        add || from > 0 ? 1 : 0,
        panel,
        tile,
      )
    }
  }
}
