import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { askCompiler } from './compiler.js'
import { casesOr, compilers, seedOr } from './settings.js'

// The compiler's arithmetic on digits against BigInt. PROVE_… are set by `npm run prove`.
const count = Math.ceil(casesOr(1500) / 3)
const seed = seedOr(20260708)

const operations: { readonly [type: string]: (a: bigint, b: bigint) => bigint | boolean | undefined } = {
  Add: (a, b) => a + b,
  Subtract: (a, b) => (a < b ? undefined : a - b),
  Multiply: (a, b) => a * b,
  FloorDivide: (a, b) => a / b,
  CeilDivide: (a, b) => (a + b - 1n) / b,
  // How often the second goes into the first without a rest.
  Divides: (b, a) => a % b === 0n,
}
const divisors: { readonly [type: string]: 'a' | 'b' } = { FloorDivide: 'b', CeilDivide: 'b', Divides: 'a' }

const preamble = `import type { ${Object.keys(operations).join(', ')} } from '../../src/types/whole.js'`

/** What a literal type prints: numbers that doubles can't hold are `number`, which is no lie. */
function expected(result: bigint | boolean | undefined): string {
  if (result === undefined) return 'never'
  if (typeof result === 'boolean') return String(result)
  return String(Number(result)) === String(result) ? String(result) : 'number'
}

const digits = fc.integer({ min: 1, max: 12 }).chain((length) => fc.bigInt({ min: 0n, max: 10n ** BigInt(length) - 1n }))
const edges = fc
  .integer({ min: 0, max: 11 })
  .chain((power) => fc.constantFrom(-1n, 0n, 1n).map((by) => 10n ** BigInt(power) + by))
const whole = fc.oneof({ weight: 4, arbitrary: digits }, { weight: 1, arbitrary: edges })
const multiple = fc.tuple(digits, fc.bigInt({ min: 1n, max: 99n })).map(([a, times]) => [a * times, a] as const)

it.each(compilers)('TypeScript %s calculates as BigInt does', { timeout: 300_000 }, async (compiler) => {
  const began = performance.now()
  const pairs = fc.sample(fc.oneof({ weight: 6, arbitrary: fc.tuple(whole, whole) }, { weight: 1, arbitrary: multiple }), {
    numRuns: count,
    seed,
  })
  const cases = Object.entries(operations).flatMap(([type, run]) =>
    pairs
      .map(([a, b]) => (type === 'Divides' ? ([b, a] as const) : ([a, b] as const)))
      .filter(([a, b]) => (divisors[type] === 'a' ? a : divisors[type] === 'b' ? b : 1n) !== 0n)
      .map(([a, b]) => ({ source: `${type}<${a}, ${b}>`, is: expected(run(a, b)) })),
  )
  const answers = await askCompiler(
    compiler,
    preamble,
    cases.map(({ source }, at) => `type c${at} = ${source}`),
  )
  const wrong = cases.flatMap(({ source, is }, at) => {
    const answer = answers[at]
    const says = answer && 'type' in answer ? answer.type : answer?.error
    return says === is ? [] : [`${source} is ${is}, the compiler says ${says}`]
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`TypeScript ${compiler}: ${cases.length} sums, seed ${seed}, ${wrong.length} wrong, ${seconds} s`)
  expect(wrong.sort((a, b) => a.length - b.length).slice(0, 10)).toEqual([])
})
