import {
  adam,
  binaryCrossentropy,
  binaryLabels,
  classIds,
  compile,
  dense,
  init,
  input,
  type Model,
  model,
  type NDArray,
  ndarray,
  oneHot,
} from 'shapeproof'

// Several inputs and outputs, by name.
type Box = [4]
type Label = [3]
declare const found: Model<{ image: [8, 8, 1]; meta: [2] }, { box: Box; label: Label }, { box: 'linear'; label: 'softmax' }>
declare const pair: Model<{ left: ['h', 3]; right: ['16*h', 3] }, [1], 'sigmoid'>
declare const yes: Model<[8], { cat: [1]; dog: [1] }, { cat: 'sigmoid'; dog: 'sigmoid' }>
declare const mixed: Model<[8], { cat: [1]; score: [1] }, { cat: 'sigmoid'; score: 'linear' }>
// biome-ignore lint/suspicious/noExplicitAny: the shape after a mistake
declare const half: Model<{ image: any; meta: [2] }, { box: any; label: Label }, { box: any; label: 'softmax' }>
// biome-ignore lint/suspicious/noExplicitAny: the shape after a mistake
declare const mistaken: Model<any, any, any>
declare const n: number
declare const bytes: Uint8Array
const optimizer = adam()

const image = ndarray(bytes, [n, 8, 8, 1])
const meta = ndarray(bytes, [n, 2])
const box = ndarray(bytes, [n, 4])
const label = classIds(bytes, 3)
const x = { image, meta }
const y = { box, label }
const losses = { box: 'meanSquaredError', label: 'sparseCategoricalCrossentropy' } as const

const trainer = compile(found, { loss: losses, lossWeights: { box: 2 }, metrics: { label: ['accuracy'] }, optimizer })
const double = compile(pair, { loss: 'binaryCrossentropy', optimizer, metrics: ['accuracy'] })
const twice = compile(yes, { loss: 'binaryCrossentropy', optimizer, metrics: { cat: ['accuracy'], dog: ['accuracy'] } })
const some = compile(half, { loss: losses, optimizer, metrics: { label: ['accuracy'] }, lossWeights: { box: 0.5, label: 1 } })
const quiet = compile(mistaken, { loss: losses, optimizer, metrics: { label: ['accuracy'] }, lossWeights: { box: 2 } })

// what agrees
compile(found, { loss: { box: 'meanSquaredError', label: 'categoricalCrossentropy' }, optimizer })
compile(mixed, { loss: { cat: 'binaryCrossentropy', score: binaryCrossentropy({ fromLogits: true }) }, optimizer })
trainer.fit(x, y, { validationData: [x, y] })
trainer.fit({ image, meta }, { box, label }, { validationSplit: 0.1 })
trainer.fit({ image: ndarray(bytes, [9, 8, 8, 1]), meta }, { box, label: classIds(bytes, 3, [9]) })
trainer.evaluate({ image, meta: ndarray(bytes, [n, 2]) }, { box: ndarray(bytes, [n, 4]), label: classIds(bytes, 3) })
double.fit({ left: ndarray(bytes, [n, 2, 3]), right: ndarray(bytes, [n, 32, 3]) }, binaryLabels(bytes))
twice.fit(ndarray(bytes, [n, 8]), { cat: binaryLabels(bytes), dog: binaryLabels(bytes) })
// one mistake, one error
some.fit({ image: meta, meta }, { box: label, label })
some.predict({ image: box, meta })
quiet.fit(image, label)
quiet.fit({ image, other: meta }, { a: box, label }, { validationData: [image, y] })
quiet.predict({ image })

// losses, each against its own output
// @ts-expect-error categoricalCrossentropy: the last activation must be 'softmax' (was 'linear'); use categoricalCrossentropy({ fromLogits: true }), or softmax on the last layer
compile(found, { loss: { box: 'categoricalCrossentropy', label: 'categoricalCrossentropy' }, optimizer, metrics: { label: ['accuracy'] } })
//                       ~~~

// @ts-expect-error binaryCrossentropy: with fromLogits the last activation must be 'linear' (was 'softmax'); use categoricalCrossentropy without fromLogits, or no activation on the last layer
compile(found, { loss: { box: 'meanSquaredError', label: binaryCrossentropy({ fromLogits: true }) }, optimizer })
//                                                ~~~~~

// @ts-expect-error Property 'label' is missing
compile(found, { loss: { box: 'meanSquaredError' }, optimizer })
//               ~~~~

// @ts-expect-error 'lable' does not exist in type
compile(found, { loss: { box: 'meanSquaredError', lable: 'categoricalCrossentropy' }, optimizer })
//                                                ~~~~~

// @ts-expect-error '"mse"'
compile(found, { loss: { box: 'mse', label: 'categoricalCrossentropy' }, optimizer })
//                       ~~~

// one for all
// @ts-expect-error output 'box': categoricalCrossentropy: the last activation must be 'softmax' (was 'linear'); use categoricalCrossentropy({ fromLogits: true }), or softmax on the last layer
compile(found, { loss: 'categoricalCrossentropy', optimizer })
//               ~~~~

// @ts-expect-error binaryCrossentropy: one loss for all outputs must go with each (does not with several); give each its own, by name
compile(found, { loss: binaryCrossentropy(), optimizer, metrics: { box: ['accuracy'] } })
//               ~~~~

// by name only where there are names
// @ts-expect-error 'right' does not exist in type 'LossDescription
compile(pair, { loss: { right: 'binaryCrossentropy' }, optimizer })
//                      ~~~~~

// weights
// @ts-expect-error Did you mean to write 'label'?
compile(found, { loss: losses, optimizer, lossWeights: { lable: 2 } })
//                                                       ~~~~~

// @ts-expect-error compile: lossWeights.box must be a number of at least 0 (was -1)
compile(found, { loss: losses, optimizer, lossWeights: { box: -1, label: 2 } })
//                                                       ~~~

// @ts-expect-error compile: lossWeights must be left out for a model of one output without a name
compile(pair, { loss: 'binaryCrossentropy', optimizer, lossWeights: { y: 2 } })
//                                                     ~~~~~~~~~~~

// metrics
// @ts-expect-error metrics: 'accuracy' must go with classes or yes and no (was meanSquaredError); leave it out, the loss is reported
compile(found, { loss: losses, optimizer, metrics: { box: ['accuracy'] } })
//                                                         ~~~~~~~~~~

// @ts-expect-error Did you mean to write 'label'?
compile(found, { loss: losses, optimizer, metrics: { lable: ['accuracy'] } })
//                                                   ~~~~~

// @ts-expect-error compile: metrics must be an object by the names of the model's outputs (was an array)
compile(found, { loss: losses, optimizer, metrics: ['accuracy'] })

// @ts-expect-error '"acuracy"'
compile(found, { loss: losses, optimizer, metrics: { label: ['acuracy'] } })

// inputs
// @ts-expect-error fit: x.meta must be [n, 2], as the model's input (was [n, 4])
trainer.fit({ image, meta: box }, y)
//                   ~~~~

// @ts-expect-error fit: x.image must be an ndarray or labels (was a typed array); use ndarray(values, shape)
trainer.fit({ image: bytes, meta }, { box, label })
//            ~~~~~

// @ts-expect-error fit: x.meta must be given
trainer.fit({ image }, y)
//          ~~~~~~~~~

// @ts-expect-error fit: x must be an object by the names of the model's inputs (was no data)
trainer.fit('image', y)
//          ~~~~~~~

// @ts-expect-error fit: x must be an object by the names of the model's inputs (was an array)
trainer.fit([image, meta], y)
//          ~~~~~~~~~~~~~

// @ts-expect-error evaluate: y must be an object by the names of the model's outputs (was no data)
trainer.evaluate(x, undefined)
//                  ~~~~~~~~~

// the other way round
// @ts-expect-error 'box' does not exist in type
trainer.fit({ box, label }, { image, meta })
//            ~~~

// @ts-expect-error fit: x.image must be given
trainer.fit(y, x)
//          ~

// @ts-expect-error 'mata' does not exist in type
trainer.fit({ image, mata: meta }, y)
//                   ~~~~

// @ts-expect-error fit: x must be an object by the names of the model's inputs (was an ndarray [n, 8, 8, 1])
trainer.fit(image, y)
//          ~~~~~

// @ts-expect-error predict: x.left must be [n, 'h', 3], as the model's input (was [n, 2, 4])
double.predict({ left: ndarray(bytes, [n, 2, 4]), right: ndarray(bytes, [n, 32, 3]) })

// @ts-expect-error fit: x.other must be left out: the model has no input of that name
trainer.fit({ image, meta, other: box }, y)
//                         ~~~~~

// a variable too many, and one whose shape is wrong, where no literal helps
const more = { image, meta, other: box }
// @ts-expect-error fit: x.other must be left out: the model has no input of that name
trainer.fit(more, y)
//          ~~~~

// labels, each against its own output
// @ts-expect-error sparseCategoricalCrossentropy: labels must be class ids (was one-hot over 3 classes); use categoricalCrossentropy, or classIds
trainer.fit(x, { box, label: oneHot(label) })
//                    ~~~~~

// @ts-expect-error sparseCategoricalCrossentropy: labels must be of the model's 3 classes (was 4)
trainer.evaluate(x, { box, label: classIds(bytes, 4) })
//                         ~~~~~

// @ts-expect-error meanSquaredError: y must be [n, 4], as the output (was [n, 2]); nothing is broadcast
trainer.fit(x, { box: meta, label })
//               ~~~

// @ts-expect-error fit: y.label must be an ndarray or labels (was an array); use ndarray(values, shape)
trainer.fit(x, { box, label: [1, 2, 3] })
//                    ~~~~~

// @ts-expect-error fit: y.label must be given
trainer.fit(x, { box })
//             ~~~~~~~

// @ts-expect-error fit: y.other must be left out: the model has no output of that name
trainer.fit(x, { box, label, other: box })
//                           ~~~~~

// @ts-expect-error compile: loss.other must be left out: the model has no output of that name
compile(found, { loss: { ...losses, other: 'meanSquaredError' }, optimizer })
//                                  ~~~~~

// @ts-expect-error fit: y must be an object by the names of the model's outputs (was class ids of 3 classes)
trainer.fit(x, label)
//             ~~~~~

// @ts-expect-error binaryCrossentropy: labels must be binary (was class ids of 3 classes)
twice.fit(ndarray(bytes, [n, 8]), { cat: label, dog: binaryLabels(bytes) })
//                                  ~~~

// counts of samples, where they are known
// @ts-expect-error fit: x must have as many samples under each name (were from 90 to 100)
trainer.fit({ image: ndarray(bytes, [100, 8, 8, 1]), meta: ndarray(bytes, [90, 2]) }, { box: ndarray(bytes, [90, 4]), label })
//          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error fit: x and y must have as many samples (were 100 and 90)
trainer.fit({ image, meta: ndarray(bytes, [100, 2]) }, { box: ndarray(bytes, [90, 4]), label })
//                                                       ~~~

// @ts-expect-error fit: y must have as many samples under each name (were from 9 to 1000)
trainer.fit(x, { box: ndarray(bytes, [1000, 4]), label: classIds(bytes, 3, [9]) })
//             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// validation data is held to the same
// @ts-expect-error sparseCategoricalCrossentropy: labels must be class ids (was one-hot over 3 classes)
trainer.fit(x, y, { validationData: [x, { box, label: oneHot(label) }] })
//                                             ~~~~~

// @ts-expect-error fit: validationData.meta must be [n, 2], as the model's input (was [n, 4])
trainer.fit(x, y, { validationData: [{ image, meta: box }, y] })
//                                            ~~~~

async function histories() {
  const history = await trainer.fit(x, y, { validationData: [x, y] })
  const some: (number | undefined)[] = [history.loss[0], history.box_loss[0], history.label_loss[0], history.val_label_accuracy.at(-1)]
  // @ts-expect-error Property 'accuracy' does not exist
  history.accuracy
  // @ts-expect-error Property 'box_accuracy' does not exist
  history.box_accuracy
  // @ts-expect-error Property 'val_loss' does not exist
  ;(await trainer.fit(x, y)).val_loss
  const { loss, box_loss, label_loss, label_accuracy } = await trainer.evaluate(x, y)
  const outputs = await trainer.predict(x)
  const boxes: NDArray<[number, 4], 'float32'> = outputs.box
  // @ts-expect-error Property 'boxes' does not exist
  outputs.boxes
  return [some, loss, box_loss, label_loss, label_accuracy, boxes]
}

// models that are written
const left = input([2])
const right = input([2])
const both = model({
  inputs: { left, right },
  outputs: { sum: dense({ units: 1 })(left), kind: dense({ units: 3, activation: 'softmax' })(right) },
})
compile(both, { loss: { sum: 'meanSquaredError', kind: 'sparseCategoricalCrossentropy' }, optimizer }).fit(
  { left: meta, right: meta },
  // @ts-expect-error sparseCategoricalCrossentropy: labels must be of the model's 3 classes (was 5)
  { sum: ndarray(bytes, [n, 1]), kind: classIds(bytes, 5) },
  //                             ~~~~
)
init(both).then((net) => {
  // @ts-expect-error predict: x.right must be [n, 2], as the model's input (was [n, 4])
  net.predict({ left: meta, right: box })
  //                        ~~~~~
  // @ts-expect-error Property 'right' is missing
  net.forward({ left: tensor })
  net.forward({ left: tensor, right: tensor }).kind.shape
})
declare const tensor: import('@tensorflow/tfjs-core').Tensor

export { histories }
