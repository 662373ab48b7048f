// Paths, counts and shapes of weights: of models made of layers made of layers, with names that are given, shared, or known only to
// the run. What the compiler says of one is what it has when it is run.
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import * as library from '../../src/dsl/index.js'
import { type Printed, readType } from '../layers/read-type.js'
import { type Answer, askCompiler } from './compiler.js'
import { casesOr, compilers, seedOr } from './settings.js'

const count = Math.min(casesOr(300), 1500)
const seed = seedOr(20261123)

// ---- sources

const { layer } = fc.letrec<{ layer: string; composite: string }>((tie) => {
  const name = fc.oneof(
    { weight: 12, arbitrary: fc.constant('') },
    {
      weight: 6,
      arbitrary: fc.constantFrom('a', 'b', 'dense', 'dense_1', 'residual', 'block', 'add').map((n) => `, name: '${n}'`),
    },
    { weight: 1, arbitrary: fc.constantFrom(", name: text('a')", ", name: either('a', 'b')", ', name: undefined') },
  )
  const units = fc.oneof({ weight: 12, arbitrary: fc.constant('4') }, { weight: 1, arbitrary: fc.constantFrom('3', 'n(4)') })
  const bias = fc.oneof({ weight: 4, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constant(', useBias: false') })
  const dense = fc.tuple(units, bias, name).map(([u, b, n]) => `dense({ units: ${u}${b}${n} })`)
  const layers = fc.array(tie('layer'), { minLength: 1, maxLength: 3 }).map((list) => list.join(', '))
  const composite = fc.oneof(
    layers.map((list) => `sequential(${list})`),
    tie('layer').map((body) => `residual(${body})`),
    fc
      .tuple(fc.constantFrom('add', 'concatenate'), tie('layer'), tie('layer'))
      .map(([merge, a, b]) => `parallel('${merge}', ${a}, ${b})`),
    layers.map((list) => `sequential(input([4]), ${list})`),
  )
  return {
    composite,
    layer: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      { weight: 8, arbitrary: dense },
      { weight: 1, arbitrary: fc.constant("activation({ activation: 'relu' })") },
      { weight: 3, arbitrary: fc.constantFrom('e', 'f', 'f') },
      { weight: 4, arbitrary: tie('composite') },
      {
        weight: 2,
        arbitrary: fc.tuple(fc.constantFrom('a', 'block', 'stem'), tie('composite')).map(([n, of]) => `named('${n}', ${of})`),
      },
      { weight: 1, arbitrary: tie('layer').map((of) => `frozen(${of})`) },
      { weight: 1, arbitrary: fc.tuple(dense, dense).map(([a, b]) => `either(${a}, ${b})`) },
      { weight: 1, arbitrary: dense.map((of) => `any(${of})`) },
    ),
  }
})

// Any layer can't be called, nor one of several.
const called = layer.filter((text) => !/^(any|either)\(|^frozen\((any|either)/.test(text))

const made = fc.oneof(
  fc.array(layer, { minLength: 1, maxLength: 4 }).map((list) => `return sequential(input([4]), ${list.join(', ')})`),
  fc
    .tuple(called, called, fc.constantFrom('x', 'x', 'h'))
    .map(
      ([a, b, from]) => `const x = input([4]), h = (${a})(x), end = (${b})(h); return model({ inputs: ${from}, outputs: end })`,
    ),
)

const source = fc.tuple(fc.constantFrom('e', 'f'), made).map(([second, text]) => {
  const shares = `const e = shared('e', dense({ units: 4 })), f = shared('${second}', sequential(dense({ units: 4 }), dense({ units: 4 })))`
  return `(() => { ${shares}; ${text} })()`
})

const isGraph = (text: string): boolean => text.includes('return model(')
const isOpen = (text: string): boolean => /\b(text|either|any|n)\(/.test(text)

// ---- the compiler

const preamble = [
  "import * as library from '../../src/dsl/index.js'",
  'const { activation, add, dense, frozen, input, model, named, parallel, residual, sequential, shared } = library',
  'const n = (value: number): number => value',
  'const text = (value: string): string => value',
  'const any = (layer: library.AnyLayer): library.AnyLayer => layer',
  'const either = <const A, const B>(a: A, b: B): A | B => a',
  'const asked = <M extends library.AnyModel, W = library.WeightShapes<M>>(m: M): [library.ParamCount<M>, library.Flops<M>, ' +
    '{ [L in keyof W]: { [N in keyof W[L]]: W[L][N] } }] => null!',
].join('\n')

// ---- the run

type Weights = { readonly [path: string]: { readonly [weight: string]: readonly number[] } }
type Made = { readonly params: number; readonly flops: number; readonly weights: Weights } | { readonly error: string }

function run(text: string): Made {
  const same = (value: unknown): unknown => value
  const names = { ...library, n: same, text: same, any: same, either: same }
  try {
    const made: library.AnyModel = new Function(...Object.keys(names), `return ${text}`)(...Object.values(names))
    return { params: library.paramCount(made), flops: library.flops(made), weights: library.weightShapes(made) }
  } catch (error) {
    if (error instanceof library.ShapeError) return { error: error.message }
    throw new Error(`${text} threw what is no ShapeError`, { cause: error })
  }
}

// ---- both

// What is behind a tensor has no order for the types: of two calls that contradict, either is the first.
const inAnyOrder = (told: string): string =>
  told.replace(/\(was (\[.*?\]) and (\[.*?\])\)/, (_, ...shapes: string[]) => `(was ${shapes.slice(0, 2).sort().join(' and ')})`)

/** What is wrong between the two, if anything is. */
function disagreement(text: string, answer: Answer, made: Made): string | undefined {
  if ('error' in answer) {
    // Of several mistakes the run comes upon one; where something is open it may end before the types know enough.
    const told = [answer.error, ...(answer.more ?? [])].map(inAnyOrder)
    return 'error' in made && (told.includes(inAnyOrder(made.error)) || isOpen(text))
      ? undefined
      : `types refuse: ${told.join('; ')}`
  }
  // Layers of a graph have one name twice: types can't always see it.
  if ('error' in made) return isOpen(text) || isGraph(text) ? undefined : `the run alone refuses: ${made.error}`
  const [params, flops, weights] = partsOf(readType(answer.type.replaceAll('[x: string]', 'rest')))
  const { rest, ...known } = membersOf(weights)
  const open = rest !== undefined || isOpen(text)
  for (const [path, shapes] of Object.entries(known)) if (!fits(shapes, made.weights[path], open)) return `weights at ${path}`
  const missing = Object.keys(made.weights).filter((path) => known[path] === undefined)
  if (!rest && missing.length > 0) return `no weights at ${missing.join(', ')}`
  if (rest && !isOpen(text) && !isGraph(text)) return 'weights left open'
  if (!isCount(params, made.params, open)) return `ParamCount is ${JSON.stringify(params)}`
  return isCount(flops, made.flops, open || isGraph(text)) ? undefined : `Flops is ${JSON.stringify(flops)}`
}

const partsOf = (type: Printed): [Printed, Printed, Printed] =>
  (type.is === 'list' ? type.items : []) as unknown as [Printed, Printed, Printed]

const membersOf = (type: Printed): { readonly [name: string]: Printed } =>
  Object.fromEntries(type.is === 'object' ? type.members : [])

// A number, or any where that may be; one of several where something is open.
const isCount = (type: Printed, value: number | undefined, open: boolean): boolean =>
  type.is === 'word'
    ? open && type.word === 'number'
    : type.is === 'union'
      ? open && type.of.some((one) => isCount(one, value, true))
      : type.is === 'value' && type.value === value

function isShape(type: Printed, shape: readonly number[], open: boolean): boolean {
  if (type.is === 'word') return open && type.word === 'Shape'
  if (type.is === 'union') return open && type.of.some((one) => isShape(one, shape, true))
  return (
    type.is === 'list' && type.items.length === shape.length && type.items.every((item, axis) => isCount(item, shape[axis], open))
  )
}

function fits(shapes: Printed, made: Weights[string] | undefined, open: boolean): boolean {
  const members = Object.entries(membersOf(shapes))
  const told = members.every(([weight, shape]) => made?.[weight] && isShape(shape, made[weight], open))
  return told && members.length === Object.keys(made ?? {}).length
}

it.each(compilers)('paths and counts of nested models on compiler %s', { timeout: 600_000 }, async (compiler) => {
  const cases = fc.sample(source, { numRuns: count, seed })
  const lines = cases.map((text, at) => `const x${at} = ${text}; const c${at} = asked(x${at})`)
  const answers = await askCompiler(compiler, preamble, lines)
  let refused = 0
  const wrong = cases.flatMap((text, at) => {
    const [answer, made] = [answers[at] as Answer, run(text)]
    if ('error' in made) refused++
    const told = disagreement(text, answer, made)
    return told ? [`${text}\n  ${told}\n  types: ${JSON.stringify(answer)}\n  run: ${JSON.stringify(made)}`] : []
  })
  console.log(`TypeScript ${compiler}: ${cases.length} nested models, ${refused} refused, ${wrong.length} disagreements`)
  expect(wrong.slice(0, 10).join('\n\n')).toBe('')
  expect(refused).toBeGreaterThan(count / 20)
  expect(refused).toBeLessThan(count * 0.7)
})
