// The compiler and the run-time twins on generated models of layers that have no forward pass yet, and of those whose letters may
// have sizes with names: what one refuses both refuse, with one sentence, and where both accept, the shapes of outputs and
// weights are the same.
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import * as library from '../../src/dsl/index.js'
import { frozenCopy } from '../../src/dsl/layer.js'
import * as unlowered from '../../src/dsl/layers/unlowered.js'
import { makeModel, together } from '../../src/dsl/model.js'
import { isSymbolic } from '../../src/dsl/symbolic.js'
import { type Answer, askCompiler } from '../prove/compiler.js'
import { casesOr, compilers, seedOr } from '../prove/settings.js'
import { lettersAndIndices } from './letters-indices.cases.js'
import { accepts, type Printed, readType } from './read-type.js'
import { families as ofSteps } from './recurrent-attention.cases.js'

const families = [...ofSteps, ...lettersAndIndices]
const count = casesOr(850)
const seed = seedOr(20261123)

// What hides a value from the compiler, and what it is.
const bindings = { n: (k: number) => k, b: (flag: boolean) => flag, either: (a: unknown) => a, rank: (shape: number[]) => shape }
const names: { readonly [name: string]: unknown } = { ...library, ...unlowered, ...bindings }

const preamble = [
  "import * as library from '../../src/dsl/index.js'",
  "import * as unlowered from '../../src/dsl/layers/unlowered.js'",
  'const n = (value: number): number => value',
  'const b = (value: boolean): boolean => value',
  'const either = <const A, const B>(a: A, b: B): A | B => a',
  'const rank = (shape: number[]): number[] => shape',
  'const { add, alphaDropout, categoryEncoding, centerCrop, conv2d, dense, dropout, einsumDense, embedding, flatten, input } = library',
  'const { conv1d, maxPooling2d, separableConv1d, sequential, spatialDropout1d, spatialDropout2d } = library',
  `const { ${Object.keys(unlowered).join(', ')} } = unlowered`,
  // Weights member by member: under their own name the compiler would print that.
  'type Told<X, W = X extends library.AnyModel ? library.WeightShapes<X> : never> = 0 extends 1 & X ? X',
  '  : X extends library.AnyModel ? { shape: X["outputShape"]; weights: { [L in keyof W]: { [N in keyof W[L]]: W[L][N] } } }',
  '  : X extends library.AnySymbolic ? X["shape"] : X extends readonly unknown[] ? { -readonly [K in keyof X]: X[K]["shape" & keyof X[K]] } : never',
  'const told = <X>(x: X): Told<X> => null!',
].join('\n')

interface Made {
  readonly shape: unknown
  readonly weights: { readonly [path: string]: unknown }
}

function leaves(tensor: library.AnySymbolic): library.AnySymbolic[] {
  const { inputs } = tensor.made
  return inputs.length === 0 ? [tensor] : inputs.flatMap(leaves)
}

function run(source: string): Made | { readonly error: string } {
  try {
    const made: unknown = new Function(...Object.keys(names), `return ${source}`)(...Object.values(names))
    if (!Array.isArray(made) && !isSymbolic(made))
      return { shape: (made as library.AnyModel).outputShape, weights: weightsOf(made as library.AnyModel) }
    const tensors = [made].flat() as library.AnySymbolic[]
    const model = makeModel(together([...new Set(tensors.flatMap(leaves))]), together(tensors))
    return {
      shape: Array.isArray(made) ? tensors.map(({ shape }) => shape) : (made as library.AnySymbolic).shape,
      weights: weightsOf(model),
    }
  } catch (error) {
    if (error instanceof library.ShapeError) return { error: error.message }
    throw new Error(`${source} threw what is no ShapeError`, { cause: error })
  }
}

const weightsOf = ({ nodes }: library.AnyModel): { [path: string]: unknown } =>
  Object.fromEntries(nodes.flatMap(({ weights, params }) => params.map(({ name, shape }) => [`${weights}/${name}`, shape])))

const isOpen = (source: string): boolean => /\b(n|b|either|rank)\(|undefined/.test(source)

/** The printed weights by their paths. */
function pathsOf(weights: Printed): { [path: string]: Printed } {
  if (weights.is !== 'object') return {}
  return Object.fromEntries(
    weights.members.flatMap(([layer, own]) =>
      own.is === 'object' ? own.members.map(([name, shape]) => [`${layer}/${name}`, shape] as const) : [],
    ),
  )
}

function differ(source: string, answer: Answer): string | undefined {
  const [made, open] = [run(source), isOpen(source)]
  if ('error' in answer) {
    // Of two mistakes the compiler can see one and the run the other, where a value is hidden from the compiler.
    if ('error' in made && (made.error === answer.error || open)) return undefined
    return `${source}\n  types refuse: ${answer.error}\n  run time: ${JSON.stringify(made)}`
  }
  if ('error' in made) return open ? undefined : `${source}\n  types: ${answer.type}\n  run time refuses: ${made.error}`
  const type = readType(answer.type)
  const [shape, weights] =
    type.is === 'object' ? [type.members[0]?.[1] as Printed, pathsOf(type.members[1]?.[1] as Printed)] : [type, undefined]
  const told = `${source}\n  types: ${answer.type}\n  run time: ${JSON.stringify(made)}`
  if (!accepts(shape, made.shape, open)) return told
  if (weights === undefined) return undefined
  const paths = Object.keys(made.weights)
  const same =
    paths.length === Object.keys(weights).length &&
    paths.every((path) => weights[path] && accepts(weights[path], made.weights[path], open))
  return same ? undefined : told
}

it.each(compilers)('TypeScript %s and the run agree', { timeout: 600_000 }, async (compiler) => {
  const began = performance.now()
  const shares = families.reduce((sum, [, share]) => sum + share, 0)
  const drawn = families.flatMap(([, share, sources], at) =>
    fc.sample(sources, { numRuns: Math.ceil((count * share) / shares), seed: seed + at }),
  )
  const cases = [...new Set(drawn)]
  const answers = await askCompiler(
    compiler,
    preamble,
    cases.map((source, at) => `const x${at} = ${source}; const c${at} = told(x${at})`),
  )
  const wrong = cases.flatMap((source, at) => differ(source, answers[at] as Answer) ?? [])
  const refused = cases.filter((_, at) => 'error' in (answers[at] as Answer)).length
  const open = cases.filter(isOpen).length
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(
    `TypeScript ${compiler}: ${cases.length} cases, ${refused} refused, ${open} with hidden values, seed ${seed}, ${wrong.length} disagreements, ${seconds} s`,
  )
  expect(
    wrong
      .sort((a, b) => a.length - b.length)
      .slice(0, 8)
      .join('\n\n'),
  ).toBe('')
  expect(Math.min(refused, cases.length - refused, open)).toBeGreaterThan(cases.length / 10)
})

it('options of a layer around others are its own, and an object', () => {
  const { bidirectional, convLstm2d, lstm, rnn, spectralNormalization, timeDistributed } = unlowered
  const [steps, dense] = [lstm({ units: 3 }), library.dense({ units: 3 })]
  const cases: readonly (readonly [layer: () => unknown, says: string])[] = [
    [
      () => bidirectional(steps, { merge: 'sum' } as never),
      "bidirectional: options must be among mergeMode, name, trainable (was 'merge')",
    ],
    [
      () => bidirectional(steps, { layer: steps } as never),
      "bidirectional: options must be among mergeMode, name, trainable (was 'layer')",
    ],
    [
      () => bidirectional(steps, 'sum' as never),
      "bidirectional: options must be an object such as { mergeMode: 'sum' } (was 'sum')",
    ],
    [() => timeDistributed(dense, { nam: 'x' } as never), "timeDistributed: options must be among name, trainable (was 'nam')"],
    [() => timeDistributed(dense, null as never), 'timeDistributed: options must be an object such as { name: … } (was null)'],
    [
      () => rnn([steps], { cells: 1 } as never),
      "rnn: options must be among returnSequences, returnState, goBackwards, name, trainable (was 'cells')",
    ],
    [
      () => spectralNormalization(dense, { power: 1 } as never),
      "spectralNormalization: options must be among powerIterations, name, trainable (was 'power')",
    ],
    // Of very many options the first are named.
    [
      () => convLstm2d({ ['x'.repeat(90)]: 1 } as never),
      'convLstm2d: options must be among activation, useBias, kernelInitializer, recurrentInitializer, biasInitializer, ' +
        `returnSequences, returnState, goBackwards, name, filters, kernelSize, strides, padding, dilationRate, … (was '${'x'.repeat(39)}…')`,
    ],
  ]
  for (const [layer, says] of cases) expect(layer).toThrow(new library.ShapeError(says))
  expect(frozenCopy(timeDistributed(dense, { name: 'each' })).options).toMatchObject({
    name: 'each',
    trainable: false,
    layer: dense,
  })
})

it('cells are a list of layers', () => {
  const sentence = (was: string) => `rnn: its cells must be a list of 1 recurrent layer or more (was ${was})`
  expect(() => unlowered.rnn([] as never)).toThrow(sentence('none'))
  expect(() => unlowered.rnn(unlowered.gru({ units: 3 }) as never)).toThrow(sentence('a layer'))
})
