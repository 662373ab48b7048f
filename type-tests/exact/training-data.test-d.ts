import {
  adam,
  binaryCrossentropy,
  binaryLabels,
  categoricalCrossentropy,
  classIds,
  compile,
  type Labels,
  type LossDescription,
  type Model,
  type NDArray,
  ndarray,
  oneHot,
  sparseCategoricalCrossentropy,
} from 'shapeproof'
import { expectType } from 'tsd'

declare const n: number
declare const logits: boolean
declare const bytes: Uint8Array
declare const sizes: number[]
const fixed = [4, 2] as const

// shapes: literal where written, number where a variable stands
const images = ndarray(bytes, [n, 28, 28, 1])
expectType<NDArray<[number, 28, 28, 1], 'float32'>>(images)
expectType<NDArray<[2, 2], 'float32'>>(ndarray([1, 2, 3, 4], [2, 2]))
expectType<NDArray<number[], 'float32'>>(ndarray(bytes, sizes))
expectType<NDArray<[4, 2], 'float32'>>(ndarray(bytes, fixed))
expectType<Float32Array>(images.values)

// labels: kind, shape, classes
const ids = classIds(bytes, 10)
expectType<Labels<'ids', [number], 10>>(ids)
expectType<Labels<'ids', [number, 64, 64], 21>>(classIds(bytes, 21, [n, 64, 64]))
expectType<Labels<'ids', [number], number>>(classIds(bytes, n))
expectType<Labels<'oneHot', [number, 10], 10>>(oneHot(ids))
expectType<Labels<'oneHot', [number, 64, 64, 21], 21>>(oneHot(classIds(bytes, 21, [n, 64, 64])))
expectType<Labels<'oneHot', [number, number], number>>(oneHot(classIds(bytes, n)))
expectType<Labels<'binary', [number, 1]>>(binaryLabels(bytes))
expectType<Labels<'binary', [number, 5]>>(binaryLabels(bytes, [n, 5]))
expectType<Int32Array>(ids.values)
// of how many classes, where nothing is said: two of binary labels, else only the run knows
expectType<[2, number, number]>(
  null! as [Labels<'binary'>['classes'], Labels<'ids'>['classes'], Labels<'ids' | 'binary'>['classes']],
)

// losses: whether they read logits is part of the type, unless only the run knows
expectType<LossDescription<'sparseCategoricalCrossentropy', true>>(sparseCategoricalCrossentropy({ fromLogits: true }))
expectType<LossDescription<'categoricalCrossentropy', false>>(categoricalCrossentropy())
expectType<LossDescription<'categoricalCrossentropy', false>>(categoricalCrossentropy({ labelSmoothing: 0.1 }))
expectType<LossDescription<'binaryCrossentropy', boolean>>(binaryCrossentropy({ fromLogits: logits }))

// what comes out of training
declare const digits: Model<[28, 28, 1], [10], 'softmax'>
declare const named: Model<['h', 'w', 3], ['floor((h-2)/2)', 'floor((w-2)/2)', 2], 'softmax'>
const trainer = compile(digits, { loss: 'sparseCategoricalCrossentropy', optimizer: adam(), metrics: ['accuracy'] })
const bare = compile(named, { loss: 'sparseCategoricalCrossentropy', optimizer: adam() })

expectType<Promise<NDArray<[number, 10], 'float32'>>>(trainer.predict(images))
expectType<Promise<NDArray<[100, 10], 'float32'>>>(trainer.predict(ndarray(bytes, [100, 28, 28, 1])))
// what names stand for is seen in the data
expectType<Promise<NDArray<[number, 15, 23, 2], 'float32'>>>(bare.predict(ndarray(bytes, [n, 32, 48, 3])))
expectType<Promise<NDArray<[8, 15, number, 2], 'float32'>>>(bare.predict(ndarray(bytes, [8, 32, n, 3])))
expectType<Promise<{ readonly loss: number; readonly accuracy: number }>>(trainer.evaluate(images, ids))
expectType<Promise<{ readonly loss: readonly number[]; readonly accuracy: readonly number[] }>>(trainer.fit(images, ids))
expectType<
  Promise<{
    readonly loss: readonly number[]
    readonly accuracy: readonly number[]
    readonly val_loss: readonly number[]
    readonly val_accuracy: readonly number[]
  }>
>(trainer.fit(images, ids, { validationSplit: 0.1 }))
expectType<Promise<{ readonly loss: readonly number[]; readonly val_loss: readonly number[] }>>(
  bare.fit(ndarray(bytes, [n, 32, 48, 3]), classIds(bytes, 2, [n, 15, 23]), {
    validationData: [ndarray(bytes, [n, 32, 48, 3]), classIds(bytes, 2, [n, 15, 23])],
  }),
)
