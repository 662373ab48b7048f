// A residual network without pooling: convolutions with strides make the image smaller, residual blocks make the network deep.
// Blocks are made by helpers: functions that return layers. MNIST again, with a sixth of its images. Under half a minute.
//
//   npm run example examples/02-strided-residual.ts
import {
  activation,
  adam,
  compile,
  conv2d,
  dense,
  globalAveragePooling2d,
  input,
  type LayerShapes,
  type OutputShape,
  type ParamCount,
  residual,
  sequential,
} from 'shapeproof'
import { mnist } from './lib/mnist.js'
import { quick } from './lib/quick.js'
import type { Same } from './lib/same.js'
import { table } from './lib/terminal.js'

// A helper is generic in numbers and returns layers: each use of it is checked where it is used. `const` keeps 16 the type 16.
// He initialisation starts a layer before a ReLU at a variance that does not die out with depth.
const halve = <const F extends number>(filters: F) =>
  conv2d({ filters, kernelSize: 3, strides: 2, padding: 'same', activation: 'relu', kernelInitializer: 'heNormal' })

// Without an input, layers in a row are a block, for any shape that fits. Inside residual() it must keep the shape.
const block = <const F extends number>(filters: F) =>
  sequential(
    conv2d({ filters, kernelSize: 3, padding: 'same', activation: 'relu', kernelInitializer: 'heNormal' }),
    conv2d({ filters, kernelSize: 3, padding: 'same', kernelInitializer: 'heNormal' }),
  )

const network = sequential(
  input([28, 28, 1]),
  halve(16), // [14, 14, 16], where a pooling would have thrown values away
  residual(block(16)), // x + block(x): the shape stays, and gradients have a way past the block
  activation({ activation: 'relu' }),
  halve(32), // [7, 7, 32]
  residual(block(32)),
  activation({ activation: 'relu' }),
  globalAveragePooling2d(), // [32]: one number a channel, where flatten would make 1568
  dense({ units: 10, activation: 'softmax' }),
)

type Shapes = [[14, 14, 16], [14, 14, 16], [14, 14, 16], [7, 7, 32], [7, 7, 32], [7, 7, 32], [32], [10]]
true satisfies Same<LayerShapes<typeof network>, Shapes>
true satisfies Same<OutputShape<typeof network>, [10]>
true satisfies Same<ParamCount<typeof network>, 28266>

console.log(`${table(network)}\n`)

const train = mnist('train', quick ? 640 : 10_000)
const test = mnist('t10k', quick ? 200 : 2_000)

const trainer = compile(network, {
  optimizer: adam({ learningRate: 3e-3 }),
  loss: 'sparseCategoricalCrossentropy',
  metrics: ['accuracy'],
  seed: 7,
})
await trainer.fit(train.images, train.ids, { epochs: quick ? 1 : 3, batchSize: 32 })

const { accuracy } = await trainer.evaluate(test.images, test.ids)
console.log(`\ntest accuracy: ${(100 * accuracy).toFixed(1)} %`)
