// Two inputs and two outputs: which shape is in a picture, and how large it is in millimetres. The picture alone can't tell: how
// many pixels a millimetre has comes with it, as meta data. A quarter of a minute.
//
//   npm run example examples/06-two-inputs.ts
import {
  adam,
  averagePooling2d,
  classIds,
  compile,
  concatenate,
  conv2d,
  dense,
  globalAveragePooling2d,
  globalMaxPooling2d,
  type InputShape,
  input,
  model,
  ndarray,
  type OutputShape,
  type ParamCount,
  shared,
  type WeightShapes,
} from 'shapeproof'
import { quick } from './lib/quick.js'
import { randomFrom } from './lib/random.js'
import type { Same } from './lib/same.js'
import { table } from './lib/terminal.js'

const image = input([24, 24, 1])
const meta = input([2]) // pixels a millimetre, and how bright the lamp was

// A layer used twice stands for two sets of weights, unless it is shared: here one set of kernels looks at the picture as it is,
// and again from farther away.
const edges = shared('edges', conv2d({ filters: 16, kernelSize: 5, activation: 'relu', kernelInitializer: 'heNormal' }))
const near = edges(image) // [20, 20, 16]
const far = edges(averagePooling2d({ poolSize: 2 })(image)) // [8, 8, 16]

// Layers with weights have names, so the compiler knows the weights of this graph.
const seen = concatenate()([
  globalAveragePooling2d()(near),
  globalMaxPooling2d()(near),
  globalAveragePooling2d()(far),
  globalMaxPooling2d()(far),
  meta,
])
const both = dense({ units: 48, activation: 'relu', kernelInitializer: 'heNormal', name: 'both' })(seen)

const shapes = model({
  inputs: { image, meta },
  outputs: {
    label: dense({ units: 3, activation: 'softmax', name: 'label' })(both),
    size: dense({ units: 1, name: 'size' })(both),
  },
})

true satisfies Same<InputShape<typeof shapes>, { readonly image: [24, 24, 1]; readonly meta: [2] }>
true satisfies Same<OutputShape<typeof shapes>, { readonly label: [3]; readonly size: [1] }>
true satisfies Same<WeightShapes<typeof shapes>['edges']['kernel'], [5, 5, 1, 16]>
true satisfies Same<ParamCount<typeof shapes>, 3828>

console.log(`${table(shapes)}\n`)

/** Discs, squares and crosses: `n` pictures with their meta data, and which shape they show, how large. */
function pictures(n: number, seed: number) {
  const random = randomFrom(seed)
  const between = (least: number, most: number): number => least + (most - least) * random()
  const shown = Array.from({ length: n }, () => ({
    kind: Math.floor(3 * random()),
    x: between(10, 14),
    y: between(10, 14),
    radius: between(3, 9), // in pixels
    scale: between(0.1, 0.5), // millimetres a pixel
    lamp: between(0.5, 1),
  }))
  const inside = (kind: number, dx: number, dy: number, radius: number): boolean => {
    if (kind === 0) return Math.hypot(dx, dy) < radius
    return kind === 1 ? Math.max(dx, dy) < radius : Math.max(dx, dy) < radius && Math.min(dx, dy) < radius / 3
  }
  const pixels = shown.flatMap(({ kind, x, y, radius, lamp }) =>
    Array.from({ length: 24 * 24 }, (_, at) => {
      const [dx, dy] = [Math.abs((at % 24) - x), Math.abs(Math.floor(at / 24) - y)]
      return lamp * (inside(kind, dx, dy, radius) ? 1 : 0) + between(0, 0.1)
    }),
  )
  const meta = shown.flatMap(({ scale, lamp }) => [scale, lamp])
  const sizes = shown.map(({ radius, scale }) => 2 * radius * scale)
  const kinds = shown.map(({ kind }) => kind)
  return {
    x: { image: ndarray(pixels, [n, 24, 24, 1]), meta: ndarray(meta, [n, 2]) },
    y: { label: classIds(kinds, 3), size: ndarray(sizes, [n, 1]) },
  }
}

// A loss for each output, by its name; what is made small is their sum with these weights. accuracy means nothing for a size in
// millimetres: it would not compile there.
const trainer = compile(shapes, {
  optimizer: adam({ learningRate: 3e-3 }),
  loss: { label: 'sparseCategoricalCrossentropy', size: 'meanSquaredError' },
  lossWeights: { size: 0.5 },
  metrics: { label: ['accuracy'] },
  seed: 7,
})
const train = pictures(quick ? 200 : 2000, 1)
const history = await trainer.fit(train.x, train.y, { epochs: quick ? 2 : 8, batchSize: 32, validationSplit: 0.1 })
true satisfies Same<(typeof history)['val_label_accuracy'], readonly number[]> // keys as in Keras

const test = pictures(quick ? 50 : 500, 2)
const scores = await trainer.predict(test.x)
console.log(`\nthe first is ${scores.size.values[0]?.toFixed(1)} mm wide; really ${test.y.size.values[0]?.toFixed(1)} mm`)

const { size_loss, label_accuracy } = await trainer.evaluate(test.x, test.y)
console.log(`size: off by ${Math.sqrt(size_loss).toFixed(2)} mm (root of the mean square)`)
console.log(`label accuracy: ${(100 * label_accuracy).toFixed(1)} %`)
