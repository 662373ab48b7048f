import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkExact } from '../../scripts/check-exact.mjs'
import { compilers } from '../../scripts/types/compilers.mjs'

const fixtures = join(import.meta.dirname, 'fixtures')

it.each(Object.keys(compilers))('TypeScript %s refuses a type that is wider than it must be, and any', async (compiler) => {
  const config = join(fixtures, 'tsconfig.json')
  const [result] = await checkExact(compiler, [join(fixtures, 'exact.test-d.ts')], { config })
  expect(result?.failures.map(({ line, text }) => `${line} ${text.split(/[\s<]/).slice(0, 4).join(' ')}`)).toEqual([
    '6 must be exactly Layer',
    '7 must be exactly Layer',
  ])
})
