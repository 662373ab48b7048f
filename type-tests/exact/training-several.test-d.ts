import { adam, classIds, compile, init, type Model, type NDArray, ndarray, type Trainer } from 'shapeproof'
import { expectType } from 'tsd'

declare const found: Model<{ image: [8, 8, 1]; meta: [2] }, { box: [4]; label: [3] }, { box: 'linear'; label: 'softmax' }>
declare const maps: Model<['h', 'w', 3], { mask: ['h', 'w', 2] }, { mask: 'softmax' }>
declare const n: number
declare const bytes: Uint8Array
const optimizer = adam()
const meta = ndarray(bytes, [n, 2])
const x = { image: ndarray(bytes, [n, 8, 8, 1]), meta }
const y = { box: ndarray(bytes, [n, 4]), label: classIds(bytes, 3) }

const trainer = compile(found, {
  loss: { box: 'meanSquaredError', label: 'sparseCategoricalCrossentropy' },
  lossWeights: { box: 2 },
  metrics: { label: ['accuracy'] },
  optimizer,
})
expectType<
  Trainer<{ readonly box: 'meanSquaredError'; readonly label: 'sparseCategoricalCrossentropy' }, 'label_accuracy', typeof found>
>(trainer)

// keys as in Keras
expectType<
  Promise<{
    readonly loss: readonly number[]
    readonly box_loss: readonly number[]
    readonly label_loss: readonly number[]
    readonly label_accuracy: readonly number[]
    readonly val_loss: readonly number[]
    readonly val_box_loss: readonly number[]
    readonly val_label_loss: readonly number[]
    readonly val_label_accuracy: readonly number[]
  }>
>(trainer.fit(x, y, { validationData: [x, y] }))
expectType<
  Promise<{ readonly loss: number; readonly box_loss: number; readonly label_loss: number; readonly label_accuracy: number }>
>(trainer.evaluate(x, y))

// outputs by name; the count of samples where one input tells it
expectType<Promise<{ readonly box: NDArray<[number, 4], 'float32'>; readonly label: NDArray<[number, 3], 'float32'> }>>(
  trainer.predict(x),
)
expectType<Promise<{ readonly box: NDArray<[9, 4], 'float32'>; readonly label: NDArray<[9, 3], 'float32'> }>>(
  trainer.predict({ image: ndarray(bytes, [9, 8, 8, 1]), meta }),
)
const masks = compile(maps, { loss: 'sparseCategoricalCrossentropy', optimizer })
expectType<Promise<{ readonly mask: NDArray<[number, 5, 5, 2], 'float32'> }>>(masks.predict(ndarray(bytes, [n, 5, 5, 3])))
expectType<Promise<{ readonly loss: number; readonly mask_loss: number }>>(
  masks.evaluate(ndarray(bytes, [n, 5, 5, 3]), { mask: classIds(bytes, 2, [n, 5, 5]) }),
)

// a net's own
const net = await init(found)
expectType<Promise<{ readonly box: NDArray<[number, 4], 'float32'>; readonly label: NDArray<[number, 3], 'float32'> }>>(
  net.predict(x),
)
