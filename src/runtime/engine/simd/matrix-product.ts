import { f32, i32, i64, type Local, loopUntilNot, loopWhile, procedure, select, v128, when } from './assembler.js'
import type { Code } from './encoding.js'
import { columnBytes, tileColumns } from './pack-columns.js'

// The product works on tiles of 6 rows by 8 columns: 12 accumulators, 2 vectors of b and 1 of a fill the 16 vector registers.
export const tileRows = 6
// Depth steps a turn. On a product of 1200 × 288 × 64: 1 ran 30 GFLOP/s, 2 ran 33, 4 ran 38, 8 ran 29 (the loop leaves the decoder's cache).
const unrolled = 4
const rowBytes = 4 * tileRows

const min = (a: Code, b: Code) => select(a, b, i32.lt(a, b))

/**
 * multiplyRows(a, rowStride, columnStride, rows, depth, packed, columns, c, cStride, add, panel, tile), strides in bytes: c = a · b or,
 * where add is 1, c += a · b, for a b packed by packColumns. `panel` has room for 6 × depth floats, `tile` for 48; depth is at least 1.
 */
export const multiplyRows = procedure('multiplyRows', 'iiiiiiiiiiii', (parameters, declare) => {
  const [a, rowStride, columnStride, rows, depth, packed, columns, c, cStride, add, panel, tile] = parameters as Local[] & {
    length: 12
  }
  const integers = Array.from({ length: 11 }, declare.integer)
  const [height, columnsLeft, width, from, to, at, left, b, target, stride, whole] = integers as Local[] & { length: 11 }
  const sums = Array.from({ length: tileRows }, () => [declare.vector(), declare.vector()] as const)
  const [b0, b1, a0] = [declare.vector(), declare.vector(), declare.vector()]

  // Six rows of a side by side. Transposed a: they already lie so, and are copied eight bytes at a time.
  const packPanel = when(
    i32.and(i32.eq(rowStride!.get, i32.of(4)), i32.eq(height!.get, i32.of(tileRows))),
    [
      ...from!.set(a!.get),
      ...to!.set(panel!.get),
      ...left!.set(depth!.get),
      ...loopUntilNot(
        [
          ...[0, 8, 16].flatMap((offset) => i64.store(to!.get, i64.load(from!.get, offset), offset)),
          ...from!.advance(columnStride!.get),
          ...to!.advance(rowBytes),
          ...left!.advance(-1),
        ],
        left!.get,
      ),
    ],
    [
      ...at!.set(i32.of(0)),
      ...loopUntilNot(
        [
          ...from!.set(i32.add(a!.get, i32.mul(at!.get, rowStride!.get))),
          ...to!.set(i32.add(panel!.get, i32.mul(at!.get, i32.of(4)))),
          ...left!.set(depth!.get),
          ...when(
            i32.lt(at!.get, height!.get),
            loopUntilNot(
              [
                ...f32.store(to!.get, f32.load(from!.get)),
                ...from!.advance(columnStride!.get),
                ...to!.advance(rowBytes),
                ...left!.advance(-1),
              ],
              left!.get,
            ),
            loopUntilNot([...f32.store(to!.get, f32.zero), ...to!.advance(rowBytes), ...left!.advance(-1)], left!.get),
          ),
          ...at!.advance(1),
        ],
        i32.lt(at!.get, i32.of(tileRows)),
      ),
    ],
  )

  const steps = (count: number): Code =>
    Array.from({ length: count }, (_, step) => [
      ...b0.set(v128.load(b!.get, columnBytes * step)),
      ...b1.set(v128.load(b!.get, columnBytes * step + 16)),
      ...sums.flatMap(([low, high], row) => [
        ...a0.set(v128.loadSplat(from!.get, rowBytes * step + 4 * row)),
        ...low.set(v128.add(low.get, v128.mul(a0.get, b0.get))),
        ...high.set(v128.add(high.get, v128.mul(a0.get, b1.get))),
      ]),
    ])
      .flat()
      .concat(from!.advance(rowBytes * count), b!.advance(columnBytes * count))

  const computeTile = [
    ...sums.flatMap(([low, high]) => [...low.set(v128.zero), ...high.set(v128.zero)]),
    ...from!.set(panel!.get),
    ...left!.set(depth!.get),
    ...loopWhile(i32.ge(left!.get, i32.of(unrolled)), [...steps(unrolled), ...left!.advance(-unrolled)]),
    ...loopWhile(left!.get, [...steps(1), ...left!.advance(-1)]),
  ]

  const addOld = sums.flatMap(([low, high]) => [
    ...low.set(v128.add(low.get, v128.load(to!.get))),
    ...high.set(v128.add(high.get, v128.load(to!.get, 16))),
    ...to!.advance(stride!.get),
  ])
  const storeTile = sums.flatMap(([low, high]) => [
    ...v128.store(to!.get, low.get),
    ...v128.store(to!.get, high.get, 16),
    ...to!.advance(stride!.get),
  ])

  // A tile over the edge of c is computed whole beside it, and the part that exists is copied.
  const copyEdge = [
    ...from!.set(tile!.get),
    ...to!.set(target!.get),
    ...left!.set(height!.get),
    ...loopUntilNot(
      [
        ...at!.set(i32.of(0)),
        ...loopUntilNot(
          [
            ...when(
              add!.get,
              f32.store(
                i32.add(to!.get, at!.get),
                f32.add(f32.load(i32.add(to!.get, at!.get)), f32.load(i32.add(from!.get, at!.get))),
              ),
              f32.store(i32.add(to!.get, at!.get), f32.load(i32.add(from!.get, at!.get))),
            ),
            ...at!.advance(4),
          ],
          i32.lt(at!.get, i32.mul(width!.get, i32.of(4))),
        ),
        ...from!.advance(columnBytes),
        ...to!.advance(cStride!.get),
        ...left!.advance(-1),
      ],
      left!.get,
    ),
  ]

  return loopWhile(i32.gt(rows!.get, i32.of(0)), [
    ...height!.set(min(rows!.get, i32.of(tileRows))),
    ...packPanel,
    ...b!.set(packed!.get),
    ...target!.set(c!.get),
    ...columnsLeft!.set(columns!.get),
    ...loopWhile(i32.gt(columnsLeft!.get, i32.of(0)), [
      ...width!.set(min(columnsLeft!.get, i32.of(tileColumns))),
      ...computeTile,
      ...whole!.set(i32.and(i32.eq(height!.get, i32.of(tileRows)), i32.eq(width!.get, i32.of(tileColumns)))),
      ...when(
        whole!.get,
        [
          ...stride!.set(cStride!.get),
          ...when(add!.get, [...to!.set(target!.get), ...addOld]),
          ...to!.set(target!.get),
          ...storeTile,
        ],
        [...stride!.set(i32.of(columnBytes)), ...to!.set(tile!.get), ...storeTile, ...copyEdge],
      ),
      ...target!.advance(columnBytes),
      ...columnsLeft!.advance(-tileColumns),
    ]),
    ...a!.advance(i32.mul(rowStride!.get, i32.of(tileRows))),
    ...c!.advance(i32.mul(cStride!.get, i32.of(tileRows))),
    ...rows!.advance(-tileRows),
  ])
})
