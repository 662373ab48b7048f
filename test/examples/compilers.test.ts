// The examples compile on all three compilers, and what they say of shapes and counts is true: with another size they do not.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compilers, diagnose, root } from '../../scripts/types/compilers.mjs'

const folder = join(root, 'examples')
const names = readdirSync(folder).filter((name) => name.endsWith('.ts'))
const text = (name: string): string => readFileSync(join(folder, name), 'utf8')
const how = { config: join(root, 'tsconfig.json'), options: { paths: { shapeproof: [join(root, 'src/index.ts')] } } }

it.each(Object.keys(compilers))('TypeScript %s compiles the examples', { timeout: 120_000 }, async (compiler) => {
  const found = await diagnose(compiler, Object.fromEntries(names.map((name) => [join(folder, name), text(name)])), how)
  expect(Object.values(found).flat()).toEqual([])
})

/** Another size in each, and what the compiler must then say first. */
const changes = [
  ['01-digits.ts', 'units: 10', 'units: 11', "Type 'true' does not satisfy the expected type 'false'."],
  [
    '02-strided-residual.ts',
    'residual(block(16))',
    'residual(block(8))',
    'residual: its layers must keep the shape [14, 14, 16]',
  ],
  ['03-binary-classifier.ts', "'sigmoid'", "'softmax'", "binaryCrossentropy: the last activation must be 'sigmoid'"],
  ['04-unet.ts', "'16*h', '16*w', 3", "'8*h', '8*w', 3", 'concatenate: inputs must have the same size on axis 0'],
  ['05-resnet50.ts', 'first(512, 2048, 2)', 'first(512, 1024, 2)', 'residual: its layers must keep the shape [7, 7, 1024]'],
  ['06-two-inputs.ts', 'filters: 16', 'filters: 8', "Type 'true' does not satisfy the expected type 'false'."],
] as const

it('refuses each of them with another size', { timeout: 120_000 }, async () => {
  const files = changes.map(([name, from, to]) => {
    expect(text(name)).toContain(from)
    return [join(folder, name), text(name).replace(from, () => to)]
  })
  const found = await diagnose('7.0', Object.fromEntries(files), how)
  const first = Object.values(found).map(([diagnostic]) => diagnostic?.message)
  expect(first).toEqual(changes.map(([, , , message]) => expect.stringContaining(message)))
})
