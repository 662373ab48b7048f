import { f32, i32, type Local, loopWhile, procedure, v128 } from './assembler.js'

/** columnSums(x, rows, columns, sums): adds the sum of each column of x, [rows, columns], to sums. rows and columns are at least 1. */
export const columnSums = procedure('columnSums', 'iiii', ([x, rows, columns, sums], declare) => {
  const [stride, from, row] = [declare.integer(), declare.integer(), declare.integer()]
  const wide: Local[] = [declare.vector(), declare.vector(), declare.vector(), declare.vector()]
  const single = declare.float()
  const down = (add: number[]) => [
    ...from.set(x!.get),
    ...row.set(rows!.get),
    ...loopWhile(row.get, [...add, ...from.advance(stride.get), ...row.advance(-1)]),
  ]
  // 16 columns side by side, one cache line of x a row; then one at a time.
  const sixteen = [
    ...wide.flatMap((sum) => sum.set(v128.zero)),
    ...down(wide.flatMap((sum, index) => [...sum.set(v128.add(sum.get, v128.load(from.get, 16 * index)))])),
    ...wide.flatMap((sum, index) => [...v128.store(sums!.get, v128.add(v128.load(sums!.get, 16 * index), sum.get), 16 * index)]),
  ]
  const one = [
    ...single.set(f32.zero),
    ...down([...single.set(f32.add(single.get, f32.load(from.get)))]),
    ...f32.store(sums!.get, f32.add(f32.load(sums!.get), single.get)),
  ]
  const onward = (count: number) => [...x!.advance(4 * count), ...sums!.advance(4 * count), ...columns!.advance(-count)]
  return [
    ...stride.set(i32.mul(columns!.get, i32.of(4))),
    ...loopWhile(i32.ge(columns!.get, i32.of(16)), [...sixteen, ...onward(16)]),
    ...loopWhile(columns!.get, [...one, ...onward(1)]),
  ]
})
