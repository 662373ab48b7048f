import { refuse, type Say } from '../../types/message.js'
import type { IsAny } from '../../types/shape.js'
import { isLabels, type Labels, type ShowData, showData } from './labels.js'
import type { Sizes } from './ndarray.js'

// biome-ignore lint/suspicious/noExplicitAny: any ids
type AnyIds = Labels<'ids', any, any>

type CheckIds<Y> = IsAny<Y> extends true ? Y : Y extends AnyIds ? Y : Say<'oneHotOf', { who: 'oneHot'; was: ShowData<Y> }>

type OneHotOf<Y> =
  Y extends Labels<'ids', infer S, infer C>
    ? Labels<'oneHot', [...S, C], C>
    : // a mistake that the parameter reports: nothing more is to light up after it
      // biome-ignore lint/suspicious/noExplicitAny: quiet after a mistake
      any

/**
 * Class ids as rows with a single 1: what `categoricalCrossentropy` takes. It holds as many floats a sample as there are
 * classes; `sparseCategoricalCrossentropy` takes the ids themselves and comes to the same numbers.
 *
 * @param ids labels made by `classIds`, per sample or per pixel
 * @returns float32 labels with one more axis, the classes
 * @throws ShapeError when given anything but class ids
 * @example
 * ```ts
 * import { classIds, oneHot } from 'shapeproof'
 * const hot = oneHot(classIds([7, 2, 1], 10)) // Labels<'oneHot', [number, 10], 10>
 * ```
 */
export function oneHot<const Y>(ids: CheckIds<Y>): OneHotOf<Y> {
  if (!isLabels(ids) || (ids as Labels<'ids', Sizes, number>).kind !== 'ids')
    refuse('oneHotOf', { who: 'oneHot', was: showData(ids) })
  const { values, classes, shape } = ids as Labels<'ids', Sizes, number>
  const hot = new Float32Array(values.length * classes)
  for (let row = 0; row < values.length; row++) hot[row * classes + (values[row] as number)] = 1
  const labels: Labels<'oneHot', Sizes, number> = {
    shape: Object.freeze([...shape, classes]),
    dtype: 'float32',
    values: hot,
    kind: 'oneHot',
    classes,
  }
  return Object.freeze(labels) as OneHotOf<Y>
}
