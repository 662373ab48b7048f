import {
  adam,
  binaryLabels,
  classIds,
  compile,
  type Labels,
  type Model,
  type NDArray,
  ndarray,
  oneHot,
  sparseCategoricalCrossentropy,
} from 'shapeproof'

declare const digits: Model<[28, 28, 1], [10], 'softmax'>
declare const several: Model<[28, 28, 1], [5], 'sigmoid'>
declare const price: Model<[8], [3], 'linear'>
declare const masks: Model<[64, 64, 3], [64, 64, 21], 'softmax'>
declare const named: Model<['h', 'w', 3], ['floor((h-2)/2)', 'floor((w-2)/2)', 2], 'softmax'>
declare const open: Model<[number, 8], [number], 'softmax'>
// biome-ignore lint/suspicious/noExplicitAny: the shape after a mistake
declare const mistaken: Model<[28, 28, 1], any, any>
declare const n: number
declare const bytes: Uint8Array
const optimizer = adam()

// values in rows
declare const rows: Float32Array[]
// @ts-expect-error ndarray: values must be one flat list of numbers (was an array at index 0); flatten it first, with .flat()
ndarray([[1, 2], [3, 4]], [2, 2])
//      ~~~~~~~~~~~~~~~~
// @ts-expect-error ndarray: values must be one flat list of numbers (was a Float32Array at index 0); flatten it first, with .flatMap((row) => [...row])
ndarray(rows, [n, 4])
//      ~~~~
// @ts-expect-error classIds: values must be one flat list of numbers (was an array at index 0); flatten it first, with .flat()
classIds([[1], [2]], 3)
//       ~~~~~~~~~~
// @ts-expect-error binaryLabels: values must be one flat list of numbers (was an array at index 0); flatten it first, with .flat(Infinity)
binaryLabels([[[1]], [[0]]], [2, 1, 1])
//           ~~~~~~~~~~~~~~
// @ts-expect-error ndarray: values must be an array or a typed array of numbers (was undefined)
ndarray(undefined, [2])
//      ~~~~~~~~~
const helpers = [
  (<V extends readonly number[]>(values: V) => ndarray(values, [2, 2]))([1, 2, 3, 4]),
  (<V extends ArrayLike<number>>(values: V) => classIds(values, 3))([1, 2]),
  ndarray<[2]>([1, 2], [2]),
]

const images = ndarray(bytes, [n, 28, 28, 1])
const features = ndarray(bytes, [n, 8])
const ids = classIds(bytes, 10)
const hot = oneHot(ids)
const sparse = compile(digits, { loss: 'sparseCategoricalCrossentropy', optimizer, metrics: ['accuracy'] })
const categorical = compile(digits, { loss: 'categoricalCrossentropy', optimizer })
const binary = compile(several, { loss: 'binaryCrossentropy', optimizer })
const squared = compile(price, { loss: 'meanSquaredError', optimizer })
const brier = compile(digits, { loss: 'meanSquaredError', optimizer, allow: ['softmax-mse'] })
const pixels = compile(masks, { loss: 'sparseCategoricalCrossentropy', optimizer })
const sized = compile(named, { loss: 'sparseCategoricalCrossentropy', optimizer })
const unsized = compile(open, { loss: 'sparseCategoricalCrossentropy', optimizer })
const quiet = compile(mistaken, { loss: 'sparseCategoricalCrossentropy', optimizer })

// what agrees
sparse.fit(images, ids)
sparse.fit(images, classIds(bytes, 10, [n, 1]))
sparse.fit(images, classIds(bytes, n))
categorical.fit(images, hot)
categorical.fit(images, ndarray(bytes, [n, 10]))
binary.fit(images, binaryLabels(bytes, [n, 5]))
binary.fit(images, ndarray(bytes, [n, 5]))
squared.fit(features, ndarray(bytes, [n, 3]), { validationSplit: 0.1 })
squared.fit(features, ndarray(bytes, [n, n]))
brier.fit(images, hot)
pixels.fit(ndarray(bytes, [n, 64, 64, 3]), classIds(bytes, 21, [n, 64, 64]))
sized.fit(ndarray(bytes, [n, 32, 48, 3]), classIds(bytes, 2, [n, 15, 23]))
unsized.fit(ndarray(bytes, [n, 4, 8]), ids)
sparse.fit(images, ids, { validationData: [images, ids], epochs: 3, batchSize: 64, shuffle: 'batches', seed: 7, verbose: 'silent' })
// one mistake, one error
quiet.fit(images, ids)
quiet.fit(images, hot, { validationData: [images, hot] })
quiet.evaluate(images, binaryLabels(bytes))

// the kind of the labels
// @ts-expect-error sparseCategoricalCrossentropy: labels must be class ids (was one-hot over 10 classes); use categoricalCrossentropy, or classIds
sparse.fit(images, hot)
//                 ~~~

// @ts-expect-error sparseCategoricalCrossentropy: labels must be class ids (was binary labels [n, 1]); use binaryCrossentropy, or classIds
sparse.fit(images, binaryLabels(bytes))
//                 ~~~~~~~~~~~~~~~~~~~

// @ts-expect-error sparseCategoricalCrossentropy: labels must be class ids (was an ndarray [n, 10]); use classIds(values, classes)
sparse.fit(images, ndarray(bytes, [n, 10]))

// @ts-expect-error categoricalCrossentropy: labels must be one-hot (was class ids of 10 classes); use sparseCategoricalCrossentropy, or oneHot
categorical.fit(images, ids)

// @ts-expect-error categoricalCrossentropy: labels must be one-hot (was binary labels [n, 10]); use binaryCrossentropy, or oneHot
categorical.fit(images, binaryLabels(bytes, [n, 10]))

// @ts-expect-error binaryCrossentropy: labels must be binary (was class ids of 5 classes); use sparseCategoricalCrossentropy, or binaryLabels
binary.fit(images, classIds(bytes, 5))

// @ts-expect-error binaryCrossentropy: labels must be binary (was one-hot over 5 classes); use categoricalCrossentropy, or binaryLabels
binary.fit(images, oneHot(classIds(bytes, 5)))

// @ts-expect-error meanSquaredError: labels must be an ndarray of the output's shape (was class ids of 3 classes); use sparseCategoricalCrossentropy, or oneHot
squared.fit(features, classIds(bytes, 3))

// the count of classes
// @ts-expect-error sparseCategoricalCrossentropy: labels must be of the model's 10 classes (was 20)
sparse.fit(images, classIds(bytes, 20))
//                 ~~~~~~~~~~~~~~~~~~~

// @ts-expect-error categoricalCrossentropy: labels must be of the model's 10 classes (was 20)
categorical.fit(images, oneHot(classIds(bytes, 20)))

// @ts-expect-error sparseCategoricalCrossentropy: labels must be of the model's 21 classes (was 20)
pixels.fit(ndarray(bytes, [n, 64, 64, 3]), classIds(bytes, 20, [n, 64, 64]))

// the shape
// @ts-expect-error sparseCategoricalCrossentropy: labels must be [n, 64, 64] (was [n, 32, 32])
pixels.fit(ndarray(bytes, [n, 64, 64, 3]), classIds(bytes, 21, [n, 32, 32]))

// @ts-expect-error sparseCategoricalCrossentropy: labels must be [n, 64, 64] (was [n])
pixels.fit(ndarray(bytes, [n, 64, 64, 3]), classIds(bytes, 21))

// @ts-expect-error binaryCrossentropy: labels must be [n, 5] (was [n, 1])
binary.fit(images, binaryLabels(bytes))
//                 ~~~~~~~~~~~~~~~~~~~

// @ts-expect-error meanSquaredError: y must be [n, 3], as the output (was [n, 1]); nothing is broadcast
squared.fit(features, ndarray(bytes, [n, 1]))
//                    ~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error meanSquaredError: y must be [n, 3], as the output (was [n]); nothing is broadcast
squared.fit(features, ndarray(bytes, [n]))

// the inputs
// @ts-expect-error fit: x must be [n, 28, 28, 1], as the model's input (was [n, 784])
sparse.fit(ndarray(bytes, [n, 784]), ids)
//         ~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error fit: x must be [n, 'h', 'w', 3], as the model's input (was [n, 32, 48, 1])
sized.fit(ndarray(bytes, [n, 32, 48, 1]), classIds(bytes, 2, [n, 15, 23]))

// @ts-expect-error fit: x must be an ndarray or labels (was a typed array); use ndarray(values, shape)
sparse.fit(bytes, ids)
//         ~~~~~

// @ts-expect-error fit: y must be an ndarray or labels (was an array); use ndarray(values, shape)
sparse.fit(images, [1, 2, 3])

// @ts-expect-error evaluate: x must be [n, 28, 28, 1], as the model's input (was [n, 28, 28])
sparse.evaluate(ndarray(bytes, [n, 28, 28]), ids)

// @ts-expect-error categoricalCrossentropy: labels must be one-hot (was class ids of 10 classes)
categorical.evaluate(images, ids)

// @ts-expect-error predict: x must be [n, 28, 28, 1], as the model's input (was [n, 8])
sparse.predict(features)
//             ~~~~~~~~

// counts of samples, where both are known
// @ts-expect-error fit: x and y must have as many samples (were 100 and 90)
squared.fit(ndarray(bytes, [100, 8]), ndarray(bytes, [90, 3]))
//                                    ~~~~~~~~~~~~~~~~~~~~~~~

// validation data is held to the same
// @ts-expect-error sparseCategoricalCrossentropy: labels must be class ids (was one-hot over 10 classes)
sparse.fit(images, ids, { validationData: [images, hot] })
//                                                 ~~~

// @ts-expect-error fit: validationData must be [n, 28, 28, 1], as the model's input (was [n, 8])
sparse.fit(images, ids, { validationData: [features, ids] })
//                                         ~~~~~~~~

// options and history
// @ts-expect-error Did you mean to write 'epochs'?
sparse.fit(images, ids, { epoch: 3 })
//                        ~~~~~

// @ts-expect-error 'shuffle'
sparse.fit(images, ids, { epochs: 1, shuffel: false })

// @ts-expect-error '"all"'
sparse.fit(images, ids, { shuffle: 'all' })

async function histories() {
  const plain = await sparse.fit(images, ids)
  const first: number | undefined = plain.accuracy[0]
  // @ts-expect-error Property 'val_loss' does not exist
  plain.val_loss
  const split = await sparse.fit(images, ids, { validationSplit: 0.1 })
  const last: number | undefined = split.val_accuracy.at(-1)
  // @ts-expect-error Did you mean 'val_accuracy'?
  split.val_acuracy
  const given = await categorical.fit(images, hot, { validationData: [images, hot] })
  const lost: number | undefined = given.val_loss[0]
  // @ts-expect-error Property 'accuracy' does not exist
  given.accuracy
  const none = await sparse.fit(images, ids, { validationSplit: 0 })
  // @ts-expect-error Property 'val_loss' does not exist
  none.val_loss
  const perhaps = await sparse.fit(images, ids, { validationSplit: n > 3 ? 0.1 : undefined })
  const maybe: readonly number[] | undefined = perhaps.val_loss
  const { loss, accuracy } = await sparse.evaluate(images, ids)
  // @ts-expect-error Property 'accuracy' does not exist
  ;(await categorical.evaluate(images, hot)).accuracy
  const outputs: NDArray<[number, 10], 'float32'> = await sparse.predict(images)
  return [first, last, lost, maybe, loss, accuracy, outputs]
}

// data, where it enters
// @ts-expect-error ndarray: shape must be sizes of at least 1, in whole numbers (was [n, 0])
ndarray(bytes, [n, 0])
//             ~~~~~~

// @ts-expect-error ndarray: shape must be sizes of at least 1, in whole numbers (was [2, 1.5])
ndarray(bytes, [2, 1.5])

// @ts-expect-error classIds: classes must be a whole number of at least 2 (was 1); for one yes or no use binaryLabels
classIds(bytes, 1)
//              ~

// @ts-expect-error oneHot: labels must be class ids (was an ndarray [n, 8]); use classIds(values, classes)
oneHot(features)
//     ~~~~~~~~

// @ts-expect-error oneHot: labels must be class ids (was one-hot over 10 classes)
oneHot(hot)

export { histories, sparseCategoricalCrossentropy }

// a tensor of the engine is no data
declare const tensor: import('@tensorflow/tfjs-core').Tensor4D
// @ts-expect-error fit: x must be an ndarray or labels (was a tensor); use ndarray(values, shape)
sparse.fit(tensor, ids)
//         ~~~~~~

// labels of which only the run knows what they are: they may be right
declare const anyLabels: Labels
declare const anyIds: Labels<'ids'>
declare const idsOrHot: Labels<'ids' | 'oneHot'>
declare const idsOf: Labels<'ids', [number], 2> | Labels<'ids', [number], 10>
declare const anyData: Labels | NDArray
sparse.fit(images, anyLabels)
sparse.fit(images, anyIds)
sparse.fit(images, idsOrHot)
sparse.fit(images, idsOf)
sparse.evaluate(images, anyData)
binary.fit(images, anyLabels)

// none of those that they may be is right
declare const noIds: Labels<'oneHot'>
declare const twoOfFew: Labels<'ids', [number], 2> | Labels<'ids', [number, 3], 10>
// @ts-expect-error sparseCategoricalCrossentropy: labels must be class ids (was one-hot); use categoricalCrossentropy, or classIds
sparse.fit(images, noIds)
//                 ~~~~~
// @ts-expect-error sparseCategoricalCrossentropy: labels must be
sparse.fit(images, twoOfFew)
//                 ~~~~~~~~
