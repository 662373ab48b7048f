// What someone met who had nothing but the package and its README, from JavaScript: each mistake is a sentence.
import { describe, expect, it } from 'vitest'
import * as shapeproof from '../../src/index.js'

// biome-ignore lint/suspicious/noExplicitAny: as from JavaScript
const loose = shapeproof as any
const { input, dense, sequential, adam, toJSON } = shapeproof
const model = sequential(input([4]), dense({ units: 3, activation: 'softmax' }))

describe('options that are no object', () => {
  it.each([
    [() => loose.adam(0.01), 'adam: options must be an object such as { learningRate: 0.01 } (was 0.01)'],
    [() => loose.sgd('fast'), "sgd: options must be an object such as { learningRate: 'fast' } (was 'fast')"],
    [() => loose.maxPooling2d(2), 'maxPooling2d: options must be an object such as { poolSize: 2 } (was 2)'],
    [() => loose.dense(3), 'dense: options must be an object such as { units: 3 } (was 3)'],
    [() => loose.dropout(0.5), 'dropout: options must be an object such as { rate: 0.5 } (was 0.5)'],
    [() => loose.dense(null), 'dense: options must be an object such as { units: … } (was null)'],
    [() => loose.reshape([2, 2]), 'reshape: options must be an object such as { targetShape: … } (was an array)'],
    [
      () => loose.binaryCrossentropy(true),
      'binaryCrossentropy: options must be an object such as { fromLogits: true } (was true)',
    ],
    [() => loose.compile(model, 3), 'compile: options must be an object such as { optimizer: 3 } (was 3)'],
  ])('%s', (run, sentence) => {
    expect(run).toThrow(new shapeproof.ShapeError(sentence))
  })
})

describe('data in other forms', () => {
  it.each([
    [
      () =>
        loose.ndarray(
          [
            [1, 2],
            [3, 4],
          ],
          [2, 2],
        ),
      'ndarray: values must be one flat list of numbers (was an array at index 0); flatten it first, with .flat()',
    ],
    [
      () => loose.ndarray([[[1], [2]]], [1, 2, 1]),
      'ndarray: values must be one flat list of numbers (was an array at index 0); flatten it first, with .flat(Infinity)',
    ],
    [
      () => loose.ndarray([Float32Array.of(1, 2)], [1, 2]),
      'ndarray: values must be one flat list of numbers (was a Float32Array at index 0); flatten it first, with .flatMap((row) => [...row])',
    ],
    [
      () => loose.classIds(['0', '1'], 2),
      "classIds: values must be numbers (was the string '0' at index 0); turn them into numbers first, with .map(Number)",
    ],
    [
      () => loose.ndarray([1, '2'], [2]),
      "ndarray: values must be numbers (was the string '2' at index 1); turn them into numbers first, with .map(Number)",
    ],
    [
      () => loose.binaryLabels(['1']),
      "binaryLabels: values must be numbers (was the string '1' at index 0); turn them into numbers first, with .map(Number)",
    ],
  ])('%s', (run, sentence) => {
    expect(run).toThrow(new shapeproof.ShapeError(sentence))
  })
})

describe('fromJSON says what it was given', () => {
  const json = toJSON(model)
  it.each([
    [undefined, 'nothing'],
    [3, '3'],
    [{}, 'an object without a format'],
    [{ layers: [] }, 'an object without a format'],
    [{ ...json, format: 'keras' }, "of format 'keras'"],
    [{ ...json, version: 2 }, 'of version 2'],
    [{ ...json, inputs: undefined }, 'without inputs'],
    [JSON.stringify(json), 'a text; give it to JSON.parse first'],
  ])('%#', (given, was) => {
    expect(() => loose.fromJSON(given)).toThrow(
      new shapeproof.ShapeError(`fromJSON: data must be what toJSON wrote (was ${was})`),
    )
  })
})

it('compile says which name is no permission', () => {
  const options = { loss: 'sparseCategoricalCrossentropy', optimizer: adam(), allow: ['x'] }
  expect(() => loose.compile(model, options)).toThrow("compile: allow must be an array of 'softmax-mse' (was an array with 'x')")
})

describe('wrong arguments', () => {
  const [x, layer] = [input([3]), dense({ units: 3 })]
  it.each([
    [
      () => loose.residual(layer, layer),
      'residual: its argument must be one layer (was several); put several in sequential(...)',
    ],
    [() => loose.residual([layer]), 'residual: its argument must be one layer (was an array); put several in sequential(...)'],
    [() => loose.residual(), 'residual: its argument must be one layer (was undefined); put several in sequential(...)'],
    [
      () => loose.sequential([x, layer]),
      'sequential: its arguments must be layers, one after another (was an array); leave out the brackets',
    ],
    [() => loose.sequential(x, 'relu'), "sequential: each part must be a layer (was 'relu')"],
    [
      () => loose.model({ inputs: [x], outputs: layer(x) }),
      'model: inputs must be a symbolic tensor, or an object of them by name (was an array)',
    ],
    [
      () => loose.model({ inputs: x, outputs: layer }),
      'model: outputs must be a symbolic tensor, or an object of them by name (was a layer)',
    ],
  ])('%s', (run, sentence) => {
    expect(run).toThrow(new shapeproof.ShapeError(sentence))
  })
})
