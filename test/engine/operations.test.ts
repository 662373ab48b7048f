import * as tf from '@tensorflow/tfjs-core'
import { test } from 'vitest'
import { start } from '../../src/runtime/engine/start.js'
import { expectAgreement, expectMeasuredSlopes } from './both-backends.js'

// What layers, losses and metrics are lowered to, beside convolutions, poolings and products: on wasm as on the cpu, gradients too.

const positive = (x: tf.Tensor) => tf.add(tf.abs(x), 0.1)

const unary: Record<string, (x: tf.Tensor) => tf.Tensor> = {
  abs: tf.abs,
  exp: tf.exp,
  log: (x) => tf.log(positive(x)),
  log1p: (x) => tf.log1p(positive(x)),
  sqrt: (x) => tf.sqrt(positive(x)),
  rsqrt: (x) => tf.rsqrt(positive(x)),
  square: tf.square,
  pow: (x) => tf.pow(positive(x), 1.7),
  reciprocal: (x) => tf.reciprocal(positive(x)),
  neg: tf.neg,
  sigmoid: tf.sigmoid,
  tanh: tf.tanh,
  relu: tf.relu,
  relu6: (x) => tf.relu6(tf.mul(x, 8)),
  elu: tf.elu,
  selu: tf.selu,
  softplus: tf.softplus,
  leakyRelu: (x) => tf.leakyRelu(x, 0.3),
  erf: tf.erf,
  sin: tf.sin,
  cos: tf.cos,
  atan: tf.atan,
  sinh: tf.sinh,
  cosh: tf.cosh,
  expm1: tf.expm1,
  clip: (x) => tf.clipByValue(x, -0.4, 0.6),
  softmax: (x) => tf.softmax(x),
  logSoftmax: (x) => tf.logSoftmax(x),
  logSumExp: (x) => tf.logSumExp(x, [1]),
  step: (x) => tf.step(x),
  sign: (x) => tf.sign(x),
  logSigmoid: tf.logSigmoid,
  sum: (x) => tf.sum(x),
  sumLeading: (x) => tf.sum(x, [0, 1]),
  sumMiddle: (x) => tf.sum(x, 1),
  sumKept: (x) => tf.sum(x, 0, true),
  mean: (x) => tf.mean(x, [0, 2]),
  max: (x) => tf.max(x, 1),
  min: (x) => tf.min(x, [1, 2]),
  prod: (x) => tf.prod(x, 1),
  moments: (x) => tf.add(tf.moments(x, [0, 1]).variance, tf.moments(x, [0, 1]).mean),
  norm: (x) => tf.norm(x, 2, 1),
  transpose: (x) => tf.transpose(x, [2, 0, 1]),
  reshape: (x) => tf.reshape(x, [6, 10]),
  tile: (x) => tf.tile(x, [2, 1, 3]),
  pad: (x) =>
    tf.pad(
      x,
      [
        [0, 1],
        [2, 0],
        [1, 1],
      ],
      0.5,
    ),
  mirrorPad: (x) =>
    tf.mirrorPad(
      x,
      [
        [1, 0],
        [1, 1],
        [2, 1],
      ],
      'reflect',
    ),
  slice: (x) => tf.slice(x, [1, 0, 2], [2, 3, 2]),
  reverse: (x) => tf.reverse(x, [1]),
  cumsum: (x) => tf.cumsum(x, 1),
  cast: (x) => tf.cast(x, 'float32'),
  split: (x) => tf.concat([...tf.split(x, 2, 1)].reverse(), 2),
  unstack: (x) => tf.stack([...tf.unstack(x, 1)].reverse(), 0),
  expandDims: (x) => tf.squeeze(tf.expandDims(x, 2), [2]),
  gather: (x) => tf.gather(x, tf.tensor1d([2, 0, 2], 'int32'), 0),
  broadcast: (x) => tf.broadcastTo(tf.expandDims(x, 1), [3, 2, 4, 5]),
  clone: (x) => tf.add(tf.clone(x), x),
  spaceToBatch: (x) => tf.batchToSpaceND(tf.spaceToBatchND(x, [2], [[0, 2]]), [2], [[1, 0]]),
  where: (x) => tf.where(tf.greater(x, 0.2), tf.square(x), tf.mul(x, -3)),
  lrn: (x) => tf.localResponseNormalization(x as tf.Tensor3D, 2, 1, 0.5, 0.75),
}

test.each(Object.entries(unary))('%s', async (_name, run) => {
  await expectAgreement([[3, 4, 5]], (x) => run(x as tf.Tensor), { tolerance: 1e-4 })
})

const axesOf3 = [[0], [1], [2], [0, 1], [1, 2], [0, 2], [-2], [1, 0], [0, 1, 2], []].map((axes) => ({ axes }))
test.each(axesOf3)('sum and mean over axes $axes', async ({ axes }) => {
  for (const shape of [
    [3, 4, 5],
    [2, 300, 18],
    [3, 1, 1],
  ]) {
    await expectAgreement([shape], (x) => tf.sum(x as tf.Tensor, axes), { tolerance: 1e-4 })
    await expectAgreement([shape], (x) => tf.mean(x as tf.Tensor, axes, true), { tolerance: 1e-4 })
  }
})

const binary: Record<string, (a: tf.Tensor, b: tf.Tensor) => tf.Tensor> = {
  add: tf.add,
  sub: tf.sub,
  mul: tf.mul,
  div: (a, b) => tf.div(a, positive(b)),
  maximum: tf.maximum,
  minimum: tf.minimum,
  squaredDifference: tf.squaredDifference,
  pow: (a, b) => tf.pow(positive(a), b),
  prelu: (a, b) => tf.prelu(a, b),
  atan2: (a, b) => tf.atan2(a, positive(b)),
  where: (a, b) => tf.where(tf.lessEqual(a, b), a, tf.mul(tf.ones(a.shape), b)),
}
const shapes: [number[], number[]][] = [
  [
    [3, 4, 5],
    [3, 4, 5],
  ],
  [
    [2, 3, 5],
    [3, 5],
  ],
  [[3, 4, 5], [5]],
  [
    [2, 3, 4, 5],
    [1, 3, 1, 5],
  ],
  [[3, 4, 5], []],
]

test.each(Object.entries(binary))('%s of equal and of broadcast shapes', async (_name, run) => {
  for (const pair of shapes) await expectAgreement(pair, (a, b) => run(a as tf.Tensor, b as tf.Tensor), { tolerance: 1e-4 })
})

test('batch normalization from its moments, and the fused one', async () => {
  await expectAgreement(
    [[4, 3, 3, 6], [6], [6]],
    (x, scale, offset) => {
      const { mean, variance } = tf.moments(x as tf.Tensor, [0, 1, 2])
      return tf.add(
        tf.mul(tf.div(tf.sub(x as tf.Tensor, mean), tf.sqrt(tf.add(variance, 1e-3))), scale as tf.Tensor),
        offset as tf.Tensor,
      )
    },
    { tolerance: 1e-4 },
  )
  await expectAgreement([[4, 3, 3, 6], [6], [6], [6], [6]], (x, mean, variance, offset, scale) =>
    tf.batchNorm(
      x as tf.Tensor4D,
      mean as tf.Tensor1D,
      positive(variance as tf.Tensor) as tf.Tensor1D,
      offset as tf.Tensor1D,
      scale as tf.Tensor1D,
    ),
  )
})

test('matMul of rank 3 by rank 2, and of batches that broadcast', async () => {
  for (const [left, right] of [
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ] as const) {
    const [a, b] = [left ? [5, 7] : [7, 5], right ? [9, 5] : [5, 9]]
    await expectAgreement([[3, ...a], b], (x, y) => tf.matMul(x as tf.Tensor, y as tf.Tensor, left, right))
    await expectAgreement(
      [
        [3, 2, ...a],
        [1, 2, ...b],
      ],
      (x, y) => tf.matMul(x as tf.Tensor, y as tf.Tensor, left, right),
    )
  }
})

const sizes: [[number, number], boolean, boolean][] = [
  [[6, 8], false, false],
  [[5, 3], true, false],
  [[5, 3], false, false],
  [[6, 8], false, true],
  [[2, 3], false, true],
  [[1, 1], true, false],
]
test.each(sizes)('resizing 3 × 4 to %s, corners aligned %s, half-pixel centers %s', async (size, aligned, half) => {
  for (const resize of [tf.image.resizeBilinear, tf.image.resizeNearestNeighbor]) {
    await expectAgreement([[2, 3, 4, 3]], (x) => resize(x as tf.Tensor4D, size, aligned, half), { gradients: false })
    await expectMeasuredSlopes([2, 3, 4, 2], (x) => resize(x as tf.Tensor4D, size, aligned, half), 0.25)
  }
})

test('what metrics count with', async () => {
  await start({ backend: 'cpu' })
  const classes = tf.tensor1d([1, 4, 0, 2, 2, 3], 'int32')
  await expectAgreement([[6, 5], classes.clone()], (x, ids) => tf.equal(tf.argMax(x as tf.Tensor, -1), ids as tf.Tensor), {
    gradients: false,
  })
  await start({ backend: 'cpu' })
  await expectAgreement([[6, 5], classes.clone()], (x, ids) =>
    tf.sum(tf.mul(tf.oneHot(ids as tf.Tensor1D, 5), tf.logSoftmax(x as tf.Tensor)), -1),
  )
  await expectAgreement([[6, 5]], (x) => tf.topk(x as tf.Tensor, 2).values, { gradients: false })
  await expectAgreement(
    [[6, 5]],
    (x) => tf.cast(tf.logicalAnd(tf.greater(x as tf.Tensor, 0), tf.less(x as tf.Tensor, 0.5)), 'float32'),
    { gradients: false },
  )
})
