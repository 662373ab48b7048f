// Yes or no: two interleaved half moons, told apart by two dense layers and one sigmoid. A few seconds.
//
//   npm run example examples/03-binary-classifier.ts
import { adam, binaryLabels, compile, dense, input, ndarray, type OutputShape, type ParamCount, sequential } from 'shapeproof'
import { quick } from './lib/quick.js'
import { randomFrom } from './lib/random.js'
import type { Same } from './lib/same.js'
import { table } from './lib/terminal.js'

const n = quick ? 400 : 2000

// Data with a seed of its own, so that every run sees the same points.
const random = randomFrom(42)
const noise = (): number => (random() + random() + random() - 1.5) * 0.3
const moons = Array.from({ length: n }, (_, i) => {
  const angle = Math.PI * random()
  const [x, y] = i % 2 === 0 ? [Math.cos(angle), Math.sin(angle)] : [1 - Math.cos(angle), 0.5 - Math.sin(angle)]
  // Features rarely come in like units. These are a length in metres and one in millimetres.
  return [x + noise(), 1000 * (y + noise())] as const
})

// So each feature is brought to mean 0 and deviation 1. Without it the millimetres would drown the metres.
const scale = (column: readonly number[]): number[] => {
  const mean = column.reduce((sum, value) => sum + value, 0) / n
  const deviation = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n)
  return column.map((value) => (value - mean) / deviation)
}
const [xs, ys] = [scale(moons.map(([x]) => x)), scale(moons.map(([, y]) => y))]

const points = ndarray(
  xs.flatMap((x, i) => [x, ys[i] as number]),
  [n, 2],
)
const upper = binaryLabels(moons.map((_, i) => (i % 2 === 0 ? 1 : 0))) // Labels<'binary', [number, 1]>

const classifier = sequential(
  input([2]),
  dense({ units: 16, activation: 'relu', kernelInitializer: 'heNormal' }),
  dense({ units: 16, activation: 'relu', kernelInitializer: 'heNormal' }),
  dense({ units: 1, activation: 'sigmoid' }), // one probability of yes
)

true satisfies Same<OutputShape<typeof classifier>, [1]>
true satisfies Same<ParamCount<typeof classifier>, 337>

console.log(`${table(classifier)}\n`)

// binaryCrossentropy asks for a sigmoid at the end and for binary labels; with a softmax or with class ids this would not compile.
const trainer = compile(classifier, {
  optimizer: adam({ learningRate: 1e-2 }),
  loss: 'binaryCrossentropy',
  metrics: ['accuracy'],
  seed: 7,
})
const history = await trainer.fit(points, upper, { epochs: quick ? 3 : 10, batchSize: 32, validationSplit: 0.2 })

// The key is typed: without validationSplit there would be no val_accuracy, and this line would not compile.
const accuracy = history.val_accuracy.at(-1) as number
console.log(`\nvalidation accuracy: ${(100 * accuracy).toFixed(1)} %`)
