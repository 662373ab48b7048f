// A model on sizes with names, called as a layer: the compiler, the run and the same graph built on the sizes it is called on agree.
import { expect, it } from 'vitest'
import type * as library from '../../src/dsl/index.js'
import { parseShape } from './compare.js'
import { askCompiler } from './compiler.js'
import { evaluated, functionsIn, type Grown, grow, type Pick, picker, statements } from './graphs.js'
import { casesOr, compilers, seedOr } from './settings.js'

const count = Math.ceil(casesOr(2500) / 10)
const seed = seedOr(20260708)

interface Nested {
  /** The inputs, `x0 = …`: in the model, and in the call. */
  readonly inputs: readonly string[]
  readonly actual: readonly string[]
  readonly statements: readonly string[]
  readonly outputs: readonly string[]
  /** Put in a `sequential`. */
  readonly chained: boolean
  /** Whether a size of the call is hidden from the compiler. */
  readonly open: boolean
}

const one = <T>(pick: Pick, values: readonly T[]): T => values[pick(values.length)] as T

/** A size in the place of a factor times a name: most fit. */
function sizeFor(must: string, sizes: Map<string, string>, pick: Pick): string {
  const [, factor = '1', name = ''] = /^(?:(\d+)\*)?(\w+)$/.exec(must) ?? []
  const drawn = one(pick, ['12', '7', '40', '3', '2', '1', 'n(9)', "'k'", "'2*j'", "'h'", "'w'"])
  const known = sizes.get(name) ?? drawn
  sizes.set(name, known)
  const [, times = '1', text] = /^'(?:(\d+)\*)?(\w+)'$/.exec(known) ?? []
  const wrong = pick(12) === 0 ? 1 : 0
  if (text !== undefined) return `'${[Number(times) * Number(factor), ''].join('*').replace(/^1\*$/, '')}${text}'`
  return known.startsWith('n') ? `n(${9 * Number(factor)})` : String(Number(known) * Number(factor) + wrong)
}

const shapeText = (shape: readonly string[]): string =>
  `[${shape.map((size) => (/^\d+$/.test(size) ? size : `'${size}'`)).join(', ')}]`

function nested(from: number): Nested {
  const pick = picker(from)
  const dims = ['h', 'h', 'w', '2*h', '2*w', '4*h', '6', '3*w']
  const channels = one(pick, ['4', '3'])
  const drawn = Array.from({ length: 1 + pick(2) }, () => [one(pick, dims), ...(pick(3) > 0 ? [one(pick, dims)] : []), channels])
  const start = drawn.map(
    (shape, at): Grown => ({ name: `x${at}`, of: [], tensor: evaluated(`input(${shapeText(shape)})`) as library.AnySymbolic }),
  )
  const graph = grow(start, pick, 3 + pick(6))
  const inner = graph.slice(start.length)
  const wanted = inner.length === 0 ? start : [inner.at(-1) as Grown, ...(pick(2) === 0 ? [one(pick, inner)] : [])]
  // An input that leads to no output is refused.
  const used = start.map((input) => wanted.some((output) => needs(output, input)))
  const shapes = drawn.filter((_, at) => used[at])
  const names = start.filter((_, at) => used[at]).map(({ name }) => name)
  const sizes = new Map<string, string>()
  const call = shapes.map((shape) => shape.map((size) => (/^\d+$/.test(size) ? size : sizeFor(size, sizes, pick))))
  // A tensor that layers made: its sizes are no mere names.
  const actual = call.map((shape) =>
    pick(5) === 0
      ? `${shape.length === 3 ? one(pick, ['zeroPadding2d()', 'maxPooling2d()', 'upSampling2d()']) : 'zeroPadding1d()'}(input([${shape}]))`
      : `input([${shape}])`,
  )
  return {
    inputs: names.map((name, at) => `${name} = input(${shapeText(shapes[at] as string[])})`),
    actual: names.map((name, at) => `${name} = ${actual[at]}`),
    statements: statements(graph, wanted),
    outputs: [...new Set(wanted.map(({ name }) => name))],
    chained: names.length === 1 && wanted.length === 1 && pick(3) === 0,
    open: actual.some((text) => text.includes('n(')),
  }
}

const joined = (texts: readonly string[]): string => texts.map((text) => `const ${text};`).join(' ')

/** The call of the model, and the same graph on what it is called on: statements, and an expression of shapes. */
function sources({ inputs, actual, statements: lines, outputs, chained }: Nested) {
  const ends = (names: readonly (string | undefined)[]) => (names.length === 1 ? names[0] : `{ ${names.join(', ')} }`)
  const net = `net = model({ inputs: ${ends(inputs.map((text) => text.split(' ')[0]))}, outputs: ${ends(outputs)} })`
  const sources = actual.map((text) => text.replace(/^x\d = /, ''))
  const argument = inputs.length === 1 ? sources[0] : `{ ${actual.map((text) => text.replace(' =', ':')).join(', ')} }`
  const shapes = (names: readonly string[]) => `[${names.map((name) => `${name}.shape`).join(', ')}]`
  return {
    called: {
      before: joined([...inputs, ...lines, net, chained ? `out = sequential(${sources[0]}, net)` : `out = net(${argument})`]),
      shapes: chained ? '[out.outputShape]' : outputs.length === 1 ? '[out.shape]' : shapes(outputs.map((name) => `out.${name}`)),
    },
    direct: { before: joined([...actual, ...lines]), shapes: shapes(outputs) },
  }
}

const needs = (output: Grown, input: Grown): boolean => output === input || output.of.some((one) => needs(one, input))

interface Text {
  readonly before: string
  readonly shapes: string
}

const run = ({ before, shapes }: Text) => evaluated(`${shapes}`, {}, before) as string | (readonly (number | string)[])[]

const textOf = (shapes: readonly (readonly unknown[])[]): string =>
  `[${shapes.map((shape) => `[${shape.map((size) => (typeof size === 'string' ? `"${size}"` : size)).join(', ')}]`).join(', ')}]`

/** Whether a type says of each size what it is, or `number`. */
function isTrue(type: string, shapes: string): boolean {
  const [all, real] = [type, shapes].map((text) => text.replaceAll(/^\[|\]$/g, '').split(/(?<=\]), /)) as [string[], string[]]
  return all.length === real.length && all.every((text, at) => fits(parseShape(text), parseShape(real[at] as string)))
}

const fits = (axes: string[][] | undefined, sizes: string[][] | undefined): boolean =>
  axes?.length === sizes?.length && axes?.every((axis, at) => axis[0] === 'number' || axis[0] === sizes?.[at]?.[0]) === true

it.each(compilers)('TypeScript %s, the run, and the graph built anew agree', { timeout: 600_000 }, async (compiler) => {
  const cases = Array.from({ length: count }, (_, at) => nested(seed * 1000 + at))
  const texts = cases.flatMap((one) => {
    const { called, direct } = sources(one)
    return [called, direct]
  })
  // Names of each line are its own.
  const lines = texts.map(
    ({ before, shapes }, at) =>
      `const c${at} = (() => { ${before} return ${shapes.replace(/^\[/, 'list(').replace(/\]$/, ')')} })()`,
  )
  const head = [
    `import { ${functionsIn(lines).join(', ')} } from '../../src/dsl/index.js'`,
    'const n = (value: number): number => value',
    'const list = <const T extends readonly unknown[]>(...all: T): { -readonly [K in keyof T]: T[K] } => all',
  ]
  const answers = await askCompiler(compiler, head.join('\n'), lines)
  const wrong: string[] = []
  const seen = { exact: 0, open: 0, refused: 0, later: 0 }
  for (const [at, one] of cases.entries()) {
    const [called, direct] = [run(texts[2 * at] as Text), run(texts[2 * at + 1] as Text)]
    const [type, typeDirect] = [answers[2 * at], answers[2 * at + 1]]
    const tell = (what: string) => {
      const said = Object.entries({ types: type, run: called, 'types anew': typeDirect, 'run anew': direct })
      wrong.push([what, texts[2 * at]?.before, ...said.map(([who, says]) => `${who}: ${JSON.stringify(says)}`)].join('\n  '))
    }
    if (type === undefined || typeDirect === undefined) throw new Error('no answer')
    if ('error' in type) {
      seen.refused++
      if (typeof called !== 'string') tell('types refuse alone')
      else if (called !== type.error && !one.open) tell('two sentences')
    } else if (typeof called === 'string') {
      seen.later++
      // What layers inside refuse, they refuse in the graph built anew.
      if (typeof direct !== 'string' && !(one.open && called.startsWith('model: '))) tell('the run refuses alone')
    } else {
      seen[one.open ? 'open' : 'exact']++
      if (one.open ? !isTrue(type.type, textOf(called)) : type.type !== textOf(called)) tell('two shapes')
      if (JSON.stringify(direct) !== JSON.stringify(called)) tell('called and direct differ')
      if ('type' in typeDirect && typeDirect.type !== type.type && !one.open) tell('types of both differ')
      if ('error' in typeDirect) tell('the graph built anew is refused')
    }
  }
  console.log(
    `TypeScript ${compiler}: ${cases.length} models called, seed ${seed}, ${JSON.stringify(seen)}, ${wrong.length} wrong`,
  )
  expect(wrong.slice(0, 10).join('\n\n')).toBe('')
  expect(seen.exact).toBeGreaterThan(count / 4)
})
