import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import * as library from '../../src/dsl/index.js'
import { askCompiler } from '../prove/compiler.js'

// Sizes with names through convolutions and poolings: the compiler and the run print the same size, or the same sentence; and a
// number in the name's place gives what the printed size says.

const sizes = ['t', '2*t', '4*t', '6*t']
const count = (most: number): fc.Arbitrary<number> => fc.integer({ min: 1, max: most })
const option = (name: string, values: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constant(''),
    values.map((value) => `${name}: ${JSON.stringify(value)}`),
  )
const options = (...all: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...all).map((texts) => `{ ${texts.filter((text) => text !== '').join(', ')} }`)

const sides = fc.oneof(fc.constantFrom('valid', 'same'), fc.nat(3), fc.tuple(fc.nat(3), fc.nat(3)))
const steps = fc.oneof(option('strides', count(4)), option('dilationRate', count(3)))
const always = (name: string, values: fc.Arbitrary<number>): fc.Arbitrary<string> => values.map((value) => `${name}: ${value}`)
const kernel = always('kernelSize', count(5))
const outputPadding = option('outputPadding', fc.nat(3))

const layers: readonly fc.Arbitrary<string>[] = [
  options(fc.constant('filters: 2'), kernel, steps, option('padding', fc.oneof(sides, fc.constant('causal')))).map(
    (o) => `conv1d(${o})`,
  ),
  options(kernel, steps, option('padding', sides)).map((o) => `depthwiseConv1d(${o})`),
  options(fc.constant('filters: 2'), kernel, steps, option('padding', sides)).map((o) => `separableConv1d(${o})`),
  options(fc.constant('filters: 2'), kernel, steps, option('padding', fc.constantFrom('valid', 'same')), outputPadding).map(
    (o) => `conv1dTranspose(${o})`,
  ),
  options(option('poolSize', count(4)), option('strides', count(4)), option('padding', sides)).map((o) => `maxPooling1d(${o})`),
  options(option('poolSize', count(4)), option('strides', count(4))).map((o) => `averagePooling1d(${o})`),
  options(always('outputSize', count(5))).map((o) => `adaptiveMaxPooling1d(${o})`),
  options(option('keepdims', fc.boolean())).map((o) => `globalAveragePooling1d(${o})`),
]

const run = (source: string): readonly (number | string)[] | string => {
  try {
    return new Function(...Object.keys(library), `return ${source}`)(...Object.values(library)).shape
  } catch (error) {
    if (error instanceof library.ShapeError) return error.message
    throw error
  }
}

const quoted = (shape: readonly (number | string)[]): string =>
  `[${shape.map((dim) => (typeof dim === 'string' ? `"${dim}"` : dim)).join(', ')}]`

/** The number that a printed size is where t is known. */
const at = (t: number, dim: number | string): number =>
  typeof dim === 'number' ? dim : new Function('t', 'floor', 'ceil', `return ${dim}`)(t, Math.floor, Math.ceil)

it('types and run print one size', { timeout: 120_000 }, async () => {
  const cases = fc.sample(fc.tuple(fc.constantFrom(...sizes), fc.oneof(...layers), fc.oneof(...layers)), {
    numRuns: 400,
    seed: 11,
  })
  // A second layer goes on from what the first has printed.
  const sources = cases.map(([size, first, second], index) => {
    const one = `${first}(input(['${size}', 3]))`
    return index % 2 && typeof run(one) !== 'string' && !first.startsWith('global') ? `${second}(${one})` : one
  })
  const preamble = `import { ${[...new Set(sources.join().match(/\b[a-z]\w*(?=\()/g))].filter((name) => name in library).join(', ')} } from '../../src/dsl/index.js'`
  const answers = await askCompiler(
    '7.0',
    preamble,
    sources.map((source, index) => `const x${index} = ${source}; const c${index} = x${index}.shape`),
  )
  let refused = 0
  for (const [index, source] of sources.entries()) {
    const made = run(source)
    if (typeof made === 'string') refused++
    expect(answers[index], source).toEqual(typeof made === 'string' ? { error: made } : { type: quoted(made) })
    if (typeof made === 'string') continue
    const t = 97
    const numbered = source.replace(/input\(\['(.*?)', 3\]\)/, (_, size: string) => `input([${at(t, size)}, 3])`)
    expect(run(numbered), numbered).toEqual(made.map((dim) => at(t, dim)))
  }
  expect(refused).toBeGreaterThan(20)
  expect(sources.length - refused).toBeGreaterThan(200)
})
