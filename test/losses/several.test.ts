import { describe, expect, it } from 'vitest'
import { type CheckInputs, checkInputs } from '../../src/dsl/data/checkInputs.js'
import { binaryLabels, classIds } from '../../src/dsl/data/labels.js'
import { ndarray } from '../../src/dsl/data/ndarray.js'
import { checkTargets, type TargetsFor } from '../../src/dsl/losses/checkTargets.js'
import { checkLosses, checkWeights, type LossesFor, type WeightsFor } from '../../src/dsl/losses/perOutput.js'
import { type MetricsFor, metricsOf } from '../../src/dsl/metrics.js'
import { twin } from './twin.js'

type Output = { box: [4]; label: [3] }
type Last = { box: 'linear'; label: 'softmax' }
const output = { box: [4], label: [3] }
const last = { box: 'linear', label: 'softmax' }
const input = { left: [2], right: [3] }
const two = ndarray([1, 2, 3, 4], [2, 2])
const three = ndarray([1, 2, 3], [1, 3])
const ids = classIds([0, 1], 3)
const box = ndarray([1, 2, 3, 4], [1, 4])

const losses = (loss: unknown) => () => checkLosses(output, last, loss, [])
const inputs =
  (x: unknown, shapes: object = input) =>
  () =>
    checkInputs('fit', 'x', shapes, x)
const labels =
  (y: unknown, count = 2) =>
  () =>
    checkTargets('fit', 'y', output, ['meanSquaredError', 'sparseCategoricalCrossentropy'], { data: [], count }, y)

describe('losses by name: type and run time say the same', () => {
  it('of each by the name of its output', () => {
    type Wrong = LossesFor<Output, Last, { box: 'binaryCrossentropy'; label: 'categoricalCrossentropy' }, never>
    twin<Wrong['box']>(
      "binaryCrossentropy: the last activation must be 'sigmoid' (was 'linear'); use binaryCrossentropy({ fromLogits: true }), or sigmoid on the last layer",
      losses({ box: 'binaryCrossentropy', label: 'categoricalCrossentropy' }),
    )
    expect(losses({ box: 'meanSquaredError', label: 'categoricalCrossentropy' })().map(({ loss }) => loss)).toEqual([
      'meanSquaredError',
      'categoricalCrossentropy',
    ])
  })

  it('of one for all', () => {
    twin<LossesFor<Output, Last, 'categoricalCrossentropy', never>>(
      "output 'box': categoricalCrossentropy: the last activation must be 'softmax' (was 'linear'); use categoricalCrossentropy({ fromLogits: true }), or softmax on the last layer",
      losses('categoricalCrossentropy'),
    )
    twin<LossesFor<Output, Last, 'binaryCrossentropy', never>>(
      'binaryCrossentropy: one loss for all outputs must go with each (does not with several); give each its own, by name',
      losses('binaryCrossentropy'),
    )
  })

  it.each([
    [{ box: 'meanSquaredError' }, 'compile: loss.label must be given'],
    [{ box: 'meanSquaredError', label: undefined }, 'compile: loss.label must be given'],
    [
      { box: 'meanSquaredError', lable: 'meanSquaredError' },
      "compile: loss must have the names of the model's outputs, 'box', 'label', and no other (was 'lable')",
    ],
    [['meanSquaredError'], "compile: loss must be an object by the names of the model's outputs (was an array)"],
    [
      'mse',
      "compile: loss must be among categoricalCrossentropy, sparseCategoricalCrossentropy, binaryCrossentropy, meanSquaredError (was 'mse')",
    ],
  ])('refuses %o', (loss, sentence) => {
    expect(losses(loss)).toThrow(sentence)
  })

  it('of an object where there are no names', () => {
    expect(() => checkLosses([4], 'linear', { y: 'meanSquaredError' }, [])).toThrow('(was an object)')
  })

  it('of weights', () => {
    twin<NonNullable<WeightsFor<Output, { box: -1 }>['box']>>(
      'compile: lossWeights.box must be a number of at least 0 (was -1)',
      () => checkWeights(output, { box: -1 }),
    )
    twin<WeightsFor<[4], { box: 1 }>>('compile: lossWeights must be left out for a model of one output without a name', () =>
      checkWeights([4], { box: 1 }),
    )
    expect(checkWeights(output, { label: 0.5 })).toEqual([1, 0.5])
    expect(() => checkWeights(output, { label: Number.NaN })).toThrow('lossWeights.label must be a number')
    expect(() => checkWeights(output, { lable: 1 })).toThrow("and no other (was 'lable')")
  })

  it('of metrics', () => {
    type Names = { box: 'meanSquaredError'; label: 'categoricalCrossentropy' }
    const names = ['meanSquaredError', 'categoricalCrossentropy'] as const
    twin<NonNullable<MetricsFor<Output, Names, { box: ['accuracy'] }>['box']>[0]>(
      "metrics: 'accuracy' must go with classes or yes and no (was meanSquaredError); leave it out, the loss is reported",
      () => metricsOf(output, names, { box: ['accuracy'] }),
    )
    twin<MetricsFor<Output, Names, ['accuracy']>>(
      "compile: metrics must be an object by the names of the model's outputs (was an array)",
      () => metricsOf(output, names, ['accuracy']),
    )
    expect(metricsOf(output, names, { label: ['accuracy'] })).toEqual([[], ['accuracy']])
  })
})

describe('data by name: type and run time say the same', () => {
  type Inputs<X> = CheckInputs<'fit', 'x', { left: [2]; right: [3] }, X>

  it('of inputs', () => {
    twin<Inputs<{ left: typeof two; right: typeof two }>>(
      "fit: x.right must be [n, 3], as the model's input (was [2, 2])",
      inputs({ left: two, right: two }),
    )
    twin<Inputs<typeof two>>("fit: x must be an object by the names of the model's inputs (was an ndarray [2, 2])", inputs(two))
    twin<Inputs<{ left: typeof two; right: number[] }>>(
      'fit: x.right must be an ndarray or labels (was an array); use ndarray(values, shape)',
      inputs({ left: two, right: [1] }),
    )
    twin<Inputs<{ left: typeof two; right: typeof three }>>(
      'fit: x must have as many samples under each name (were from 1 to 2)',
      inputs({ left: two, right: three }),
    )
    expect(inputs({ left: two })).toThrow('fit: x.right must be given')
    expect(inputs({ left: two, other: two })).toThrow("'left', 'right', and no other (was 'other')")
    expect(inputs({ left: two, right: ndarray([1, 2, 3, 4, 5, 6], [2, 3]), other: two })).toThrow(
      'fit: x.other must be left out: the model has no input of that name',
    )
  })

  it('of outputs', () => {
    type Names = { box: 'meanSquaredError'; label: 'sparseCategoricalCrossentropy' }
    type Targets<Y, X = typeof two> = TargetsFor<'fit', 'y', [2], Output, Names, X, Y>
    twin<Targets<{ box: typeof two; label: typeof ids }>['box']>(
      'meanSquaredError: y must be [n, 4], as the output (was [2, 2]); nothing is broadcast',
      labels({ box: two, label: ids }),
    )
    const binary = binaryLabels([0, 1], [2, 1])
    twin<Targets<{ box: typeof box; label: typeof binary }>['label']>(
      'sparseCategoricalCrossentropy: labels must be class ids (was binary labels [2, 1]); use binaryCrossentropy, or classIds',
      labels({ box, label: binary }),
    )
    twin<Targets<{ box: typeof box; label: typeof ids }>['box']>(
      'fit: x and y must have as many samples (were 2 and 1)',
      labels({ box, label: classIds([1], 3) }),
    )
    const one = classIds([1, 1], 3, [2, 1])
    twin<Targets<{ box: typeof box; label: typeof one }>>(
      'fit: y must have as many samples under each name (were from 1 to 2)',
      labels({ box, label: one }),
    )
    twin<Targets<typeof box>>("fit: y must be an object by the names of the model's outputs (was an ndarray [1, 4])", labels(box))
    expect(labels({ box })).toThrow('fit: y.label must be given')
  })
})

describe('sizes with names', () => {
  const rows = (n: number) => ndarray(new Float32Array(n), [1, n])

  it('are one size in all inputs, multiples too', () => {
    const shapes = { left: ['h'], right: ['16*h'] }
    expect(inputs({ left: rows(2), right: rows(32) }, shapes)().count).toBe(1)
    expect(inputs({ left: rows(2), right: rows(48) }, shapes)).toThrow("model: 'h' must be one size (was 2 and 3)")
    expect(inputs({ left: rows(2), right: rows(33) }, shapes)).toThrow(
      "model: '16*h' must be a multiple of 16 (was 33); pad it to 48",
    )
    const image = (height: number, width: number) => () =>
      checkInputs('predict', 'x', ['4*s', '4*s'], ndarray(new Float32Array(height * width), [1, height, width]))
    expect(image(8, 8)().count).toBe(1)
    expect(image(8, 12)).toThrow("model: 's' must be one size (was 2 and 3)")
  })
})
