import { describe, expect, it } from 'vitest'
import { type CheckInputs, checkInputs } from '../../src/dsl/data/checkInputs.js'
import { binaryLabels, classIds } from '../../src/dsl/data/labels.js'
import { ndarray } from '../../src/dsl/data/ndarray.js'
import { oneHot } from '../../src/dsl/data/oneHot.js'
import { type CheckLabels, checkLabels } from '../../src/dsl/losses/checkLabels.js'
import { type CheckLoss, checkLoss } from '../../src/dsl/losses/checkLoss.js'
import {
  binaryCrossentropy,
  categoricalCrossentropy,
  type LossLike,
  sparseCategoricalCrossentropy,
  toLoss,
} from '../../src/dsl/losses/losses.js'
import { type LossName, lossRules } from '../../src/dsl/losses/rules.js'
import { type CheckMetric, checkMetrics, type MetricName } from '../../src/dsl/metrics.js'
import { adam, sgd } from '../../src/dsl/optimizers.js'
import { twin } from './twin.js'

const check =
  (output: number[], last: string, loss: LossLike, allowed: string[] = []) =>
  () =>
    checkLoss(output, last, toLoss(loss), allowed)

describe('loss, last activation and units: type and run time say the same', () => {
  it('of an activation that does not go with the loss', () => {
    twin<CheckLoss<[10], 'softmax', 'binaryCrossentropy', never>>(
      "binaryCrossentropy: the last activation must be 'sigmoid' (was 'softmax'); use categoricalCrossentropy, or sigmoid on the last layer",
      check([10], 'softmax', 'binaryCrossentropy'),
    )
    const logits = categoricalCrossentropy({ fromLogits: true })
    twin<CheckLoss<[10], 'softmax', typeof logits, never>>(
      "categoricalCrossentropy: with fromLogits the last activation must be 'linear' (was 'softmax'); leave fromLogits out",
      check([10], 'softmax', logits),
    )
    twin<CheckLoss<[1], 'sigmoid', 'sparseCategoricalCrossentropy', never>>(
      "sparseCategoricalCrossentropy: the last activation must be 'softmax' (was 'sigmoid'); use binaryCrossentropy",
      check([1], 'sigmoid', 'sparseCategoricalCrossentropy'),
    )
    const binaryLogits = binaryCrossentropy({ fromLogits: true })
    twin<CheckLoss<[5], 'tanh', typeof binaryLogits, never>>(
      "binaryCrossentropy: with fromLogits the last activation must be 'linear' (was 'tanh'); use no activation on the last layer",
      check([5], 'tanh', binaryLogits),
    )
    twin<CheckLoss<[10], 'softmax', 'meanSquaredError', never>>(
      "meanSquaredError: the last activation must not be a softmax (was 'softmax'); use categoricalCrossentropy, or allow: ['softmax-mse']",
      check([10], 'softmax', 'meanSquaredError'),
    )
  })

  it('of too few units', () => {
    twin<CheckLoss<[1], 'softmax', 'categoricalCrossentropy', never>>(
      'categoricalCrossentropy: the last layer must have at least 2 units (was 1); use binaryCrossentropy and sigmoid, or a unit for each class',
      check([1], 'softmax', 'categoricalCrossentropy'),
    )
  })

  it('knows every loss against every activation', () => {
    const activations = ['linear', 'relu', 'sigmoid', 'softmax', 'tanh', 'unknown']
    const legal = (loss: LossLike, allowed: string[] = []) =>
      activations.filter((last) => {
        try {
          checkLoss([10], last, toLoss(loss), allowed)
          return true
        } catch {
          return false
        }
      })
    expect(legal('categoricalCrossentropy')).toEqual(['softmax', 'unknown'])
    expect(legal('sparseCategoricalCrossentropy')).toEqual(['softmax', 'unknown'])
    expect(legal('binaryCrossentropy')).toEqual(['sigmoid', 'unknown'])
    expect(legal('meanSquaredError')).toEqual(['linear', 'relu', 'sigmoid', 'tanh', 'unknown'])
    expect(legal('meanSquaredError', ['softmax-mse'])).toEqual(activations)
    expect(legal(categoricalCrossentropy({ fromLogits: true }))).toEqual(['linear', 'unknown'])
    expect(legal(sparseCategoricalCrossentropy({ fromLogits: true }))).toEqual(['linear', 'unknown'])
    expect(legal(binaryCrossentropy({ fromLogits: true }))).toEqual(['linear', 'unknown'])
  })
})

describe('labels: type and run time say the same', () => {
  const ids = classIds([1, 2], 10)
  const hot = oneHot(ids)
  const binary = binaryLabels([0, 1])
  const values = ndarray([1, 0], [2, 1])

  it('of the kind', () => {
    twin<CheckLabels<'sparseCategoricalCrossentropy', [10], typeof hot>>(
      'sparseCategoricalCrossentropy: labels must be class ids (was one-hot over 10 classes); use categoricalCrossentropy, or classIds',
      () => checkLabels('sparseCategoricalCrossentropy', [10], hot),
    )
    twin<CheckLabels<'categoricalCrossentropy', [10], typeof ids>>(
      'categoricalCrossentropy: labels must be one-hot (was class ids of 10 classes); use sparseCategoricalCrossentropy, or oneHot',
      () => checkLabels('categoricalCrossentropy', [10], ids),
    )
    twin<CheckLabels<'sparseCategoricalCrossentropy', [10], typeof values>>(
      'sparseCategoricalCrossentropy: labels must be class ids (was an ndarray [2, 1]); use classIds(values, classes)',
      () => checkLabels('sparseCategoricalCrossentropy', [10], values),
    )
    twin<CheckLabels<'meanSquaredError', [10], typeof ids>>(
      "meanSquaredError: labels must be an ndarray of the output's shape (was class ids of 10 classes); use sparseCategoricalCrossentropy, or oneHot",
      () => checkLabels('meanSquaredError', [10], ids),
    )
  })

  it('of the count of classes and of the shape', () => {
    twin<CheckLabels<'sparseCategoricalCrossentropy', [20], typeof ids>>(
      "sparseCategoricalCrossentropy: labels must be of the model's 20 classes (was 10)",
      () => checkLabels('sparseCategoricalCrossentropy', [20], ids),
    )
    const two = binaryLabels([0, 1], [2, 1])
    twin<CheckLabels<'binaryCrossentropy', [5], typeof two>>(
      'binaryCrossentropy: labels must be [n, 5] (was [2, 1]); give them that shape where they are made',
      () => checkLabels('binaryCrossentropy', [5], binary),
    )
    twin<CheckLabels<'meanSquaredError', [3], typeof values>>(
      'meanSquaredError: y must be [n, 3], as the output (was [2, 1]); nothing is broadcast',
      () => checkLabels('meanSquaredError', [3], values),
    )
    twin<CheckInputs<'fit', 'x', [28, 28, 1], typeof values>>(
      "fit: x must be [n, 28, 28, 1], as the model's input (was [2, 1])",
      () => checkInputs('fit', 'x', [28, 28, 1], values),
    )
    twin<CheckInputs<'fit', 'x', ['h', 3], typeof values>>("fit: x must be [n, 'h', 3], as the model's input (was [2, 1])", () =>
      checkInputs('fit', 'x', ['h', 3], values),
    )
  })

  it('takes ids with or without a last axis of one, per sample and per pixel', () => {
    checkLabels('sparseCategoricalCrossentropy', [10], ids)
    checkLabels('sparseCategoricalCrossentropy', [10], classIds([1, 2], 10, [2, 1]))
    checkLabels('sparseCategoricalCrossentropy', [2, 2, 3], classIds([0, 1, 2, 0], 3, [1, 2, 2]))
    expect(() => checkLabels('sparseCategoricalCrossentropy', [2, 2, 3], classIds([0, 1, 2, 0], 3, [2, 2]))).toThrow(
      'labels must be [n, 2, 2] (was [2, 2])',
    )
  })

  it('one name is one size', () => {
    const square = ndarray([1, 2, 3, 4], [1, 2, 2])
    expect(checkInputs('fit', 'x', ['h', 'h'], square).count).toBe(1)
    expect(() => checkInputs('fit', 'x', ['h', 'h'], ndarray([1, 2], [1, 1, 2]))).toThrow(
      "model: 'h' must be one size (was 1 and 2)",
    )
  })

  it('looks at plain values: distributions sum to 1, probabilities are in 0..1', () => {
    checkLabels('categoricalCrossentropy', [2], ndarray([0.25, 0.75], [1, 2]))
    expect(() => checkLabels('categoricalCrossentropy', [2], ndarray([0, 1, 1, 1], [2, 2]))).toThrow(
      'categoricalCrossentropy: labels must be distributions: each sums to 1 (was 2 at position 1)',
    )
    checkLabels('binaryCrossentropy', [2], ndarray([0.5, 1], [1, 2]))
    expect(() => checkLabels('binaryCrossentropy', [2], ndarray([0.5, 5], [1, 2]))).toThrow(
      'labels must be in 0..1 (was 5 at index 1)',
    )
    checkLabels('meanSquaredError', [2], ndarray([-3, 5], [1, 2]))
  })
})

describe('metrics, losses and optimizers', () => {
  it('accuracy means nothing for a regression', () => {
    twin<CheckMetric<'meanSquaredError', 'accuracy'>>(
      "metrics: 'accuracy' must go with classes or yes and no (was meanSquaredError); leave it out, the loss is reported",
      () => checkMetrics('meanSquaredError', ['accuracy']),
    )
    for (const loss of Object.keys(lossRules) as LossName[]) if (loss !== 'meanSquaredError') checkMetrics(loss, ['accuracy'])
    expect(() => checkMetrics('binaryCrossentropy', ['acc' as MetricName])).toThrow(
      "metrics: each must be 'accuracy' (was 'acc')",
    )
  })

  it('descriptions are plain frozen data with Keras defaults', () => {
    expect(adam()).toEqual({ kind: 'adam', learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 })
    expect(sgd({ momentum: 0.9, nesterov: true })).toEqual({ kind: 'sgd', learningRate: 0.01, momentum: 0.9, nesterov: true })
    expect(Object.isFrozen(adam()) && Object.isFrozen(categoricalCrossentropy())).toBe(true)
    expect(binaryCrossentropy({ fromLogits: true })).toEqual({ loss: 'binaryCrossentropy', fromLogits: true, labelSmoothing: 0 })
    expect(toLoss('meanSquaredError')).toEqual({ loss: 'meanSquaredError', fromLogits: false, labelSmoothing: 0 })
  })

  it.each([
    [() => adam({ learningRate: Number.NaN }), 'adam: learningRate must be a number above 0 (was NaN)'],
    [() => adam({ learningRate: 0 as number }), 'adam: learningRate must be a number above 0 (was 0)'],
    [() => adam({ beta1: 1 as number }), 'adam: beta1 must be at least 0 and below 1 (was 1)'],
    [
      () => adam({ learninRate: 1 } as never),
      "adam: options must be among learningRate, beta1, beta2, epsilon (was 'learninRate')",
    ],
    [() => sgd({ momentum: -1 as number }), 'sgd: momentum must be at least 0 and at most 1 (was -1)'],
    [() => sgd({ momentum: 1.9 as number }), 'sgd: momentum must be at least 0 and at most 1 (was 1.9)'],
    [() => sgd({ nesterov: 1 as never }), 'sgd: nesterov must be true or false (was 1)'],
    [
      () => categoricalCrossentropy({ labelSmoothing: 1 as number }),
      'categoricalCrossentropy: labelSmoothing must be at least 0 and below 1 (was 1)',
    ],
    [
      () => sparseCategoricalCrossentropy({ labelSmoothing: 0.1 } as never),
      "sparseCategoricalCrossentropy: options must be among fromLogits (was 'labelSmoothing')",
    ],
    [
      () => toLoss('crossentropy' as never),
      "compile: loss must be among categoricalCrossentropy, sparseCategoricalCrossentropy, binaryCrossentropy, meanSquaredError (was 'crossentropy')",
    ],
  ])('refuses %#', (run, sentence) => {
    expect(run).toThrow(sentence)
  })
})
