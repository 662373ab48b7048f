// A right model stays right where sizes of its inputs and numbers of its options are only known at run time; and where sizes have
// names it is refused only because weights need a size, or because two must be equal and are not seen to be.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as layers from '../../src/dsl/layers/index.js'
import { messages } from '../../src/types/messages.js'
import { type Case, Hidden, holds, isOpen, type LayerSource, preamble, type Size, sourceOf, type Value } from './case.js'
import { type Answer, askCompiler, type CompilerName } from './compiler.js'
import { evaluated, functionsIn } from './graphs.js'
import { loosenedGraphs } from './loosened-graphs.js'
import { rules } from './rules/index.js'
import { casesOr, compilers, seedOr } from './settings.js'

const share = casesOr(2500) / 2500
const seed = seedOr(7)

/** Why a name may be refused: weights need the size, or two sizes must be equal; or whether it is 1 decides. */
const reasons = [
  ...(['unknownLast', 'unknownAxis'] as const),
  ...(['sameShape', 'broadcastShape', 'joinSizes', 'contractedSizes', 'keepShape', 'sameAxis'] as const),
  ...([
    'reshape',
    'reshapeRest',
    'equationSize',
    'modelInput',
    'sizeMultipleName',
    'twoSizes',
    'inputLength',
    'noiseShape',
  ] as const),
  'oneHotAxis',
] as const
const isReason = (sentence: string): boolean => reasons.some((key) => patternOf(messages[key]).test(sentence))
const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{'?\w+'?\}/g, '.+')}$`)

/** Sources with something in them only known at run time, or with names. */
interface Loosened {
  readonly source: string
  /** The statements above it. */
  readonly before?: string
  readonly named: boolean
}

// ---- each layer by itself

const isRight = (source: string): boolean => typeof evaluated(source) !== 'string'

function rightCases(count: number): readonly { name: string; one: Case }[] {
  return rules.flatMap(({ name, cases }, at) =>
    fc
      .sample(cases, { numRuns: 8 * count, seed: seed + at })
      .filter(
        (one) => !holds(one, isOpen) && one.inputs.flat().every((size) => typeof size === 'number') && isRight(sourceOf(one)),
      )
      .slice(0, count)
      .map((one) => ({ name, one })),
  )
}

const withSizes = (one: Case, change: (size: Size, axis: number, input: number) => Size): Case => ({
  ...one,
  inputs: one.inputs.map((shape, input) => shape.map((size, axis) => change(size, axis, input))),
})

const hide = (value: Value): Value =>
  typeof value === 'number' ? new Hidden(value) : Array.isArray(value) ? value.map(hide) : value

const hideOptions = (layer: LayerSource): LayerSource => ({
  ...layer,
  options: layer.options && Object.fromEntries(Object.entries(layer.options).map(([name, value]) => [name, hide(value)])),
  parts: layer.parts?.map(hideOptions),
})

/** Each size alone, and all of them, as a number of the run and as a name: one for the axis, or one for the axis of the input. */
function loosenedCase(one: Case): Loosened[] {
  const axes = one.inputs[0]?.map((_, axis) => axis) ?? []
  const some = [...axes.map((axis) => (at: number) => at === axis), ...(axes.length > 1 ? [() => true] : [])]
  const open = (size: Size): Size => new Hidden(size as number)
  const name = (text: string): Size => text as unknown as Size
  const changes = some.flatMap((which) => [
    { one: withSizes(one, (size, axis) => (which(axis) ? open(size) : size)), named: false },
    { one: withSizes(one, (size, axis) => (which(axis) ? name('hwdtc'[axis] as string) : size)), named: true },
    ...(one.inputs.length > 1
      ? [
          { one: withSizes(one, (size, axis, input) => (which(axis) && input === 0 ? open(size) : size)), named: false },
          { one: withSizes(one, (size, axis, input) => (which(axis) ? name(`${'hwdtc'[axis]}${input}`) : size)), named: true },
        ]
      : []),
  ])
  const options = { ...one, layers: one.layers.map(hideOptions) }
  return [...changes, { one: options, named: false }].map(({ one, named }) => ({ source: sourceOf(one), named }))
}

// ---- what is asked of all

async function compare(compiler: CompilerName, all: readonly Loosened[]) {
  const lines = all.map(({ source, before = '' }, at) =>
    before === '' ? `const c${at} = ${source}` : `const c${at} = (() => { ${before} return ${source} })()`,
  )
  const head = [...preamble, `const { ${functionsIn(lines).join(', ')} } = library`]
  const answers = await askCompiler(compiler, head.join('\n'), lines)
  const wrong: string[] = []
  let refused = 0
  for (const [at, { source, before = '', named }] of all.entries()) {
    const answer = answers[at] as Answer
    const run = named ? evaluated(source, {}, before) : undefined
    const [types, thrown] = ['error' in answer ? answer.error : undefined, typeof run === 'string' ? run : undefined]
    if (types !== undefined) refused++
    // A number of the run is never refused; a name by both, with one sentence.
    const why = named
      ? types !== thrown
        ? 'two answers'
        : thrown && !isReason(thrown)
          ? 'no reason'
          : ''
      : types
        ? 'refused'
        : ''
    if (why !== '') wrong.push(`${why}: ${before} ${source}\n  types: ${types}\n  run: ${thrown}`)
  }
  return { refused, wrong }
}

test.each(compilers)(
  'TypeScript %s: every layer, on sizes and with options that are open',
  { timeout: 600_000 },
  async (compiler) => {
    const cases = rightCases(Math.ceil(5 * share))
    const missing = Object.keys(layers).filter(
      (kind) => !cases.some(({ one }) => one.layers.some((layer) => layer.kind === kind)),
    )
    // A few cases can't hold all layers.
    if (share >= 1) expect(missing).toEqual([])
    const all = cases.flatMap(({ one }) => loosenedCase(one))
    const { refused, wrong } = await compare(compiler, all)
    console.log(
      `TypeScript ${compiler}: ${all.length} of ${cases.length} right calls of layers, ${refused} names refused, ${wrong.length} wrong`,
    )
    expect(wrong.slice(0, 10).join('\n\n')).toBe('')
  },
)

test.each(compilers)('TypeScript %s: whole models on sizes that are open', { timeout: 600_000 }, async (compiler) => {
  const all = loosenedGraphs(Math.ceil(40 * share), seed)
  const { refused, wrong } = await compare(compiler, all)
  console.log(`TypeScript ${compiler}: ${all.length} models on open sizes, ${refused} names refused, ${wrong.length} wrong`)
  expect(wrong.slice(0, 10).join('\n\n')).toBe('')
  expect(refused).toBeGreaterThan(all.length / 20)
})
