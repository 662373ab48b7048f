import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkErrors } from '../../scripts/check-errors.mjs'
import { compilers } from '../../scripts/types/compilers.mjs'

// A checker that can't fail proves nothing: each fixture holds one thing that must not pass, and the sentence that must name it.
const fixtures = join(import.meta.dirname, 'fixtures')
const wrong: Record<string, { says: string; line: number; passed?: number }> = {
  'wrong-text': { says: 'the error must say: conv2d: kernelSize must be at most 14', line: 3 },
  'missing-error': { says: 'no error where one is expected', line: 3 },
  'second-error': { says: '2 errors where one is expected', line: 3 },
  'error-elsewhere': { says: "an error that nothing expects: TS2339: Property 'fit' does not exist", line: 7, passed: 1 },
  'too-long': { says: 'a message must be at most 280 characters (is 281)', line: 3 },
  unmarked: { says: 'the message has lost its end, or ends without its mark', line: 3 },
  'wrong-squiggle': { says: 'the squiggle is in another place', line: 3 },
  'stray-squiggle': { says: 'a squiggle must stand directly below', line: 4 },
  'no-text': { says: '@ts-expect-error must be followed by the text of the error', line: 3 },
}

describe.each(Object.keys(compilers))('the checker of errors on TypeScript %s', (compiler) => {
  const check = (name: string) =>
    checkErrors(compiler, [join(fixtures, `${name}.tst.ts`)], { config: join(fixtures, 'tsconfig.json') })

  it('accepts errors that are as written', async () => {
    expect(await check('right')).toEqual({ passed: 4, failures: [] })
  })

  it.each(Object.entries(wrong))('refuses %s', async (name, { says, line, passed = 0 }) => {
    const result = await check(name)
    expect(result.failures).toHaveLength(1)
    expect(result.failures[0]?.text).toContain(says)
    expect(result.failures[0]?.line).toBe(line)
    expect(result.passed).toBe(passed)
  })

  it('refuses a switch that hides errors', async () => {
    expect((await check('ignored')).failures.map((f) => f.text)).toEqual([
      '@ts-ignore and @ts-nocheck hide errors; use @ts-expect-error',
    ])
  })
})
