// Handwritten digits: a convolutional network of seven layers, trained on MNIST. About two minutes on two cores.
//
//   npm start
import {
  adam,
  compile,
  conv2d,
  dense,
  dropout,
  flatten,
  input,
  type LayerShapes,
  maxPooling2d,
  type OutputShape,
  type ParamCount,
  sequential,
} from 'shapeproof'
import { mnist } from './lib/mnist.js'
import { quick } from './lib/quick.js'
import type { Same } from './lib/same.js'
import { draw, table } from './lib/terminal.js'

// A model is a value, and its shapes are its type. Nothing runs here: no weights, no engine.
const digits = sequential(
  input([28, 28, 1]), // height, width, channels; the batch is left out
  conv2d({ filters: 32, kernelSize: 3, activation: 'relu' }),
  maxPooling2d({ poolSize: 2 }),
  conv2d({ filters: 64, kernelSize: 3, activation: 'relu' }),
  maxPooling2d({ poolSize: 2 }),
  flatten(),
  dropout({ rate: 0.5 }),
  dense({ units: 10, activation: 'softmax' }),
)

// The compiler knows all this already. Change a layer, and one of these lines stops compiling.
type Shapes = [[26, 26, 32], [13, 13, 32], [11, 11, 64], [5, 5, 64], [1600], [1600], [10]]
true satisfies Same<OutputShape<typeof digits>, [10]>
true satisfies Same<LayerShapes<typeof digits>, Shapes>
true satisfies Same<ParamCount<typeof digits>, 34826>

console.log(`${table(digits)}\n`)

const train = mnist('train', quick ? 640 : undefined)
const test = mnist('t10k', quick ? 200 : undefined)

// Loss, last activation, number of classes and kind of labels are checked against each other here and in fit, by the compiler.
const trainer = compile(digits, {
  optimizer: adam({ learningRate: 1e-3 }),
  loss: 'sparseCategoricalCrossentropy',
  metrics: ['accuracy'],
  seed: 7, // the same seed on the same backend gives the same weights
})
await trainer.fit(train.images, train.ids, { epochs: quick ? 1 : 2, batchSize: 64, validationSplit: 0.05 })

// One row of ten probabilities for each image: NDArray<[number, 10], 'float32'>.
const scores = await trainer.predict(test.images)
const guesses = Array.from({ length: scores.shape[0] }, (_, i) => {
  const row = scores.values.subarray(10 * i, 10 * (i + 1))
  return row.indexOf(Math.max(...row))
})

// Two digits, and the first one that it gets wrong.
const wrong = guesses.findIndex((guess, i) => guess !== test.ids.values[i])
const shown = [0, 1, wrong > 1 ? wrong : 2].map((i) => {
  const [guess, truth] = [guesses[i], test.ids.values[i]]
  const title = guess === truth ? `${guess}` : `${guess}, but it is ${truth}`
  return { title, pixels: test.images.values.subarray(784 * i, 784 * (i + 1)), side: 28 }
})
console.log(`\n${draw(shown)}\n`)

const { accuracy } = await trainer.evaluate(test.images, test.ids)
console.log(`test accuracy: ${(100 * accuracy).toFixed(1)} %`)
