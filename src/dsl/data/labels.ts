import type { Say } from '../../types/message.js'
import { refuse } from '../../types/message.js'
import { checkClasses, checkShape, describe } from './check.js'
import {
  type CheckShape,
  type CheckValues,
  isNDArray,
  type NDArray,
  type NumbersLike,
  type Sizes,
  type Writable,
} from './ndarray.js'
import type { ShowSizes } from './sizes.js'
import { showSizes } from './sizes.js'

/** What labels are: class ids, one-hot rows, or yes and no. */
export type LabelKind = 'ids' | 'oneHot' | 'binary'

/** Class ids are whole numbers, the others are floats: what a loss multiplies with. */
export type LabelDType<Kind extends LabelKind> = Kind extends 'ids' ? 'int32' : 'float32'

/**
 * Labels: an ndarray that knows what its numbers mean. `Kind` and `Classes` are there at run time too, so a loss can check
 * both in either world.
 */
export interface Labels<
  Kind extends LabelKind = LabelKind,
  Shape extends Sizes = Sizes,
  Classes extends number = [Kind] extends ['binary'] ? 2 : number,
> extends NDArray<Shape, LabelDType<Kind>> {
  readonly kind: Kind
  readonly classes: Classes
}

/** Whether data is labels. */
export function isLabels(value: unknown): value is Labels<LabelKind, Sizes, number> {
  return isNDArray(value) && typeof (value as { kind?: unknown }).kind === 'string'
}

/** What data is, as messages say it: `class ids of 10 classes`, `one-hot over 10 classes`, `binary labels`, an ndarray. */
export type ShowData<Y> = Y extends { readonly kind: infer Kind; readonly classes: infer C; readonly shape: infer S }
  ? Kind extends 'ids'
    ? `class ids${ShowClasses<C, 'of'>}`
    : Kind extends 'oneHot'
      ? `one-hot${ShowClasses<C, 'over'>}`
      : `binary labels ${ShowSizes<S>}`
  : Y extends { readonly shape: infer S; readonly values: unknown }
    ? `an ndarray ${ShowSizes<S>}`
    : ShowOther<Y>

type ShowClasses<C, Word extends string> = number extends C ? '' : ` ${Word} ${C & number} classes`

// One tensor, array or string is as wrong as another: the sentence says what to make of it.
type ShowOther<Y> = Y extends readonly unknown[]
  ? 'an array'
  : Y extends { readonly BYTES_PER_ELEMENT: number }
    ? 'a typed array'
    : Y extends { readonly dataId: object }
      ? 'a tensor'
      : 'no data'

/** Run-time twin of {@link ShowData}. */
export function showData(value: unknown): string {
  if (isLabels(value)) {
    if (value.kind === 'ids') return `class ids of ${value.classes} classes`
    return value.kind === 'oneHot' ? `one-hot over ${value.classes} classes` : `binary labels ${showSizes(value.shape)}`
  }
  if (isNDArray(value)) return `an ndarray ${showSizes(value.shape)}`
  if (Array.isArray(value)) return 'an array'
  if (ArrayBuffer.isView(value)) return 'a typed array'
  return typeof value === 'object' && value !== null && 'dataId' in value ? 'a tensor' : 'no data'
}

type CheckClasses<N> = number extends N
  ? N
  : `${N & number}` extends `-${string}` | '0' | '1' | `${string}.${string}`
    ? Say<'dataClasses', { who: 'classIds'; was: N }>
    : N

/**
 * Class ids: one whole number in 0 … classes − 1 for each sample, or for each pixel with a shape.
 *
 * @param given all ids; bytes, a typed array or an array
 * @param classes how many classes there are, at least 2
 * @param shape sizes, samples first; left out, one id a sample
 * @returns int32 labels
 * @throws ShapeError naming the first id that is not a class, and its index
 * @example
 * ```ts
 * import { classIds } from 'shapeproof'
 * const bytes = new Uint8Array(2 * 64 * 64)
 * const n: number = 2
 * const digits = classIds(bytes, 10)               // Labels<'ids', [number], 10>
 * const masks = classIds(bytes, 21, [n, 64, 64])   // Labels<'ids', [number, 64, 64], 21>
 * ```
 */
export function classIds<const N extends number, const S extends Sizes = readonly [number], V = NumbersLike>(
  given: CheckValues<'classIds', V>,
  classes: CheckClasses<N>,
  shape?: CheckShape<'classIds', S>,
): Labels<'ids', Writable<S>, N> {
  const ids = given as NumbersLike
  const count = classes as unknown as number
  checkClasses('classIds', count)
  const sizes = checkShape('classIds', (shape as unknown as Sizes | undefined) ?? [ids?.length], ids)
  for (let index = 0; index < ids.length; index++) {
    const id = ids[index]
    if (!Number.isInteger(id) || (id as number) < 0 || (id as number) >= count) {
      refuse('dataIds', { who: 'classIds', max: count - 1, was: describe(id), index })
    }
  }
  const values = ids instanceof Int32Array ? ids : Int32Array.from(ids)
  return Object.freeze({ shape: sizes as unknown as Writable<S>, dtype: 'int32', values, kind: 'ids', classes: count as N })
}

/**
 * Yes and no as 1 and 0: one label a sample, or several with a shape (a photo may show a dog and a cat at once).
 *
 * @param given zeros and ones
 * @param shape sizes, samples first; left out, `[number, 1]`: one label a sample
 * @returns float32 labels
 * @throws ShapeError naming the first label that is neither, and its index
 * @example
 * ```ts
 * import { binaryLabels } from 'shapeproof'
 * const bytes = Uint8Array.of(0, 1, 1, 0, 1)
 * const n: number = 1
 * const spam = binaryLabels(bytes)           // Labels<'binary', [number, 1]>
 * const shown = binaryLabels(bytes, [n, 5])  // Labels<'binary', [number, 5]>
 * ```
 */
export function binaryLabels<const S extends Sizes = readonly [number, 1], V = NumbersLike>(
  given: CheckValues<'binaryLabels', V>,
  shape?: CheckShape<'binaryLabels', S>,
): Labels<'binary', Writable<S>> {
  const labels = given as NumbersLike
  const sizes = checkShape('binaryLabels', (shape as unknown as Sizes | undefined) ?? [labels?.length, 1], labels)
  for (let index = 0; index < labels.length; index++) {
    const label = labels[index]
    if (label !== 0 && label !== 1) refuse('dataBinary', { who: 'binaryLabels', was: describe(label), index })
  }
  const values = labels instanceof Float32Array ? labels : Float32Array.from(labels)
  return Object.freeze({ shape: sizes as unknown as Writable<S>, dtype: 'float32', values, kind: 'binary', classes: 2 })
}
