// Training throughput of one CNN on raw tensor operations: wasm with our kernels against tfjs-layers on the cpu backend, the steps
// interleaved in one process, so that a busy machine slows both.
//   node bench/kernels/cnn.mjs [batch=32] [rounds=5]
// 28×28×1 → conv 32 3×3 relu → pool 2 → conv 64 3×3 relu → pool 2 → dense 128 relu → dense 10 softmax, Adam; the loss read each step.
import { mkdirSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import '@tensorflow/tfjs-backend-cpu'
import * as tf from '@tensorflow/tfjs-core'
import { build } from 'esbuild'

const [batch = 32, rounds = 5] = process.argv.slice(2).map(Number)
const stepsARound = 10

const root = fileURLToPath(new URL('../..', import.meta.url))
const bundle = `${root}.cache/bench-engine.mjs`
mkdirSync(`${root}.cache`, { recursive: true })
await build({
  stdin: {
    contents:
      "export { start } from './src/runtime/engine/start.js'\nexport { createOptimizer } from './src/runtime/optimizers/index.js'",
    resolveDir: root,
  },
  outfile: bundle,
  bundle: true,
  format: 'esm',
  mainFields: ['module', 'main'],
  external: ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-*'],
  alias: { '@tensorflow/tfjs-core/dist': `${root}node_modules/@tensorflow/tfjs-core/dist` },
})
const { start, createOptimizer } = await import(pathToFileURL(bundle).href)
const layers = await import('@tensorflow/tfjs-layers')

const random = (shape, scale) => tf.randomUniform(shape, -scale, scale, 'float32', 7)
const images = () => tf.randomUniform([batch, 28, 28, 1], 0, 1, 'float32', 3)
const labels = () => tf.oneHot(tf.mod(tf.range(0, batch, 1, 'int32'), tf.scalar(10, 'int32')), 10)

/** One step of ours as a function, with its own weights. */
function ours() {
  const weights = new Map(
    Object.entries({
      kernel1: [[3, 3, 1, 32], 0.1],
      bias1: [[32], 0],
      kernel2: [[3, 3, 32, 64], 0.06],
      bias2: [[64], 0],
      kernel3: [[1600, 128], 0.05],
      bias3: [[128], 0],
      kernel4: [[128, 10], 0.2],
      bias4: [[10], 0],
    }).map(([name, [shape, scale]]) => [name, tf.tidy(() => tf.variable(random(shape, scale), true, `bench_${name}`))]),
  )
  const optimizer = createOptimizer({ kind: 'adam', learningRate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 }, weights)
  const [x, y] = [images(), tf.cast(labels(), 'float32')]
  const w = (name) => weights.get(name)
  const forward = () => {
    const first = tf.maxPool(tf.relu(tf.add(tf.conv2d(x, w('kernel1'), 1, 'valid'), w('bias1'))), 2, 2, 'valid')
    const second = tf.maxPool(tf.relu(tf.add(tf.conv2d(first, w('kernel2'), 1, 'valid'), w('bias2'))), 2, 2, 'valid')
    const hidden = tf.relu(tf.add(tf.matMul(tf.reshape(second, [batch, 1600]), w('kernel3')), w('bias3')))
    const logits = tf.add(tf.matMul(hidden, w('kernel4')), w('bias4'))
    return tf.neg(tf.mean(tf.sum(tf.mul(y, tf.logSoftmax(logits)), -1)))
  }
  const names = [...weights.keys()]
  return async () => {
    const { value, grads } = tf.variableGrads(forward, [...weights.values()])
    optimizer.apply(new Map(names.map((name) => [name, grads[`bench_${name}`]])))
    const [loss] = await value.data()
    tf.dispose([value, grads])
    return loss
  }
}

function theirs() {
  const model = layers.sequential({
    layers: [
      layers.layers.conv2d({ filters: 32, kernelSize: 3, activation: 'relu', inputShape: [28, 28, 1] }),
      layers.layers.maxPooling2d({ poolSize: 2 }),
      layers.layers.conv2d({ filters: 64, kernelSize: 3, activation: 'relu' }),
      layers.layers.maxPooling2d({ poolSize: 2 }),
      layers.layers.flatten(),
      layers.layers.dense({ units: 128, activation: 'relu' }),
      layers.layers.dense({ units: 10, activation: 'softmax' }),
    ],
  })
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' })
  const [x, y] = [images(), labels()]
  return () => model.trainOnBatch(x, y)
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
const timed = async (run) => {
  const from = performance.now()
  await run()
  return performance.now() - from
}

await start({ backend: 'wasm' })
const step = ours()
const losses = [await step()]
await start({ backend: 'cpu' })
const cpuStep = theirs()
const times = { ours: [], theirs: [] }
for (let round = 0; round < rounds; round++) {
  await start({ backend: 'wasm' })
  for (let index = 0; index < stepsARound; index++) times.ours.push(await timed(async () => losses.push(await step())))
  await start({ backend: 'cpu' })
  times.theirs.push(await timed(cpuStep))
}
const [fast, slow] = [median(times.ours), median(times.theirs)]
const rate = (milliseconds) => ((1000 * batch) / milliseconds).toFixed(1)
console.log(
  `CNN, batch ${batch}, medians of ${times.ours.length} and ${times.theirs.length} steps, Node ${process.versions.node}`,
)
console.log(`shapeproof on wasm   ${fast.toFixed(1).padStart(9)} ms a step ${rate(fast).padStart(8)} images/s`)
console.log(`tfjs-layers on cpu   ${slow.toFixed(1).padStart(9)} ms a step ${rate(slow).padStart(8)} images/s`)
console.log(
  `ratio                ${(slow / fast).toFixed(0).padStart(9)}   loss ${losses[0].toFixed(4)} → ${losses.at(-1).toFixed(4)}`,
)
