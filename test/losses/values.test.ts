import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  binaryCrossentropy,
  categoricalCrossentropy,
  type LossLike,
  sparseCategoricalCrossentropy,
  toLoss,
} from '../../src/dsl/losses/losses.js'
import { start } from '../../src/runtime/engine/start.js'
import { lossOf } from '../../src/runtime/losses/losses.js'
import { accuracy } from '../../src/runtime/metrics/accuracy.js'

// Literals were computed in double precision from the formulas, in another language.
const flat = (values: readonly unknown[]): number[] => values.flat(Infinity as 1) as number[]

async function lossAndGradient(
  loss: LossLike,
  labels: tf.Tensor,
  outputs: tf.Tensor,
): Promise<{ value: number; gradient: number[] }> {
  const { value, grad } = tf.valueAndGrad((x: tf.Tensor) => lossOf(toLoss(loss), labels, x))(outputs)
  return { value: (await value.data())[0]!, gradient: [...(await grad.data())] }
}

async function expectLoss(
  loss: LossLike,
  labels: tf.Tensor,
  outputs: tf.Tensor,
  value: number,
  gradient: readonly unknown[],
): Promise<void> {
  const found = await lossAndGradient(loss, labels, outputs)
  expect(found.value).toBeCloseTo(value, 6)
  flat(gradient).forEach((must, index) => {
    expect(found.gradient[index], `gradient ${index}`).toBeCloseTo(must, 5)
  })
  expect(found.gradient.length).toBe(flat(gradient).length)
}

const ids = (...values: number[]): tf.Tensor => tf.tensor1d(values, 'int32')

describe.each(['wasm', 'cpu'] as const)('losses on %s', (backend) => {
  beforeAll(async () => {
    await start({ backend })
  })

  it('sparse categorical cross-entropy of logits, where clipping before the softmax would give 0.551', async () => {
    await expectLoss(
      sparseCategoricalCrossentropy({ fromLogits: true }),
      ids(0),
      tf.tensor2d([[5, -5, 0]]),
      0.00676044,
      [-0.00673764, 0.000045094, 0.00669255],
    )
    await expectLoss(
      sparseCategoricalCrossentropy({ fromLogits: true }),
      ids(2, 1),
      tf.tensor2d([
        [1, 2, 3],
        [0, 0, 0],
      ]),
      0.753109127,
      [
        [0.0450152866, 0.122364236, -0.167379522],
        [0.166666667, -0.333333333, 0.166666667],
      ],
    )
  })

  const probabilities = [
    [0.7, 0.2, 0.1],
    [0.1, 0.8, 0.1],
  ]
  it('sparse and categorical cross-entropy of probabilities agree', async () => {
    const gradient = [
      [-0.214285714, 0.5, 0.5],
      [0.5, 0.5, -4.5],
    ]
    const rows = tf.tensor2d([
      [1, 0, 0],
      [0, 0, 1],
    ])
    await expectLoss('sparseCategoricalCrossentropy', ids(0, 2), tf.tensor2d(probabilities), 1.329630018, gradient)
    await expectLoss('categoricalCrossentropy', rows, tf.tensor2d(probabilities), 1.329630018, gradient)
  })

  it('label smoothing draws rows towards the even distribution', async () => {
    await expectLoss(
      categoricalCrossentropy({ labelSmoothing: 0.1 }),
      tf.tensor2d([[1, 0, 0]]),
      tf.tensor2d([[0.7, 0.2, 0.1]]),
      0.463297381,
      [-0.333333333, 0.833333333, 0.666666667],
    )
  })

  it('labels per pixel: the mean over all positions', async () => {
    const outputs = tf.tensor4d(flat(probabilities), [1, 1, 2, 3])
    const { value } = await lossAndGradient('sparseCategoricalCrossentropy', tf.tensor3d([0, 2], [1, 1, 2], 'int32'), outputs)
    expect(value).toBeCloseTo(1.329630018, 6)
    const kept = await lossAndGradient('sparseCategoricalCrossentropy', tf.tensor4d([0, 2], [1, 1, 2, 1], 'int32'), outputs)
    expect(kept.value).toBe(value)
  })

  it('binary cross-entropy of probabilities and of logits', async () => {
    await expectLoss('binaryCrossentropy', tf.tensor2d([[1, 0]]), tf.tensor2d([[0.9, 0.2]]), 0.164252033, [-0.555555556, 0.625])
    const logits = tf.tensor2d([[2], [-3], [0]])
    const labels = tf.tensor2d([[1], [1], [0]])
    await expectLoss(
      binaryCrossentropy({ fromLogits: true }),
      labels,
      logits,
      1.289554181,
      [-0.0397343073, -0.317524709, 0.166666667],
    )
    const smoothed = await lossAndGradient(binaryCrossentropy({ fromLogits: true, labelSmoothing: 0.2 }), labels, logits)
    expect(smoothed.value).toBeCloseTo(1.256220848, 6)
  })

  it('large logits neither overflow nor lose their gradient; certain and wrong is clipped at 1e-7', async () => {
    await expectLoss(sparseCategoricalCrossentropy({ fromLogits: true }), ids(1), tf.tensor2d([[200, 0]]), 200, [1, -1])
    await expectLoss(
      binaryCrossentropy({ fromLogits: true }),
      tf.tensor2d([[0, 1]]),
      tf.tensor2d([[200, -200]]),
      200,
      [0.5, -0.5],
    )
    const { value } = await lossAndGradient('sparseCategoricalCrossentropy', ids(1), tf.tensor2d([[1, 0]]))
    expect(value).toBeCloseTo(16.118096, 4)
  })

  it('mean squared error', async () => {
    await expectLoss('meanSquaredError', tf.tensor2d([[1, 2]]), tf.tensor2d([[1.5, 0]]), 2.125, [0.5, -2])
  })

  it('accuracy goes by what the labels are', async () => {
    const value = async (scalar: tf.Scalar): Promise<number> => (await scalar.data())[0]!
    const outputs = tf.tensor2d(probabilities)
    const plain = toLoss('categoricalCrossentropy')
    expect(await value(accuracy('ids', plain, ids(0, 2), outputs))).toBe(0.5)
    expect(
      await value(
        accuracy(
          'oneHot',
          plain,
          tf.tensor2d([
            [1, 0, 0],
            [0, 1, 0],
          ]),
          outputs,
        ),
      ),
    ).toBe(1)
    const yes = tf.tensor2d([[1, 0, 1, 0]])
    expect(await value(accuracy('binary', toLoss('binaryCrossentropy'), yes, tf.tensor2d([[0.9, 0.6, 0.4, 0.1]])))).toBe(0.5)
    expect(await value(accuracy('binary', binaryCrossentropy({ fromLogits: true }), yes, tf.tensor2d([[0.4, -1, 3, 0.2]])))).toBe(
      0.75,
    )
    const pixels = tf.tensor4d(flat(probabilities), [1, 1, 2, 3])
    expect(await value(accuracy('ids', plain, tf.tensor3d([0, 1], [1, 1, 2], 'int32'), pixels))).toBe(1)
  })
})
