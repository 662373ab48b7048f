// What an editor offers while a loss is written; reads the built declarations, as a user's editor does.
import { describe, expect, it } from 'vitest'
import { completions, hover } from '../../scripts/types/editor.mjs'

const source = (line: string) => `
import { adam, classIds, compile, type Model, ndarray, sparseCategoricalCrossentropy } from 'shapeproof'
declare const digits: Model<[28, 28, 1], [10], 'softmax'>
declare const n: number
declare const bytes: Uint8Array
const optimizer = adam()
const images = ndarray(bytes, [n, 28, 28, 1])
const ids = classIds(bytes, 10)
const trainer = compile(digits, { loss: 'sparseCategoricalCrossentropy', optimizer, metrics: ['accuracy'] })
${line}`

const losses = ['binaryCrossentropy', 'categoricalCrossentropy', 'meanSquaredError', 'sparseCategoricalCrossentropy']

describe.each(['5.9', '6.0', '7.0'] as const)('the editor of TypeScript %s', (compiler) => {
  const offered = async (line: string): Promise<string[]> => (await completions(source(line), { compiler })).sort()

  it('completes losses, metrics and options', async () => {
    expect(await offered("compile(digits, { loss: '/*|*/', optimizer })")).toEqual(losses)
    expect(await offered("compile(digits, { loss: 'categoricalCrossentropy', optimizer, metrics: ['/*|*/'] })")).toEqual([
      'accuracy',
    ])
    expect(await offered('compile(digits, { /*|*/ })')).toEqual(['allow', 'loss', 'lossWeights', 'metrics', 'optimizer', 'seed'])
    expect(await offered('compile(digits, { loss: sparseCategoricalCrossentropy({ /*|*/ }), optimizer })')).toEqual([
      'fromLogits',
    ])
    expect(await offered("trainer.fit(images, ids, { shuffle: '/*|*/' })")).toEqual(['batches', 'dataset', 'withinBatch'])
  })

  it('completes the names of outputs, their losses, metrics and data', async () => {
    const several = `declare const found: Model<{ left: [2]; right: [3] }, { box: [4]; label: [3] }, { box: 'linear'; label: 'softmax' }>
      const both = compile(found, { loss: { box: 'meanSquaredError', label: 'categoricalCrossentropy' }, optimizer })\n`
    expect(await offered(`${several}compile(found, { loss: { /*|*/ }, optimizer })`)).toEqual(['box', 'label'])
    expect(await offered(`${several}compile(found, { loss: { box: '/*|*/', label: 'meanSquaredError' }, optimizer })`)).toEqual(
      losses,
    )
    const start = "compile(found, { loss: 'meanSquaredError', optimizer"
    expect(await offered(`${several}${start}, metrics: { /*|*/ } })`)).toEqual(['box', 'label'])
    expect(await offered(`${several}${start}, lossWeights: { /*|*/ } })`)).toEqual(['box', 'label'])
    expect(await offered(`${several}both.predict({ /*|*/ })`)).toEqual(['left', 'right'])
    expect(await offered(`${several}const scores = await both.predict({ left: images, right: images }); scores./*|*/`)).toEqual([
      'box',
      'label',
    ])
  })

  it('completes the keys of the history', async () => {
    const keys = ['accuracy', 'loss', 'val_accuracy', 'val_loss']
    expect(await offered('const h = await trainer.fit(images, ids, { validationSplit: 0.1 }); h./*|*/')).toEqual(keys)
    expect(await offered('const h = await trainer.fit(images, ids); h./*|*/')).toEqual(['accuracy', 'loss'])
  })
})

describe.each(['5.9', '6.0'] as const)('the hover of TypeScript %s', (compiler) => {
  it('shows data and trainers at a glance', () => {
    const shown = (line: string): string => hover(source(line), { compiler })
    expect(shown('/*|*/images')).toBe('const images: NDArray<[number, 28, 28, 1], "float32">')
    expect(shown('/*|*/ids')).toBe('const ids: Labels<"ids", [number], 10>')
    expect(shown('/*|*/trainer')).toMatch(
      /^const trainer: Trainer<"sparseCategoricalCrossentropy", "accuracy", Model<\[28, 28, 1\], \[10\], "softmax"/,
    )
    expect(shown('const /*|*/h = await trainer.fit(images, ids)')).toBe('const h: History<"accuracy" | "loss">')
  })
})
