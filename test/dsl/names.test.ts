import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namedCeil, namedFloor, namedProduct, namedScale, namedShift } from '../../src/types/named.js'
import { namedSum } from '../../src/types/named-sum.js'

// A chain of operations on a size: its text by the twin, its text as a type, and what it is for a number.
interface Chain {
  text: string
  type: string
  value: (sizes: Record<string, number>) => number
}

const leaf = fc.constantFrom('h', 'w', '16*h', 'channels').map(
  (text): Chain => ({
    text,
    type: `'${text}'`,
    value: (sizes) => (text === '16*h' ? 16 * (sizes.h as number) : (sizes[text] as number)),
  }),
)

type Operation = (chain: Chain) => Chain
const factor = fc.integer({ min: 2, max: 5 })
const shift: fc.Arbitrary<Operation> = fc.integer({ min: -6, max: 6 }).map((n) => ({ text, type, value }) => ({
  text: namedShift(text, n),
  type: `NamedShift<${type}, '${n}'>`,
  value: (sizes) => value(sizes) + n,
}))
const floor: fc.Arbitrary<Operation> = fc
  .tuple(fc.integer({ min: -3, max: 3 }), factor)
  .map(([n, k]) => ({ text, type, value }) => ({
    text: namedFloor(text, n, k),
    type: `NamedFloor<${type}, '${n}', ${k}>`,
    value: (sizes) => Math.floor((value(sizes) + n) / k),
  }))
const ceil: fc.Arbitrary<Operation> = factor.map((k) => ({ text, type, value }) => ({
  text: namedCeil(text, k),
  type: `NamedCeil<${type}, ${k}>`,
  value: (sizes) => Math.ceil(value(sizes) / k),
}))
const scaleBy = (factors: fc.Arbitrary<number>): fc.Arbitrary<Operation> =>
  factors.map((k) => ({ text, type, value }) => ({
    text: namedScale(text, k),
    type: `NamedScale<${type}, ${k}>`,
    value: (sizes) => value(sizes) * k,
  }))
const scale = scaleBy(factor)

const chain = fc
  .tuple(leaf, fc.array(fc.oneof(shift, floor, ceil, scale), { maxLength: 5 }))
  .map(([start, operations]) => operations.reduce((at, operation) => operation(at), start))

const joinedOf = (part: fc.Arbitrary<Chain>): fc.Arbitrary<Chain> =>
  fc
    .tuple(
      fc.constantFrom('sum', 'product'),
      fc.array(fc.oneof(part, fc.integer({ min: 1, max: 9 })), { minLength: 2, maxLength: 3 }),
    )
    .map(([kind, parts]): Chain => {
      const sizes = parts.map((part) => (typeof part === 'number' ? part : part.text))
      const types = parts.map((part) => (typeof part === 'number' ? part : part.type)).join(', ')
      const values = (at: Record<string, number>) => parts.map((part) => (typeof part === 'number' ? part : part.value(at)))
      return kind === 'sum'
        ? { text: String(namedSum(sizes)), type: `NamedSum<[${types}]>`, value: (at) => values(at).reduce((a, b) => a + b) }
        : {
            text: String(namedProduct(sizes)),
            type: `NamedProduct<[${types}]>`,
            value: (at) => values(at).reduce((a, b) => a * b),
          }
    })

const longerThan = (start: fc.Arbitrary<Chain>): fc.Arbitrary<Chain> =>
  fc
    .tuple(
      start.filter(({ text }) => !/^\d+$/.test(text)),
      fc.array(fc.oneof(shift, floor, ceil, scale), { maxLength: 4 }),
    )
    .map(([start, operations]) => operations.reduce((at, operation) => operation(at), start))

const joined = joinedOf(chain)
const longer = longerThan(joined)

// Fractions of one size, such as halves and thirds, of which some add up to it.
const start = fc.constantFrom('h', '3*h', 'w')
const portions = fc
  .tuple(start, fc.array(fc.tuple(fc.integer({ min: -4, max: 9 }), fc.constantFrom(2, 3, 4, 6)), { minLength: 2, maxLength: 7 }))
  .map(([size, all]) =>
    all.map(
      ([n, k]): Chain => ({
        text: namedFloor(size, n, k),
        type: `NamedFloor<'${size}', '${n}', ${k}>`,
        value: ({ h = 0, w = 0 }) => Math.floor(((size === 'h' ? h : size === 'w' ? w : 3 * h) + n) / k),
      }),
    ),
  )
const portion = portions.map(
  (all): Chain => ({
    text: String(namedSum(all.map(({ text }) => text))),
    type: `NamedSum<[${all.map(({ type }) => type).join(', ')}]>`,
    value: (sizes) => all.reduce((sum, { value }) => sum + value(sizes), 0),
  }),
)

const any = fc.oneof(chain, joined, longer, longerThan(joinedOf(fc.oneof(chain, longer))), portion, longerThan(portion))

/** What a text of the normal form is for sizes, by JavaScript. */
function meaning(text: string, sizes: Record<string, number>): number {
  const source = text.replace(/floor/g, 'Math.floor').replace(/ceil/g, 'Math.ceil')
  return Function(...Object.keys(sizes), `return ${source}`)(...Object.values(sizes)) as number
}

test('a text of the normal form means what the chain does', () => {
  fc.assert(
    fc.property(any, fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), ({ text, value }, h, w) => {
      const sizes = { h, w, channels: 3 }
      // + 0: zeros have a sign in JavaScript.
      expect(meaning(text, sizes) + 0, text).toBe(value(sizes) + 0)
    }),
    { numRuns: 3000 },
  )
})

test('a text is read as it was written', () => {
  fc.assert(
    fc.property(any, ({ text }) => {
      if (/^\d+$/.test(text)) return
      expect(namedShift(namedShift(text, 1), -1)).toBe(text)
      expect(namedFloor(namedScale(text, 7), 0, 7)).toBe(text)
      expect(namedProduct([text])).toBe(text)
    }),
    { numRuns: 3000 },
  )
})

test('sums of the same sizes are one text, whatever was shifted', () => {
  fc.assert(
    fc.property(chain, chain, fc.integer({ min: -9, max: 9 }), ({ text: a }, { text: b }, n) => {
      expect(namedSum([namedShift(a, n), b])).toBe(namedSum([b, namedShift(a, n)]))
      expect(namedSum([namedShift(a, n), b])).toBe(namedSum([a, namedShift(b, n)]))
      expect(namedSum([a, n + 10, b])).toBe(namedShift(String(namedSum([a, b])), n + 10))
    }),
    { numRuns: 3000 },
  )
})

// Hermite's identity; by 11 and more, by 3 what was halved, and of multiples that were divided it is not seen.
test('what the parts of a size add up to is the size', () => {
  const along = (operation: fc.Arbitrary<Operation>) =>
    fc.tuple(leaf, fc.array(operation, { maxLength: 5 })).map(([from, all]) => all.reduce((at, one) => one(at), from).text)
  const whole = fc.oneof(
    along(fc.oneof(shift, scale)),
    fc.tuple(along(shift), along(scale)).map((two) => String(namedSum(two))),
    fc.tuple(along(shift), along(scale)).map((two) => String(namedProduct(two))),
  )
  const fits = (text: string, k: number, n: number) => {
    const parts = Array.from({ length: k }, (_, at) => namedFloor(text, at + n, k))
    expect(namedSum(parts)).toBe(namedShift(text, n))
    expect(namedSum([String(namedSum(parts.slice(0, 2))), ...parts.slice(2)])).toBe(namedShift(text, n))
  }
  const n = fc.integer({ min: -9, max: 9 })
  fc.assert(fc.property(whole, fc.integer({ min: 1, max: 10 }), n, fits), { numRuns: 2000 })
  fc.assert(
    fc.property(along(fc.oneof(shift, floor, ceil)), n, (text, by) => fc.pre(!text.includes('*h')) ?? fits(text, 2, by)),
    { numRuns: 1000 },
  )
})

test('sums are one text in whatever order they are added', () => {
  fc.assert(
    fc.property(portions, fc.integer({ min: 1, max: 6 }), (all, cut) => {
      const texts = all.map(({ text }) => text)
      const some = texts.slice(0, cut)
      const whole = namedSum(texts)
      expect(namedSum([...texts].reverse())).toBe(whole)
      expect(namedSum([namedSum(some), ...texts.slice(cut)])).toBe(whole)
      expect(texts.reduce((sum, text) => String(namedSum([sum, text])))).toBe(String(whole))
    }),
    { numRuns: 3000 },
  )
})

// With other factors than powers of two, floor(2*floor((3*h+3)/2)/3) is 2*ceil(h/2), which no text shows.
test('equal functions of one name are one text', () => {
  const texts = new Map<string, string>()
  const same = fc.tuple(
    fc.constantFrom('h', '16*h'),
    fc.array(fc.oneof(shift, floor, ceil, scaleBy(fc.constantFrom(2, 4))), { maxLength: 6 }),
  )
  for (const [start, operations] of fc.sample(same, 3000)) {
    const value = (h: number): number => (start === 'h' ? h : 16 * h)
    const from: Chain = { text: start, type: '', value: (sizes) => value(sizes.h as number) }
    const { text, value: at } = operations.reduce((chained, operation) => operation(chained), from)
    const key = Array.from({ length: 1500 }, (_, n) => at({ h: n < 500 ? n : n * n })).join()
    expect(texts.get(key) ?? text).toBe(text)
    texts.set(key, text)
  }
})

test('types and run time write the same texts', () => {
  const cases = [...fc.sample(any, 150), ...fc.sample(portion, 60)]
  const folder = new URL('../../.cache/names/', import.meta.url).pathname
  mkdirSync(folder, { recursive: true })
  const lines = cases.map(
    ({ text, type }, at) => `export const c${at}: Same<${type}, ${/^\d+$/.test(text) ? text : `'${text}'`}> = true`,
  )
  const names = 'NamedCeil, NamedFloor, NamedProduct, NamedScale, NamedShift, NamedSum'
  const same = 'type Same<A, B> = [A] extends [B] ? [B] extends [A] ? true : A : A'
  writeFileSync(`${folder}cases.ts`, `import type { ${names} } from '../../src/types/names.js'\n${same}\n${lines.join('\n')}\n`)
  const tsc = new URL('../../node_modules/ts7/bin/tsc', import.meta.url).pathname
  const options = ['--ignoreConfig', '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', 'node']
  let output = ''
  try {
    execFileSync(process.execPath, [tsc, ...options, `${folder}cases.ts`])
  } catch (error) {
    output = String((error as { stdout: Buffer }).stdout)
  }
  rmSync(folder, { recursive: true })
  expect(output).toBe('')
})
