import { describe, expect, it } from 'vitest'
import * as library from '../../src/index.js'
import { statementsOf } from '../support/corpus.js'

// What the compiler says of data whose sizes it knows, the methods say when they are called: the corpus, run.
describe('sizes with names in data', () => {
  const scope: { [name: string]: unknown } = {}
  const names = Object.keys(library)
  // The value of the last expression: the promise of a call.
  const run = (code: string): unknown =>
    new Function('scope', 'code', ...names, 'with (scope) { return eval(code) }')(scope, code, ...Object.values(library))
  for (const { line, code, expected } of statementsOf('sizes-data.tst.ts')) {
    if (expected === undefined) run(code)
    else it(`line ${line} throws: ${expected}`, () => expect(run(code)).rejects.toThrow(new library.ShapeError(expected)))
  }
})

it('fits data of sizes that only the run knows, and predicts its sizes', async () => {
  const { adam, classIds, compile, conv2d, input, maxPooling2d, ndarray, sequential } = library
  const layers = [conv2d({ filters: 3, kernelSize: 3, activation: 'softmax' }), maxPooling2d()] as const
  const trainer = compile(sequential(input(['h', 'w', 1]), ...layers), {
    loss: 'sparseCategoricalCrossentropy',
    optimizer: adam(),
    seed: 1,
  })
  const [height, width] = [6, 9] as number[] as [number, number]
  const x = ndarray(new Float32Array(2 * height * width), [2, height, width, 1])
  await trainer.fit(x, classIds(new Uint8Array(12), 3, [2, 2, 3]), { verbose: 'silent' })
  await expect(trainer.fit(x, classIds(new Uint8Array(24), 3, [2, 2, 6]), { verbose: 'silent' })).rejects.toThrow(
    'labels must be [n, 2, 3] (was [2, 2, 6])',
  )
  expect((await trainer.predict(x)).shape).toEqual([2, 2, 3, 3])
  trainer.dispose()
})
