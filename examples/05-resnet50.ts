// ResNet-50 (He et al. 2015), as Keras has it: 50 layers with kernels, one after another, and 25,636,712 weights, counted by the
// compiler. Two steps of training on random pixels. Under half a minute.
//
//   npm run example examples/05-resnet50.ts
import {
  activation,
  batchNormalization,
  classIds,
  compile,
  conv2d,
  dense,
  type Flops,
  flops,
  globalAveragePooling2d,
  input,
  type LayerShapes,
  maxPooling2d,
  ndarray,
  type OutputShape,
  type ParamCount,
  parallel,
  paramCount,
  residual,
  sequential,
  sgd,
  type WeightShapes,
} from 'shapeproof'
import { quick } from './lib/quick.js'
import { randomFrom } from './lib/random.js'
import type { Same } from './lib/same.js'

// Normalised before the activation: with so many layers, values would die out or grow without bounds.
const normalize = () => batchNormalization({ epsilon: 1.001e-5 })
const relu = () => activation({ activation: 'relu' })

// Narrow, a look around, wide again. The stride is that of the first convolution, as in the paper.
const bottleneck = <const N extends number, const W extends number, const S extends number>(narrow: N, wide: W, strides: S) =>
  sequential(
    conv2d({ filters: narrow, kernelSize: 1, strides, kernelInitializer: 'heNormal' }),
    normalize(),
    relu(),
    conv2d({ filters: narrow, kernelSize: 3, padding: 'same', kernelInitializer: 'heNormal' }),
    normalize(),
    relu(),
    conv2d({ filters: wide, kernelSize: 1, kernelInitializer: 'heNormal' }),
    normalize(),
  )

// Around most bottlenecks goes x itself. The first of a stage changes the shape, so a convolution goes around it.
const same = <const N extends number, const W extends number>(narrow: N, wide: W) =>
  sequential(residual(bottleneck(narrow, wide, 1)), relu())
const first = <const N extends number, const W extends number, const S extends number>(narrow: N, wide: W, strides: S) =>
  sequential(
    parallel(
      'add',
      sequential(conv2d({ filters: wide, kernelSize: 1, strides, kernelInitializer: 'heNormal' }), normalize()),
      bottleneck(narrow, wide, strides),
    ),
    relu(),
  )

// Layers wait in a list as they would in a sequential; they are checked where they follow an input.
const layers = [
  conv2d({ filters: 64, kernelSize: 7, strides: 2, padding: 3, kernelInitializer: 'heNormal' }),
  normalize(),
  relu(),
  maxPooling2d({ poolSize: 3, strides: 2, padding: 1 }),
  first(64, 256, 1),
  same(64, 256),
  same(64, 256),
  first(128, 512, 2),
  same(128, 512),
  same(128, 512),
  same(128, 512),
  first(256, 1024, 2),
  same(256, 1024),
  same(256, 1024),
  same(256, 1024),
  same(256, 1024),
  same(256, 1024),
  first(512, 2048, 2),
  same(512, 2048),
  same(512, 2048),
  globalAveragePooling2d(),
  dense({ units: 1000, activation: 'softmax' }),
] as const

const resnet50 = sequential(input([224, 224, 3]), ...layers)

type Shapes = LayerShapes<typeof resnet50>
true satisfies Same<[Shapes[0], Shapes[3], Shapes[6], Shapes[10]], [[112, 112, 64], [56, 56, 64], [56, 56, 256], [28, 28, 512]]>
true satisfies Same<[Shapes[16], Shapes[19], Shapes[20]], [[14, 14, 1024], [7, 7, 2048], [2048]]>
true satisfies Same<OutputShape<typeof resnet50>, [1000]>
true satisfies Same<ParamCount<typeof resnet50>, 25636712>
true satisfies Same<Flops<typeof resnet50>, 7715946496> // 3.86 billion multiply-adds an image
true satisfies Same<WeightShapes<typeof resnet50>['conv2d']['kernel'], [7, 7, 3, 64]>
true satisfies Same<WeightShapes<typeof resnet50>['dense']['kernel'], [2048, 1000]>

console.log(
  `ResNet-50: ${paramCount(resnet50).toLocaleString('en')} weights, ${(flops(resnet50) / 1e9).toFixed(1)} billion operations an image`,
)

const random = randomFrom(7)
const n = quick ? 1 : 2
const images = ndarray(
  Float32Array.from({ length: n * 224 * 224 * 3 }, () => 2 * random() - 1),
  [n, 224, 224, 3],
)
const ids = classIds(
  Array.from({ length: n }, () => Math.floor(1000 * random())),
  1000,
)

const trainer = compile(resnet50, {
  optimizer: sgd({ learningRate: 1e-3 }),
  loss: 'sparseCategoricalCrossentropy',
  seed: 7,
})
await trainer.net() // the weights are made here, not in the first step
const began = performance.now()
const { loss } = await trainer.fit(images, ids, { epochs: 2, batchSize: n })
console.log(`${((performance.now() - began) / 2000).toFixed(1)} s a step`)
console.log(`loss: ${loss.map((value) => value.toFixed(3)).join(' → ')}`)
