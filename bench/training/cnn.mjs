// Training throughput of one CNN as users train it: shapeproof's `fit` on wasm against tfjs-layers' `fit` on the cpu backend (on wasm
// as shipped it cannot train convolutions), turn by turn in one process, so that a busy machine slows both. Medians.
//   npm run bench:training -- [batch=32] [rounds=3]
// 28×28×1 → conv 32 3×3 relu → pool 2 → conv 64 3×3 relu → pool 2 → dense 128 relu → dense 10 softmax, Adam, accuracy measured.
import '@tensorflow/tfjs-backend-cpu'
import * as tf from '@tensorflow/tfjs-core'
import * as theirs from '@tensorflow/tfjs-layers'
import { adam, classIds, compile, conv2d, dense, flatten, input, maxPooling2d, ndarray, sequential, start } from 'shapeproof'

const [batchSize = 32, rounds = 3] = process.argv.slice(2).map(Number)
const ourBatches = 30
const theirBatches = 1

const random = (size, scale) =>
  Float32Array.from({ length: size }, (_, at) => ((Math.imul(at + 1, 2654435761) >>> 8) / 2 ** 24) * scale)
const ids = (n) => Int32Array.from({ length: n }, (_, at) => at % 10)

function ours() {
  const model = sequential(
    input([28, 28, 1]),
    conv2d({ filters: 32, kernelSize: 3, activation: 'relu' }),
    maxPooling2d({ poolSize: 2 }),
    conv2d({ filters: 64, kernelSize: 3, activation: 'relu' }),
    maxPooling2d({ poolSize: 2 }),
    flatten(),
    dense({ units: 128, activation: 'relu' }),
    dense({ units: 10, activation: 'softmax' }),
  )
  const n = ourBatches * batchSize
  const [x, y] = [ndarray(random(n * 784, 1), [n, 28, 28, 1]), classIds(ids(n), 10)]
  const trainer = compile(model, { loss: 'sparseCategoricalCrossentropy', optimizer: adam(), metrics: ['accuracy'], seed: 7 })
  return () => trainer.fit(x, y, { epochs: 1, batchSize, verbose: 'silent' })
}

function others() {
  const { conv2d: conv, maxPooling2d: pool, flatten: flat, dense: full } = theirs.layers
  const model = theirs.sequential({
    layers: [
      conv({ filters: 32, kernelSize: 3, activation: 'relu', inputShape: [28, 28, 1] }),
      pool({ poolSize: 2 }),
      conv({ filters: 64, kernelSize: 3, activation: 'relu' }),
      pool({ poolSize: 2 }),
      flat(),
      full({ units: 128, activation: 'relu' }),
      full({ units: 10, activation: 'softmax' }),
    ],
  })
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] })
  const n = theirBatches * batchSize
  const x = tf.tensor(random(n * 784, 1), [n, 28, 28, 1])
  const y = tf.tensor(Float32Array.from(ids(n)), [n, 1])
  return () => model.fit(x, y, { epochs: 1, batchSize, verbose: 0 })
}

async function perImage(backend, images, run) {
  await tf.setBackend(backend)
  const from = performance.now()
  await run()
  return (performance.now() - from) / images
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

await start({ backend: 'wasm' })
const a = ours()
await a()
await tf.setBackend('cpu')
const b = others()
const [mine, other] = [[], []]
for (let round = 0; round < rounds; round++) {
  mine.push(await perImage('wasm', ourBatches * batchSize, a))
  other.push(await perImage('cpu', theirBatches * batchSize, b))
}
const [m, o] = [median(mine), median(other)]
console.log(
  `batch ${batchSize}: shapeproof on wasm ${Math.round(1000 / m)} images/s, tfjs-layers on cpu ${(1000 / o).toFixed(2)} images/s: ${Math.round(o / m)} times`,
)
process.exit(0)
