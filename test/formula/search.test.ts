// Everything that solveConv finds, against a search over all small cases with the formula written out once more.
import { describe, expect, it } from 'vitest'
import { type ConvField, type ConvPadding, convOutput, type SolveConvOptions, solveConv } from '../../src/dsl/formula/index.js'
import { ShapeError } from '../../src/types/message.js'

const upTo = (n: number, from = 1) => Array.from({ length: n - from + 1 }, (_, i) => i + from)
const INPUTS = upTo(16)
const OUTPUTS = upTo(18)
const KERNELS = upTo(6)
const STRIDES = upTo(4)
const DILATIONS = upTo(3)
const PADDINGS: ConvPadding[] = [...upTo(4, 0), 'same', 'valid', [0, 1], [3, 0], [2, 1]]
/** Where the search stops; what goes on from there must be endless. */
const FAR = 99

interface Case {
  input: number
  kernelSize: number
  padding: ConvPadding
  strides: number
  dilationRate: number
}

/** 0 where there is no output. */
function reference({ input, kernelSize, padding, strides, dilationRate }: Case): number {
  if (strides > 1 && dilationRate > 1) return 0
  if (padding === 'same') return Math.ceil(input / strides)
  const [before, after] = padding === 'valid' ? [0, 0] : typeof padding === 'number' ? [padding, padding] : padding
  let size = 0
  // Windows are laid out one after the other until the next does not fit.
  for (let at = -before; at + (kernelSize - 1) * dilationRate < input + after; at += strides) size++
  return size
}

/** Options with this one left out, and named: other defaults would make another field the one to find. */
const without = (options: Case & { output: number }, field: ConvField): SolveConvOptions => {
  const { [field]: _, ...rest } = options
  return { ...rest, solve: field }
}

function solved(options: SolveConvOptions): { value: unknown; from: unknown; to: unknown } | string {
  try {
    const found = solveConv<SolveConvOptions>(options) as { solutions: { from: unknown; to: unknown } }
    return { value: Object.values(found)[0], ...found.solutions }
  } catch (error) {
    if (error instanceof ShapeError) return error.message
    throw error
  }
}

/** The sentence of an output that cannot be had, from all that can be. */
function sentence(outputs: readonly number[], output: number, field: ConvField): string {
  const below = Math.max(...outputs.filter((size) => size > 0 && size < output))
  const above = Math.min(...outputs.filter((size) => size > output))
  const all = new Set(outputs.filter((size) => size > 0))
  const end = Number.isFinite(above) ? `at least ${above}` : `at most ${below}`
  const must = all.size === 1 ? `${[...all][0]}` : Number.isFinite(below) && Number.isFinite(above) ? `${below} or ${above}` : end
  return `solveConv: output must be ${must} for some ${field} to give it (was ${output})`
}

function check(field: 'input' | 'kernelSize' | 'strides' | 'dilationRate' | 'padding', one: Case, values: readonly number[]) {
  const outputs = values.map((value) => reference({ ...one, [field]: value }))
  for (const output of OUTPUTS) {
    const options = without({ ...one, output }, field)
    const found = solved(options)
    const right = values.filter((_, i) => outputs[i] === output)
    const [from, last] = [right[0], right.at(-1)]
    const to = last === FAR ? Number.POSITIVE_INFINITY : last
    if (right.length > 0) {
      if (right.length !== (last as number) - (from as number) + 1) expect.fail(`${JSON.stringify(options)} has gaps`)
      // expect is slow, and there are a hundred thousand cases
      if (typeof found === 'string' || found.value !== from || found.from !== from || found.to !== to) {
        expect(found, JSON.stringify(options)).toEqual({ value: from, from, to })
      }
    } else if (field === 'padding' && typeof found !== 'string') {
      // No equal sides: the pair gives it, the sides differ by one.
      const [before, after] = found.value as [number, number]
      expect(reference({ ...one, padding: [before, after] }), JSON.stringify(options)).toBe(output)
      expect([after - before, one.strides, found.from, found.to]).toEqual([1, 1, found.value, found.value])
    } else if (outputs.every((size) => size === 0)) {
      expect(found, JSON.stringify(options)).toMatch(
        /^solveConv: kernelSize must be at most \d+ to fit input \d+ \(was \d+\); use/,
      )
    } else {
      const unequal = field === 'padding' ? upTo(FAR).map((p) => reference({ ...one, padding: [p - 1, p] })) : []
      const told = sentence([...outputs, ...unequal], output, field)
      // "exactly 3", "at most 3" and "3 or less" are one and the same where 3 is 1.
      const same = [told, told.replace(/be (\d+)/, 'be at most $1'), told.replace(/be (\d+)/, 'be at least $1')]
      if (!same.includes(found as string)) expect(found, JSON.stringify(options)).toBe(told)
    }
  }
}

function* cases(field: ConvField): Generator<Case> {
  const at = <T>(name: ConvField, all: readonly T[], rest: T) => (name === field ? [rest] : all)
  for (const input of at('input', INPUTS, 1)) {
    for (const kernelSize of at('kernelSize', KERNELS, 1)) {
      for (const strides of at('strides', STRIDES, 1)) {
        for (const dilationRate of at('dilationRate', DILATIONS, 1)) {
          if (strides > 1 && dilationRate > 1) continue
          for (const padding of at<ConvPadding>('padding', PADDINGS, 0))
            yield { input, kernelSize, strides, dilationRate, padding }
        }
      }
    }
  }
}

describe('against a search', () => {
  it.each(['input', 'kernelSize', 'strides', 'dilationRate', 'padding'] as const)(
    'every solution for %s is found, and no other',
    (field) => {
      for (const one of cases(field)) check(field, one, field === 'padding' ? upTo(FAR, 0) : upTo(FAR))
    },
  )

  it('convOutput lays out windows', () => {
    for (const one of cases('output')) {
      const size = reference(one)
      if (size > 0) {
        expect(convOutput<Case>(one), JSON.stringify(one)).toBe(size)
        expect(solved({ ...one, solve: 'output' })).toEqual({ value: size, from: size, to: size })
      } else expect(() => convOutput<Case>(one), JSON.stringify(one)).toThrow(ShapeError)
    }
  })
})

describe('a solution', () => {
  const found = solveConv({ input: 5, output: 3, kernelSize: 3, strides: 2 })

  it('is printed, compared and spread as the smallest alone', () => {
    expect(found).toEqual({ padding: 1 })
    expect({ ...found }).toStrictEqual({ padding: 1 })
    expect(JSON.stringify(found)).toBe('{"padding":1}')
  })

  it('has all of them beside it', () => {
    expect(found.solutions).toEqual({ from: 1, to: 1 })
    expect(solveConv({ output: 3, kernelSize: 3, strides: 2 }).solutions).toEqual({ from: 7, to: 8 })
  })
})

describe('refusals that only the run sees', () => {
  const bare = convOutput as (options: object) => unknown
  const solve = solveConv as (options: object) => unknown
  it.each([
    [() => bare({ input: 5 }), 'convOutput: kernelSize must be given'],
    [() => bare({ input: 'h', kernelSize: 3 }), "convOutput: input must be a whole number of at least 1 (was 'h')"],
    [
      () => bare({ input: 5, kernelSize: 3, stride: 2 }),
      "convOutput: options must be among input, kernelSize, padding, strides, dilationRate (was 'stride')",
    ],
    [
      () => bare({ input: 5, kernelSize: 3, padding: 'full' }),
      "convOutput: padding must be 'valid', 'same', a whole number of at least 0, or a pair [before, after] (was 'full')",
    ],
    [
      () => bare({ input: 5, kernelSize: 3, padding: [1, 1, 1] }),
      "convOutput: padding must be 'valid', 'same', a whole number of at least 0, or a pair [before, after] (was [1, 1, 1])",
    ],
    [
      () => solve({ input: 5, output: 3, kernelSize: 3, solve: 'stride' }),
      "solveConv: solve must be one of 'input', 'output', 'kernelSize', 'padding', 'strides', 'dilationRate' (was 'stride')",
    ],
  ])('%# %s', (run, text) => {
    expect(run).toThrow(new ShapeError(text))
  })
})
