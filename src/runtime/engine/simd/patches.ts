import { f32, fillZero, i32, type Local, loopWhile, procedure, v128, when } from './assembler.js'
import type { Code } from './encoding.js'

// Convolution is a product of matrices once every window of the image lies in a row of its own: [windows, taps × channels].

type Locals = Record<
  | 'image'
  | 'patches'
  | 'height'
  | 'width'
  | 'pixel'
  | 'taps'
  | 'tapsAcross'
  | 'strideDown'
  | 'strideAcross'
  | 'top'
  | 'left'
  | 'dilationDown'
  | 'dilationAcross'
  | 'from'
  | 'to'
  | 'across',
  Local
>

/** `bytes` bytes, a multiple of 4: from the image to the patch, or added the other way round. Moves `patches` on. */
function run(direction: 'read' | 'add', patches: Local, image: Local, bytes: Code, left: Local): Code {
  const step = (size: number, { load, store, add }: typeof v128 | typeof f32) => [
    ...(direction === 'read' ? store(patches.get, load(image.get)) : store(image.get, add(load(image.get), load(patches.get)))),
    ...patches.advance(size),
    ...image.advance(size),
    ...left.advance(-size),
  ]
  return [...left.set(bytes), ...loopWhile(i32.ge(left.get, i32.of(16)), step(16, v128)), ...loopWhile(left.get, step(4, f32))]
}

function overPatches<Name extends string>(name: Name, direction: 'read' | 'add') {
  return procedure(name, 'iiiiiiiiiiiiiiii', (parameters, declare) => {
    const names: (keyof Locals)[] = [
      'image',
      'patches',
      'height',
      'width',
      'pixel',
      'taps',
      'tapsAcross',
      'strideDown',
      'strideAcross',
      'top',
      'left',
      'dilationDown',
      'dilationAcross',
      'from',
      'to',
      'across',
    ]
    const {
      image,
      patches,
      height,
      width,
      pixel,
      taps,
      tapsAcross,
      strideDown,
      strideAcross,
      top,
      left,
      dilationDown,
      dilationAcross,
      from,
      to,
      across,
    } = Object.fromEntries(names.map((each, index) => [each, parameters[index]])) as Locals
    const [column, tap, tapAcross, y, x, firstX, at, rest, rowBytes] = Array.from({ length: 9 }, declare.integer) as Local[] & {
      length: 9
    }
    const skip = (bytes: Code): Code =>
      direction === 'read' ? [...fillZero(patches.get, bytes), ...patches.advance(bytes)] : patches.advance(bytes)
    const inside = (value: Local, size: Local) => i32.and(i32.ge(value.get, i32.of(0)), i32.lt(value.get, size.get))
    const address = (atX: Code) => i32.add(image.get, i32.mul(i32.add(i32.mul(y!.get, width.get), atX), pixel.get))

    // All taps of the row lie inside the image and side by side: one run instead of one a tap.
    const wholeRow = i32.and(
      i32.and(i32.eq(dilationAcross.get, i32.of(1)), i32.ge(firstX!.get, i32.of(0))),
      i32.le(i32.add(firstX!.get, tapsAcross.get), width.get),
    )
    const eachTap = [
      ...x!.set(firstX!.get),
      ...tapAcross!.set(tapsAcross.get),
      ...loopWhile(tapAcross!.get, [
        ...when(
          inside(x!, width),
          [...at!.set(address(x!.get)), ...run(direction, patches, at!, pixel.get, rest!)],
          skip(pixel.get),
        ),
        ...x!.advance(dilationAcross.get),
        ...tapAcross!.advance(-1),
      ]),
    ]
    return [
      ...rowBytes!.set(i32.mul(tapsAcross.get, pixel.get)),
      ...loopWhile(i32.lt(from.get, to.get), [
        ...column!.set(i32.of(0)),
        ...loopWhile(i32.lt(column!.get, across.get), [
          ...firstX!.set(i32.sub(i32.mul(column!.get, strideAcross.get), left.get)),
          ...y!.set(i32.sub(i32.mul(from.get, strideDown.get), top.get)),
          ...tap!.set(taps.get),
          ...loopWhile(tap!.get, [
            ...when(
              inside(y!, height),
              when(wholeRow, [...at!.set(address(firstX!.get)), ...run(direction, patches, at!, rowBytes!.get, rest!)], eachTap),
              skip(rowBytes!.get),
            ),
            ...y!.advance(dilationDown.get),
            ...tap!.advance(-1),
          ]),
          ...column!.advance(1),
        ]),
        ...from.advance(1),
      ]),
    ]
  })
}

/**
 * imageToPatches(image, patches, height, width, pixelBytes, taps, tapsAcross, strideDown, strideAcross, top, left, dilationDown,
 * dilationAcross, from, to, across): writes the windows of the output rows from…to (exclusive), `across` a row, of one image
 * [height, width, pixelBytes / 4] one after the other. `top` and `left` are paddings; outside of the image is zero.
 */
export const imageToPatches = overPatches('imageToPatches', 'read')

/** patchesToImage: the same arguments; adds each patch back to the pixels it came from. */
export const patchesToImage = overPatches('patchesToImage', 'add')
