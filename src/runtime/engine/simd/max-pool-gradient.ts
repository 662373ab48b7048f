import { f32, i32, type Local, loopWhile, procedure, select, v128, when } from './assembler.js'
import type { Code } from './encoding.js'

type Names =
  | 'x'
  | 'dy'
  | 'dx'
  | 'height'
  | 'width'
  | 'pixel'
  | 'windowHeight'
  | 'windowWidth'
  | 'strideDown'
  | 'strideAcross'
  | 'top'
  | 'left'
  | 'outHeight'
  | 'outWidth'
const names: Names[] = [
  'x',
  'dy',
  'dx',
  'height',
  'width',
  'pixel',
  'windowHeight',
  'windowWidth',
  'strideDown',
  'strideAcross',
  'top',
  'left',
  'outHeight',
  'outWidth',
]

/**
 * maxPoolGradient(x, dy, dx, height, width, pixelBytes, windowHeight, windowWidth, strideDown, strideAcross, top, left, outHeight,
 * outWidth): for one image, adds each window's dy to the first of its maxima in dx. A NaN is no maximum.
 */
export const maxPoolGradient = procedure('maxPoolGradient', 'i'.repeat(names.length), (parameters, declare) => {
  const { x, dy, dx, height, width, pixel, windowHeight, windowWidth, strideDown, strideAcross, top, left, outHeight, outWidth } =
    Object.fromEntries(names.map((name, index) => [name, parameters[index]])) as Record<Names, Local>
  const integers = Array.from({ length: 14 }, declare.integer) as Local[] & { length: 14 }
  const [row, column, y0, y1, x0, x1, channel, base, line, at, y, across, tap, best] = integers
  const [maximum, index, value, isMore] = [declare.vector(), declare.vector(), declare.vector(), declare.vector()]
  const [single, one] = [declare.float(), declare.float()]
  const max = (a: Code, b: Code) => select(a, b, i32.gt(a, b))
  const min = (a: Code, b: Code) => select(a, b, i32.lt(a, b))

  /** Runs `body` for each element of the window inside the image, `at` its offset in x and dx. */
  const overTaps = (body: Code): Code => [
    ...tap!.set(i32.of(0)),
    ...line!.set(base!.get),
    ...y!.set(y0!.get),
    ...loopWhile(i32.lt(y!.get, y1!.get), [
      ...at!.set(line!.get),
      ...across!.set(x0!.get),
      ...loopWhile(i32.lt(across!.get, x1!.get), [...body, ...tap!.advance(1), ...at!.advance(pixel.get), ...across!.advance(1)]),
      ...line!.advance(i32.mul(width.get, pixel.get)),
      ...y!.advance(1),
    ]),
  ]
  const of = (array: Local) => i32.add(array.get, at!.get)

  const fourChannels = [
    ...maximum.set(v128.splat(f32.lowest)),
    ...index.set(v128.splatInteger(i32.of(-1))),
    ...overTaps([
      ...value.set(v128.load(of(x))),
      ...isMore.set(v128.gt(value.get, maximum.get)),
      ...maximum.set(v128.select(value.get, maximum.get, isMore.get)),
      ...index.set(v128.select(v128.splatInteger(tap!.get), index.get, isMore.get)),
    ]),
    ...value.set(v128.load(i32.add(dy.get, channel!.get))),
    ...overTaps(
      v128.store(
        of(dx),
        v128.add(v128.load(of(dx)), v128.and(value.get, v128.equalIntegers(index.get, v128.splatInteger(tap!.get)))),
      ),
    ),
    ...channel!.advance(16),
  ]
  const oneChannel = [
    ...single.set(f32.lowest),
    ...best!.set(i32.of(-1)),
    ...overTaps([
      ...one.set(f32.load(of(x))),
      ...when(f32.gt(one.get, single.get), [...single.set(one.get), ...best!.set(at!.get)]),
    ]),
    ...when(i32.ne(best!.get, i32.of(-1)), [
      ...at!.set(best!.get),
      ...f32.store(of(dx), f32.add(f32.load(of(dx)), f32.load(i32.add(dy.get, channel!.get)))),
    ]),
    ...channel!.advance(4),
  ]

  const from = (first: Local) => max(first.get, i32.of(0))
  return [
    ...row!.set(i32.of(0)),
    ...loopWhile(i32.lt(row!.get, outHeight.get), [
      ...y0!.set(i32.sub(i32.mul(row!.get, strideDown.get), top.get)),
      ...y1!.set(min(i32.add(y0!.get, windowHeight.get), height.get)),
      ...y0!.set(from(y0!)),
      ...column!.set(i32.of(0)),
      ...loopWhile(i32.lt(column!.get, outWidth.get), [
        ...x0!.set(i32.sub(i32.mul(column!.get, strideAcross.get), left.get)),
        ...x1!.set(min(i32.add(x0!.get, windowWidth.get), width.get)),
        ...x0!.set(from(x0!)),
        ...channel!.set(i32.of(0)),
        ...loopWhile(i32.lt(channel!.get, pixel.get), [
          ...base!.set(i32.add(i32.mul(i32.add(i32.mul(y0!.get, width.get), x0!.get), pixel.get), channel!.get)),
          ...when(i32.le(i32.add(channel!.get, i32.of(16)), pixel.get), fourChannels, oneChannel),
        ]),
        ...dy.advance(pixel.get),
        ...column!.advance(1),
      ]),
      ...row!.advance(1),
    ]),
  ]
})
