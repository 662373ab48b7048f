import { f32, i32, type Local, loopWhile, procedure, v128 } from './assembler.js'
import type { Code } from './encoding.js'

// Rows of b taken up at once: c is read and written once for four of them.
const together = 4

/**
 * addVectorProduct(a, aStride, b, bStride, depth, columns, c), strides in bytes: c += a · b for one row a [depth] and b [depth, columns],
 * whose rows are contiguous. Packing b, as the product of matrices does, would cost more than the product: 0.27 ms instead of 0.06 for
 * 784 × 512.
 */
export const addVectorProduct = procedure('addVectorProduct', 'iiiiiii', (parameters, declare) => {
  const [a, aStride, b, bStride, depth, columns, c] = parameters as Local[] & { length: 7 }
  const [at, left] = [declare.integer(), declare.integer()]
  const rows = Array.from({ length: together }, () => ({ from: declare.integer(), one: declare.float(), four: declare.vector() }))

  const addRows = (count: number): Code => {
    const used = rows.slice(0, count)
    const total = (old: Code, factor: 'one' | 'four', { load, add, mul }: typeof f32 | typeof v128) =>
      used.reduce((sum, row) => add(sum, mul(row[factor].get, load(row.from.get))), old)
    const onward = (bytes: number) => [
      ...used.flatMap(({ from }) => from.advance(bytes)),
      ...at.advance(bytes),
      ...left.advance(-bytes / 4),
    ]
    return [
      ...used.flatMap(({ from, one, four }) => [
        ...one.set(f32.load(a!.get)),
        ...four.set(v128.splat(one.get)),
        ...from.set(b!.get),
        ...a!.advance(aStride!.get),
        ...b!.advance(bStride!.get),
      ]),
      ...at.set(c!.get),
      ...left.set(columns!.get),
      ...loopWhile(i32.ge(left.get, i32.of(4)), [...v128.store(at.get, total(v128.load(at.get), 'four', v128)), ...onward(16)]),
      ...loopWhile(left.get, [...f32.store(at.get, total(f32.load(at.get), 'one', f32)), ...onward(4)]),
      ...depth!.advance(-count),
    ]
  }
  return [...loopWhile(i32.ge(depth!.get, i32.of(together)), addRows(together)), ...loopWhile(depth!.get, addRows(1))]
})
