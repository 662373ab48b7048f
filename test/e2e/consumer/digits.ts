// A user's file, compiled and run outside this repository against the packed package.
import {
  adam,
  classIds,
  compile,
  conv2d,
  dense,
  dropout,
  flatten,
  input,
  maxPooling2d,
  ndarray,
  type OutputShape,
  type ParamCount,
  sequential,
} from 'shapeproof'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

const digits = sequential(
  input([28, 28, 1]),
  conv2d({ filters: 32, kernelSize: 3, activation: 'relu' }),
  maxPooling2d({ poolSize: 2 }),
  conv2d({ filters: 64, kernelSize: 3, activation: 'relu' }),
  maxPooling2d({ poolSize: 2 }),
  flatten(),
  dropout({ rate: 0.5 }),
  dense({ units: 10, activation: 'softmax' }),
)
export const shapeIsProven: Same<OutputShape<typeof digits>, [10]> = true
export const countIsProven: Same<ParamCount<typeof digits>, 34826> = true

// The mistakes of the README: were the declarations to lose their types on the way, nothing here would be an error.
export const mistakes = () => {
  sequential(
    input([28, 28, 1]),
    // @ts-expect-error
    conv2d({ filters: 8, kernelSize: 29 }),
  )
  // @ts-expect-error
  conv2d({ filters: 8, kernalSize: 3 })
}

// Ten patterns, one a class, with noise over them: little data that can be learnt.
const samples = 320
let state = 7
const random = () => {
  state = (state * 1103515245 + 12345) % 2147483648
  return state / 2147483648
}
const patterns = Array.from({ length: 10 }, () => Float32Array.from({ length: 784 }, () => (random() < 0.2 ? 1 : 0)))
const bytes = Uint8Array.from({ length: samples }, (_, i) => i % 10)
const pixels = new Float32Array(samples * 784)
bytes.forEach((digit, i) => {
  for (let p = 0; p < 784; p++) pixels[i * 784 + p] = 0.8 * (patterns[digit]?.[p] ?? 0) + 0.2 * random()
})

const images = ndarray(pixels, [samples, 28, 28, 1])
const ids = classIds(bytes, 10)
const trainer = compile(digits, {
  seed: 7,
  optimizer: adam({ learningRate: 1e-3 }),
  loss: 'sparseCategoricalCrossentropy',
  metrics: ['accuracy'],
})
const history = await trainer.fit(images, ids, { epochs: 8, batchSize: 32, validationSplit: 0.1, seed: 7 })
const scores = await trainer.predict(images)
const { loss, accuracy } = await trainer.evaluate(images, ids)

// The last line is for the test that started this.
console.log(
  JSON.stringify({
    losses: history.loss,
    validation: history.val_accuracy.at(-1),
    loss,
    accuracy,
    scores: scores.values.length,
    sum: scores.values.subarray(0, 10).reduce((a, b) => a + b, 0),
  }),
)
