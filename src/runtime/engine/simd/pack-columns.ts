import { f32, i32, type Local, loopUntilNot, loopWhile, procedure, v128, when } from './assembler.js'

/** Columns of the tiles that the product works on. */
export const tileColumns = 8
/** Their bytes. */
export const columnBytes = 4 * tileColumns

/**
 * packColumns(source, rowStride, columnStride, rows, columns, target), strides in bytes: writes b as panels of 8 columns, each row of
 * a panel next to the one before; columns that are missing in the last panel are zero.
 */
export const packColumns = procedure(
  'packColumns',
  'iiiiii',
  ([source, rowStride, columnStride, rows, columns, target], declare) => {
    const [left, row, column, from, to] = Array.from({ length: 5 }, declare.integer) as [Local, Local, Local, Local, Local]
    const contiguous = [
      ...from.set(source!.get),
      ...row.set(rows!.get),
      ...loopUntilNot(
        [
          ...v128.store(target!.get, v128.load(from.get)),
          ...v128.store(target!.get, v128.load(from.get, 16), 16),
          ...from.advance(rowStride!.get),
          ...target!.advance(columnBytes),
          ...row.advance(-1),
        ],
        row.get,
      ),
    ]
    const strided = [
      ...column.set(i32.of(0)),
      ...loopUntilNot(
        [
          ...from.set(i32.add(source!.get, i32.mul(column.get, columnStride!.get))),
          ...to.set(i32.add(target!.get, i32.mul(column.get, i32.of(4)))),
          ...row.set(rows!.get),
          ...when(
            i32.lt(column.get, left.get),
            loopUntilNot(
              [
                ...f32.store(to.get, f32.load(from.get)),
                ...from.advance(rowStride!.get),
                ...to.advance(columnBytes),
                ...row.advance(-1),
              ],
              row.get,
            ),
            loopUntilNot([...f32.store(to.get, f32.zero), ...to.advance(columnBytes), ...row.advance(-1)], row.get),
          ),
          ...column.advance(1),
        ],
        i32.lt(column.get, i32.of(tileColumns)),
      ),
      ...target!.advance(i32.mul(rows!.get, i32.of(columnBytes))),
    ]
    return [
      ...left.set(columns!.get),
      ...loopWhile(i32.gt(left.get, i32.of(0)), [
        ...when(i32.and(i32.eq(columnStride!.get, i32.of(4)), i32.ge(left.get, i32.of(tileColumns))), contiguous, strided),
        ...source!.advance(i32.mul(columnStride!.get, i32.of(tileColumns))),
        ...left.advance(-tileColumns),
      ]),
    ]
  },
)
