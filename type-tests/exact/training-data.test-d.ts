import type { Labels } from '../../src/dsl/data/labels.js'
import { binaryLabels, classIds } from '../../src/dsl/data/labels.js'
import { type NDArray, ndarray } from '../../src/dsl/data/ndarray.js'
import { oneHot } from '../../src/dsl/data/oneHot.js'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
declare function same<A, B>(proof: Same<A, B>): void
declare const n: number
declare const bytes: Uint8Array
declare const sizes: number[]

// shapes: literal where written, number where a variable stands
const images = ndarray(bytes, [n, 28, 28, 1])
same<typeof images, NDArray<[number, 28, 28, 1], 'float32'>>(true)
const few = ndarray([1, 2, 3, 4], [2, 2])
same<typeof few, NDArray<[2, 2], 'float32'>>(true)
const anySizes = ndarray(bytes, sizes)
same<typeof anySizes, NDArray<number[], 'float32'>>(true)
const fixed = [4, 2] as const
const fromConst = ndarray(bytes, fixed)
same<typeof fromConst, NDArray<[4, 2], 'float32'>>(true)

// labels: kind, shape, classes
const ids = classIds(bytes, 10)
same<typeof ids, Labels<'ids', [number], 10>>(true)
const masks = classIds(bytes, 21, [n, 64, 64])
same<typeof masks, Labels<'ids', [number, 64, 64], 21>>(true)
const unknownCount = classIds(bytes, n)
same<typeof unknownCount, Labels<'ids', [number], number>>(true)
const hot = oneHot(ids)
same<typeof hot, Labels<'oneHot', [number, 10], 10>>(true)
const hotMasks = oneHot(masks)
same<typeof hotMasks, Labels<'oneHot', [number, 64, 64, 21], 21>>(true)
const hotUnknown = oneHot(unknownCount)
same<typeof hotUnknown, Labels<'oneHot', [number, number], number>>(true)
const spam = binaryLabels(bytes)
same<typeof spam, Labels<'binary', [number, 1]>>(true)
const several = binaryLabels(bytes, [n, 5])
same<typeof several, Labels<'binary', [number, 5]>>(true)

// values are what the dtype says
const floats: Float32Array = hot.values
const whole: Int32Array = ids.values
export { floats, whole }
