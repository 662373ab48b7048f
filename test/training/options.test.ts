import { expect, it } from 'vitest'
import { adam, classIds, compile, dense, input, ndarray, sequential } from '../../src/index.js'

const x = ndarray([1, 2, 3, 4], [2, 2])
const y = classIds([0, 1], 2)
const classes = sequential(input([2]), dense({ units: 2, activation: 'softmax' }))
const trainer = compile(classes, { loss: 'sparseCategoricalCrossentropy', optimizer: adam(), seed: 1 })
const verbose = 'silent'

it.each([
  [{ x, y }, 'an object'],
  [x, 'an ndarray [2, 2]'],
  [[x, y, y], 'an array of 3'],
  [3, '3'],
])('validation data that is no pair is said to be none: %#', async (validationData, was) => {
  // biome-ignore lint/suspicious/noExplicitAny: as from JavaScript
  const fit = trainer.fit(x, y, { verbose, validationData } as any)
  await expect(fit).rejects.toThrow(`fit: validationData must be a pair [x, y] (was ${was})`)
})

it('a list of unknown length is looked at when it runs', async () => {
  const pair = [x, y]
  expect(Object.keys(await trainer.fit(x, y, { verbose, validationData: pair }))).toEqual(['loss', 'val_loss'])
})

it('options that are undefined are left out', async () => {
  const none = { epochs: undefined, batchSize: undefined, validationSplit: undefined, validationData: undefined, seed: undefined }
  expect(await trainer.fit(x, y, { ...none, shuffle: undefined, verbose })).toHaveProperty('loss')
  expect(await trainer.predict(x, { batchSize: undefined })).toHaveProperty('values')
})
