import * as tf from '@tensorflow/tfjs-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  batchNormalization,
  compile,
  dense,
  init,
  input,
  layerNormalization,
  model,
  ndarray,
  rmsNormalization,
  sequential,
  sgd,
  softmax,
  start,
} from '../../src/index.js'
import { lower } from '../../src/runtime/lower.js'

// Against numbers worked out by hand: values, gradients, moving statistics. Two channels of four values each, of mean 4 and 1
// and variance 5 and 1.
const samples = [1, 0, 3, 2, 5, 0, 7, 2]
const EPSILON = 1e-3

const close = (tensor: tf.Tensor | undefined, must: readonly number[], digits = 5): void => {
  const was = [...(tensor?.dataSync() ?? [])]
  expect(was.length).toBe(must.length)
  for (const [at, value] of must.entries()) expect(was[at], `element ${at}`).toBeCloseTo(value, digits)
}

describe.each(['wasm', 'cpu'] as const)('on %s', (backend) => {
  let before = 0
  beforeAll(async () => {
    await start({ backend })
    before = tf.memory().numTensors
  })
  afterAll(() => expect(tf.memory().numTensors, 'tensors left').toBe(before))

  // The same eight values as samples of every rank.
  it.each([[[2]], [[1, 2]], [[2, 2]], [[1, 1, 2]], [[2, 1, 2]], [[1, 2, 1, 2]]])(
    'batch normalization of samples %j: the batch in training, the moving statistics outside',
    (shape) => {
      const batch = 8 / shape.reduce((n, size) => n * size, 1)
      const network = lower(sequential(input(shape), batchNormalization()), 1)
      const x = tf.tensor(samples, [batch, ...shape])
      const [one, two] = [1 / Math.sqrt(5 + EPSILON), 1 / Math.sqrt(1 + EPSILON)]
      const normal = [-3 * one, -two, -one, two, one, -two, 3 * one, two]

      const outside = tf.tidy(() => network.run([x], { training: false, seed: 0 })[0])
      close(
        outside,
        samples.map((value) => value / Math.sqrt(1 + EPSILON)),
      )
      const inside = tf.tidy(() => network.run([x], { training: true, seed: 0 })[0])
      close(inside, normal)
      close(network.states.get('batchNormalization/movingMean'), [0.01 * 4, 0.01 * 1])
      close(network.states.get('batchNormalization/movingVariance'), [0.99 + 0.01 * 5, 0.99 + 0.01 * 1])
      const moved = tf.tidy(() => network.run([x], { training: false, seed: 0 })[0])
      close(
        moved,
        samples.map((value, at) =>
          at % 2 === 0 ? (value - 0.04) / Math.sqrt(1.04 + EPSILON) : (value - 0.01) / Math.sqrt(1 + EPSILON),
        ),
      )
      tf.dispose([x, ...[outside, inside, moved].filter((y) => y !== undefined)])
      network.dispose()
    },
  )

  it('gradients of batch normalization: of weights sums, of the input nothing along mean and scale', () => {
    const network = lower(sequential(input([2]), batchNormalization({ epsilon: 1e-12 })), 1)
    const x = tf.tensor(samples, [4, 2])
    const factors = tf.tensor([1, 0, 0, 0, 0, 0, 0, 1], [4, 2])
    const loss = (y: tf.Tensor) => tf.sum(tf.mul(y, factors)) as tf.Scalar
    const run = (given: tf.Tensor) => network.run([given], { training: true, seed: 0 })[0] as tf.Tensor
    const { value, grads } = tf.variableGrads(() => loss(run(x)), [...network.variables.values()])
    const [gamma, beta] = [...network.variables.values()].map(({ name }) => grads[name])
    // x̂ is -3/√5 and 1 where the factors are.
    close(gamma, [-3 / Math.sqrt(5), 1])
    close(beta, [1, 1])
    // (g - mean g - x̂ mean(g x̂)) / σ
    const slope = tf.grad((given) => loss(run(given)))(x)
    const one = [-3, -1, 1, 3].map(
      (n, at) => ((at === 0 ? 1 : 0) - 0.25 - (n / Math.sqrt(5)) * (-3 / Math.sqrt(5) / 4)) / Math.sqrt(5),
    )
    const two = [-1, 1, -1, 1].map((n, at) => (at === 3 ? 1 : 0) - 0.25 - n / 4)
    close(
      slope,
      one.flatMap((value, at) => [value, two[at] as number]),
    )
    tf.dispose([x, factors, value, grads, slope])
    network.dispose()
  })

  it('batch normalization of another axis: its sizes are those of the weights', () => {
    const network = lower(sequential(input([2, 2, 1]), batchNormalization({ axis: 0, epsilon: 1e-12 })), 1)
    // The same values with the two channels first: of each of two samples 1, 3 and 0, 2, then 5, 7 and 0, 2.
    const x = tf.tensor([1, 3, 0, 2, 5, 7, 0, 2], [2, 2, 2, 1])
    const y = tf.tidy(() => network.run([x], { training: true, seed: 0 })[0])
    const [a, b] = [1 / Math.sqrt(5), 1]
    close(y, [-3 * a, -a, -b, b, a, 3 * a, -b, b])
    close(network.states.get('batchNormalization/movingMean'), [0.01 * 4, 0.01 * 1])
    const outside = tf.tidy(() => network.run([x], { training: false, seed: 0 })[0])
    const [c, d] = [Math.sqrt(0.99 + 0.01 * 5), Math.sqrt(0.99 + 0.01 * 1)]
    close(outside, [(1 - 0.04) / c, (3 - 0.04) / c, -0.01 / d, 1.99 / d, 4.96 / c, 6.96 / c, -0.01 / d, 1.99 / d])
    tf.dispose([x, y, outside].filter((one) => one !== undefined))
    network.dispose()
  })

  it('layer and root-mean-square normalization', () => {
    const x = tf.tensor([1, 2, 3, 6, 0, 4], [1, 2, 3])
    const run = (model: Parameters<typeof lower>[0]): tf.Tensor => {
      const network = lower(model, 1)
      const y = tf.tidy(() => network.run([x], { training: true, seed: 0 })[0] as tf.Tensor)
      network.dispose()
      return y
    }
    // Means 2 and 10/3, variances 2/3 and 56/9; squares 14/3 and 52/3.
    const [a, b] = [Math.sqrt(2 / 3), Math.sqrt(56 / 9)]
    const layer = run(sequential(input([2, 3]), layerNormalization({ epsilon: 1e-12 })))
    close(layer, [-1 / a, 0, 1 / a, (6 - 10 / 3) / b, -10 / 3 / b, (4 - 10 / 3) / b])
    const rms = run(sequential(input([2, 3]), rmsNormalization()))
    const [p, q] = [Math.sqrt(14 / 3), Math.sqrt(52 / 3)]
    close(rms, [1 / p, 2 / p, 3 / p, 6 / q, 0, 4 / q])
    tf.dispose([x, layer, rms])
  })

  it('trains: gradients move gamma and beta, the batches move the moving statistics', async () => {
    const net = await init(
      sequential(input([2]), dense({ units: 2 }), batchNormalization({ momentum: 0.5 }), dense({ units: 1 })),
      { seed: 1 },
    )
    const trainer = compile(net, { loss: 'meanSquaredError', optimizer: sgd({ learningRate: 0.1 }) })
    const at = (name: string): number[] => [
      ...((net.weights.batchNormalization as { [name: string]: tf.Tensor })[name]?.dataSync() ?? []),
    ]
    const first = ['gamma', 'beta', 'movingMean', 'movingVariance'].map(at)
    await trainer.fit(ndarray(Float32Array.from(samples), [4, 2]), ndarray(Float32Array.from([1, 2, 3, 5]), [4, 1]), {
      epochs: 2,
      batchSize: 2,
      verbose: 'silent',
    })
    for (const [k, name] of ['gamma', 'beta', 'movingMean', 'movingVariance'].entries())
      expect(at(name), name).not.toEqual(first[k])
    net.dispose()
  })
})

it('softmax takes a named axis that comes to be of one value', async () => {
  expect(() => softmax()(input([1 as number]))).toThrow('softmax: axis must hold more than 1 value')
  const x = input(['time', 3])
  const net = await init(model({ inputs: x, outputs: softmax({ axis: 0 })(x) }))
  const scores = await net.predict(ndarray(new Float32Array([5, 6, 7]), [1, 1, 3]))
  expect([...scores.values]).toEqual([1, 1, 1])
  net.dispose()
})
