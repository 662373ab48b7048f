import type * as tf from '@tensorflow/tfjs-core'
import { simdOf } from '../simd/module.js'
import type { WasmBackend } from './heap.js'
import { productScratch } from './product.js'

type Info = tf.backend_util.Conv2DInfo

// Per stretch at least 256 windows, else packing the filter once a stretch costs (256 → 256 channels, 3 × 3: 32 GFLOP/s in stretches of
// 128); more while the patches stay within 512 KB, the second-level cache: in 256 KB the products of 32 → 64 channels got shorter than a
// block of the depth and ran 28 GFLOP/s instead of 36.
const leastWindows = 256
const patchFloats = 131072

/** Windows that are worked on at once: whole output rows, counted through the batch, or a part of one that is long. */
export interface Stretch {
  firstRow: number
  rows: number
  firstColumn: number
  columns: number
  /** The patches of the stretch, [windows, taps × channels] row by row. */
  patches: number
  /** Memory for the product. */
  work: number
}

export function overWindows(backend: WasmBackend, info: Info, visit: (stretch: Stretch) => void): void {
  const depth = info.filterHeight * info.filterWidth * info.inChannels
  const totalRows = info.batchSize * info.outHeight
  const windows = Math.max(leastWindows, Math.floor(patchFloats / depth))
  const rows = Math.min(totalRows, Math.ceil(windows / info.outWidth))
  const columns = Math.min(info.outWidth, windows)
  const work = simdOf(backend).scratch(productScratch + 4 * rows * columns * depth)
  for (let firstRow = 0; firstRow < totalRows; firstRow += rows) {
    for (let firstColumn = 0; firstColumn < info.outWidth; firstColumn += columns) {
      visit({
        firstRow,
        rows: Math.min(rows, totalRows - firstRow),
        firstColumn,
        columns: Math.min(columns, info.outWidth - firstColumn),
        patches: work + productScratch,
        work,
      })
    }
  }
}

/** Runs imageToPatches or patchesToImage for a stretch, image by image. */
export function movePatches(
  backend: WasmBackend,
  procedure: 'imageToPatches' | 'patchesToImage',
  info: Info,
  images: number,
  { firstRow, rows, firstColumn, columns, patches }: Stretch,
): void {
  const move = simdOf(backend)[procedure]
  const { inHeight, inWidth, inChannels, outHeight, filterHeight, filterWidth, padInfo } = info
  const rowFloats = columns * filterHeight * filterWidth * inChannels
  for (let row = firstRow; row < firstRow + rows; ) {
    const image = Math.floor(row / outHeight)
    const from = row - image * outHeight
    const to = Math.min(outHeight, from + firstRow + rows - row)
    move(
      images + 4 * image * inHeight * inWidth * inChannels,
      patches + 4 * (row - firstRow) * rowFloats,
      inHeight,
      inWidth,
      4 * inChannels,
      filterHeight,
      filterWidth,
      info.strideHeight,
      info.strideWidth,
      padInfo.top,
      padInfo.left - firstColumn * info.strideWidth,
      info.dilationHeight,
      info.dilationWidth,
      from,
      to,
      columns,
    )
    row += to - from
  }
}

/** The address of a stretch in a tensor of the output's shape, and how many windows it has. */
export function placeOf(
  { outWidth, outChannels }: Info,
  output: number,
  { firstRow, rows, firstColumn, columns }: Stretch,
): [number, number] {
  return [output + 4 * (firstRow * outWidth + firstColumn) * outChannels, rows * columns]
}
