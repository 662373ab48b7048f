// What the types find, against what the run finds: some hundred generated cases in one program, each of which must compile.
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diagnose, root } from '../../scripts/types/compilers.mjs'
import { type ConvField, type ConvOptions, convOutput, type SolveConvOptions, solveConv } from '../../src/dsl/formula/index.js'
import { ShapeError } from '../../src/types/message.js'

const small = (max: number, min = 1) => fc.integer({ min, max })
const step = fc.oneof(fc.constant(1), small(5), small(40))
const padding = fc.oneof(fc.constantFrom('valid', 'same'), small(5, 0), fc.tuple(small(4, 0), small(4, 0)), small(900, -1))
const sizes = fc.oneof(small(24), small(20_000), fc.constantFrom(0, 1.5, -3))

const whole = fc.record({
  input: sizes,
  kernelSize: fc.oneof(small(6), small(6), small(300)),
  padding,
  strides: step,
  dilationRate: fc.oneof(fc.constant(1), fc.constant(1), small(4)),
})

/** Near an output that can be had, mostly; else any. */
const forward = (options: ConvOptions): number => {
  try {
    return convOutput<ConvOptions>(options)
  } catch {
    return 3
  }
}
const fields = fc.constantFrom<ConvField>('input', 'output', 'kernelSize', 'padding', 'strides', 'dilationRate')
const question = fc.tuple(whole, fields, fc.constantFrom(0, 0, 0, 1, -1, 7)).map(([options, solve, off]) => {
  const { [solve]: _, ...given } = { ...options, output: forward(options as ConvOptions) + off }
  return { ...given, solve } as SolveConvOptions
})

// What chance seldom draws.
const edges: SolveConvOptions[] = [
  { input: 4, output: 3, dilationRate: 4, solve: 'kernelSize' },
  { input: 4, output: 1, dilationRate: 4, solve: 'kernelSize' },
  { input: 5, output: 3, kernelSize: 3, padding: 'same', strides: 2, solve: 'dilationRate' },
  { input: 5, output: 5, kernelSize: 3, padding: 'same', solve: 'dilationRate' },
  { input: 5, output: 5, padding: 'same', solve: 'kernelSize' },
  { input: 5, output: 5, kernelSize: 1, solve: 'dilationRate' },
  { input: 5, output: 2, kernelSize: 1, solve: 'dilationRate' },
  { input: 6, output: 5, kernelSize: 6, solve: 'dilationRate' },
  { input: 5, output: 5, kernelSize: 4, solve: 'padding' },
  { input: 1, output: 1, kernelSize: 1, solve: 'strides' },
  { input: 1, output: 1, kernelSize: 1, dilationRate: 2, padding: 'same', solve: 'strides' },
  { output: 1, kernelSize: 1, padding: 1, solve: 'input' },
  { output: 2, kernelSize: 1, padding: 1, solve: 'input' },
]

function attempt(run: () => unknown): string {
  try {
    return typeOf(run())
  } catch (error) {
    if (error instanceof ShapeError) return JSON.stringify(`${error.message}\u200b`)
    throw error
  }
}

// An end at Infinity is a number to the types.
function typeOf(value: unknown): string {
  if (value === Number.POSITIVE_INFINITY) return 'number'
  if (Array.isArray(value)) return `readonly [${value.map(typeOf).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const { solutions } = value as { solutions?: unknown }
  const all = Object.entries(value).concat(solutions === undefined ? [] : [['solutions', solutions]])
  return `{ ${all.map(([name, one]) => `readonly ${name}: ${typeOf(one)}`).join('; ')} }`
}

const preamble = `import type { ConvOutput, SolveConv } from '../../src/dsl/formula/index.js'
type Flat<T> = T extends object ? { readonly [K in keyof T]: T[K] } : T
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : [A, B]
`

describe.each(['5.9', '6.0', '7.0'] as const)('TypeScript %s', (compiler) => {
  it('finds what the run finds', async () => {
    const questions = [...edges, ...fc.sample(question, { numRuns: 400, seed: 7 })]
    const forwards = fc.sample(whole, { numRuns: 200, seed: 7 }) as ConvOptions[]
    const lines = [
      ...questions.map((o) => `Same<Flat<SolveConv<${JSON.stringify(o)}>>, ${attempt(() => solveConv<SolveConvOptions>(o))}>`),
      ...forwards.map((o) => `Same<ConvOutput<${JSON.stringify(o)}>, ${attempt(() => convOutput<ConvOptions>(o))}>`),
    ]
    expect(lines.filter((line) => line.includes('Conv: ')).length).toBeGreaterThan(60)
    const text = preamble + lines.map((line, i) => `export const c${i}: ${line} = true`).join('\n')
    const file = join(root, 'test/formula/cases.in-memory.ts').replaceAll('\\', '/')
    const found = await diagnose(compiler, { [file]: text }, { config: join(root, 'tsconfig.json'), options: { types: [] } })
    const wrong = (found[file] ?? []).map(({ start, message }) => `${text.slice(start).split('\n')[0]}\n  ${message}`)
    expect(wrong).toEqual([])
  }, 60_000)
})
