// Graphs on sizes with names: the compiler and the run print the same sizes, and each is what the same graph has on known sizes.
import { expect, it } from 'vitest'
import type * as library from '../../src/dsl/index.js'
import { askCompiler } from './compiler.js'
import { evaluated, functionsIn, type Grown, grow, picker, statements } from './graphs.js'
import { casesOr, compilers, seedOr } from './settings.js'

const count = Math.ceil(casesOr(2500) / 50)
const seed = seedOr(20260708)

interface NamedGraph {
  readonly inputs: readonly string[]
  readonly lines: readonly string[]
  readonly ends: readonly Grown[]
}

function graphOf(from: number): NamedGraph {
  const pick = picker(from)
  const one = <T>(values: readonly T[]): T => values[pick(values.length)] as T
  const sizes = ['h', 'w', 'h', '2*h', '16*h', '6*w']
  const inputs = Array.from({ length: 1 + pick(2) }, () => {
    const shape = [one(sizes), ...(pick(4) > 0 ? [one(sizes)] : [])].map((size) => `'${size}'`)
    return `input([${[...shape, one([3, 4])].join(', ')}])`
  })
  const start = inputs.map((source, at): Grown => ({ name: `x${at}`, of: [], tensor: evaluated(source) as library.AnySymbolic }))
  const graph = grow(start, pick, 5 + pick(9))
  return { inputs: inputs.map((source, at) => `x${at} = ${source}`), lines: statements(graph, graph), ends: graph }
}

const before = (lines: readonly string[]): string => lines.map((line) => `const ${line};`).join(' ')

/** What a size is for some sizes of its names, by JavaScript. */
function meaning(size: number | string, names: { readonly [name: string]: number }): number {
  if (typeof size === 'number') return size
  return new Function(...Object.keys(names), 'floor', 'ceil', `return ${size}`)(...Object.values(names), Math.floor, Math.ceil)
}

it('a size is what the graph has on known sizes', { timeout: 600_000 }, () => {
  let [compared, small] = [0, 0]
  for (let at = 0; at < 10 * count; at++) {
    const { inputs, lines, ends } = graphOf(seed * 1000 + at)
    for (const names of [
      { h: 7, w: 12 },
      { h: 30, w: 31 },
      { h: 97, w: 64 },
      { h: 12, w: 1 },
    ]) {
      const known = inputs.map((text) => text.replace(/'([^']*)'/g, (_, size: string) => String(meaning(size, names))))
      const shapes = evaluated(`[${ends.map(({ name }) => `${name}.shape`).join(', ')}]`, {}, before([...known, ...lines]))
      // A layer that does not fit speaks.
      if (typeof shapes === 'string') small++
      else {
        compared++
        const real = ends.map(({ tensor }) => (tensor.shape as (number | string)[]).map((size) => meaning(size, names)))
        expect(shapes, before([...inputs, ...lines])).toEqual(real)
      }
    }
  }
  console.log(`${compared} graphs on known sizes are as their names say, ${small} too small for a layer`)
  expect(compared).toBeGreaterThan(small)
})

it.each(compilers)('TypeScript %s and the run print the same sizes', { timeout: 300_000 }, async (compiler) => {
  const graphs = Array.from({ length: count }, (_, at) => graphOf(seed * 1000 + at))
  const lines = graphs.map(
    ({ inputs, lines, ends }, at) =>
      `const c${at} = (() => { ${before([...inputs, ...lines])} return list(${ends.map(({ name }) => `${name}.shape`).join(', ')}) })()`,
  )
  const head = [
    `import { ${functionsIn(lines).join(', ')} } from '../../src/dsl/index.js'`,
    'const list = <const T extends readonly unknown[]>(...all: T): { -readonly [K in keyof T]: T[K] } => all',
  ]
  const answers = await askCompiler(compiler, head.join('\n'), lines)
  const text = (shapes: readonly unknown[]): string => JSON.stringify(shapes).replaceAll(',', ', ')
  let sizes = 0
  for (const [at, { ends }] of graphs.entries()) {
    sizes += ends.flatMap(({ tensor }) => tensor.shape.filter((size: unknown) => typeof size === 'string')).length
    expect(answers[at], lines[at]).toEqual({ type: text(ends.map(({ tensor }) => tensor.shape)) })
  }
  console.log(`TypeScript ${compiler}: ${sizes} sizes with names in ${graphs.length} graphs`)
})
