// A right model stays right when sizes of its input are only known at run time, and where they have names it is refused only
// because weights need a size.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { askCompiler } from './compiler.js'
import { runTwin } from './run.js'

const kernel = fc.integer({ min: 1, max: 4 })
const steps: fc.Arbitrary<string>[] = [
  fc
    .tuple(kernel, fc.integer({ min: 1, max: 3 }), fc.constantFrom("'valid'", "'same'", '1', '[[0, 1], [2, 0]]'))
    .map(([k, strides, padding]) => `conv2d({ filters: 6, kernelSize: ${k}, strides: ${strides}, padding: ${padding} })`),
  kernel.map((k) => `conv2d({ filters: 6, kernelSize: [${k}, 1], dilationRate: 2 })`),
  fc.constant('conv2d({ filters: 6, kernelSize: 1, groups: 3 })'),
  fc.constantFrom(
    'maxPooling2d()',
    "averagePooling2d({ poolSize: [2, 3], strides: 1, padding: 'same' })",
    'maxPooling2d({ poolSize: 3 })',
  ),
  fc.constantFrom("activation({ activation: 'relu' })", 'dropout({ rate: 0.5 })'),
  fc.constant("residual(conv2d({ filters: 6, kernelSize: 3, padding: 'same' }))"),
]
const ends = [
  'flatten(), dense({ units: 3 })',
  'globalAveragePooling2d(), dense({ units: 3 })',
  'dense({ units: 3 })',
  'flatten()',
]

const chain = fc
  .tuple(
    fc.tuple(fc.integer({ min: 9, max: 40 }), fc.integer({ min: 9, max: 40 })),
    fc.array(fc.oneof(...steps), { minLength: 1, maxLength: 5 }),
    fc.constantFrom(...ends),
  )
  .map(([[h, w], layers, end]) => ({ sizes: [h, w, 6] as const, layers: `${layers.join(', ')}, ${end}` }))

const source = (sizes: readonly (number | string)[], layers: string): string =>
  `sequential(input([${sizes.join(', ')}]), ${layers})`

function right(count: number): { sizes: readonly number[]; layers: string }[] {
  const found = fc
    .sample(chain, { numRuns: 3 * count, seed: 7 })
    .filter(({ sizes, layers }) => 'shape' in runTwin(source(sizes, layers)))
  return found.slice(0, count)
}

const preamble = [
  "import { activation, averagePooling2d, conv2d, dense, dropout, flatten, globalAveragePooling2d, input, maxPooling2d, residual, sequential } from '../../src/index.js'",
  'declare const unknown: number',
].join('\n')

const subsets = [[0], [1], [2], [0, 1], [0, 1, 2]]
const loosen = (sizes: readonly number[], axes: readonly number[], as: (axis: number) => string): (number | string)[] =>
  sizes.map((size, axis) => (axes.includes(axis) ? as(axis) : size))

test('a number that only the run knows never turns a right model wrong', { timeout: 120_000 }, async () => {
  const cases = right(120).flatMap(({ sizes, layers }) =>
    subsets.map((axes) =>
      source(
        loosen(sizes, axes, () => 'unknown'),
        layers,
      ),
    ),
  )
  const answers = await askCompiler(
    '7.0',
    preamble,
    cases.map((text, at) => `const c${at} = ${text}`),
  )
  const wrong = cases.flatMap((text, at) => ('error' in (answers[at] ?? {}) ? [`${text}\n  ${JSON.stringify(answers[at])}`] : []))
  console.log(`${cases.length} models with sizes only known at run time, ${wrong.length} refused`)
  expect(wrong).toEqual([])
})

test('a name is refused only where weights need the size, and the run says the same', { timeout: 120_000 }, async () => {
  const cases = right(120).flatMap(({ sizes, layers }) =>
    subsets.map((axes) =>
      source(
        loosen(sizes, axes, (axis) => `'${'hwc'[axis]}'`),
        layers,
      ),
    ),
  )
  const answers = await askCompiler(
    '7.0',
    preamble,
    cases.map((text, at) => `const c${at} = ${text}`),
  )
  let refused = 0
  for (const [at, text] of cases.entries()) {
    const [answer, outcome] = [answers[at], runTwin(text)]
    if (answer && 'error' in answer) {
      refused++
      expect(answer.error, text).toMatch(/must be known to size the weights/)
    }
    expect('error' in outcome ? outcome.error : undefined, text).toBe(answer && 'error' in answer ? answer.error : undefined)
  }
  console.log(`${cases.length} models with names, ${refused} refused because weights need a size`)
})
