import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { completions, hover } from '../../scripts/types/editor.mjs'

const folder = join(import.meta.dirname, 'fixtures')
const source = (line: string) => `import { conv2d } from './library.js'\n${line}`

describe.each(['5.9', '6.0', '7.0'] as const)('the editor of TypeScript %s', (compiler) => {
  it('offers what fits at the caret', async () => {
    expect(await completions(source('conv2d({ /*|*/ })'), { compiler, folder })).toEqual(['kernelSize', 'name'])
    expect(await completions(source('conv2d({ kernelSize: 3 }).opt/*|*/'), { compiler, folder })).toEqual(['options'])
  })
})

describe.each(['5.9', '6.0'] as const)('the hover of TypeScript %s', (compiler) => {
  it('shows the type under the caret', () => {
    const shown = hover(source('const /*|*/layer = conv2d({ kernelSize: 3 })'), { compiler, folder })
    expect(shown).toMatch(/^const layer: Layer<\{\s*readonly kernelSize: 3;\s*\}>$/)
  })
})

it('asks for one caret', async () => {
  await expect(completions(source('conv2d({})'), { folder })).rejects.toThrow('the source must hold one caret')
})
