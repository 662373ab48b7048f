// What someone met who had nothing but the package and its README.
import { describe, expect, it } from 'vitest'
import { binaryLabels, classIds, compile, dense, input, ndarray, oneHot, sequential, sgd, start } from '../../src/index.js'

const optimizer = sgd({ learningRate: 0.1 })
const verbose = 'silent'
const rows = 20
const ids = classIds(
  Array.from({ length: rows }, (_, row) => row % 3),
  3,
)
const softmax = sequential(input([6]), dense({ units: 4, activation: 'relu' }), dense({ units: 3, activation: 'softmax' }))
const sigmoid = sequential(input([6]), dense({ units: 1, activation: 'sigmoid' }))
const yes = binaryLabels(Array.from({ length: rows }, (_, row) => row % 2))

describe.each(['wasm', 'cpu'] as const)('NaN is not hidden by the clip of a cross-entropy on %s', (backend) => {
  it('in data that was written to after it was checked', async () => {
    await start({ backend })
    const values = new Float32Array(rows * 6).fill(0.5)
    const x = ndarray(values, [rows, 6])
    values[3] = Number.NaN
    const sentence = 'fit: loss must stay finite (was NaN in epoch 1, batch 1)'
    const options = { verbose, batchSize: rows } as const
    await expect(compile(softmax, { loss: 'sparseCategoricalCrossentropy', optimizer }).fit(x, ids, options)).rejects.toThrow(
      sentence,
    )
    await expect(compile(softmax, { loss: 'categoricalCrossentropy', optimizer }).fit(x, oneHot(ids), options)).rejects.toThrow(
      sentence,
    )
    await expect(compile(sigmoid, { loss: 'binaryCrossentropy', optimizer }).fit(x, yes, options)).rejects.toThrow(sentence)
  })

  it('nor when the weights run away', async () => {
    await start({ backend })
    const x = ndarray(new Float32Array(rows * 6).fill(0.5), [rows, 6])
    const deep = sequential(input([6]), dense({ units: 4 }), dense({ units: 3, activation: 'softmax' }))
    const trainer = compile(deep, { loss: 'sparseCategoricalCrossentropy', optimizer: sgd({ learningRate: 1e30 }), seed: 1 })
    await expect(trainer.fit(x, ids, { verbose, epochs: 20 })).rejects.toThrow('fit: loss must stay finite')
  })
})
