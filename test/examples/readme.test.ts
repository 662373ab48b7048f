// The README's code and the examples in doc comments compile, or are refused with the words that stand beside them: one program.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as shapeproof from 'shapeproof'
import { beforeAll, describe, expect, it } from 'vitest'
import { diagnose, root } from '../../scripts/types/compilers.mjs'
import { type Block, blocksOf, examplesOf, missing, showImports, withoutImports } from './blocks.js'
import * as given from './given.js'
import { layerTable } from './layer-table.js'

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const readmeBlocks = blocksOf(readme)
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .sort()
const examples = sources.flatMap((name) => {
  const source = readFileSync(join(root, 'src', name), 'utf8')
  return examplesOf(source).map((block) => ({ ...block, name, source }))
})

/** A block as a file of its own, and where in it the block begins. */
interface File {
  readonly path: string
  readonly text: string
  readonly from: number
}

const file = (name: string, before: string, code: string): File => ({
  path: join(import.meta.dirname, `${name}.ts`),
  text: `${before}\n${code}\nexport {}\n`,
  from: before.length + 1,
})

const importing = (names: readonly string[], module: string): string =>
  names.length > 0 ? `import { ${names.join(', ')} } from '${module}'; ` : ''

/** What comments say of types, as lines that only compile if it is true: `type A = OutputShape<…> // [10]`. */
const claims = (code: string): string =>
  [...code.matchAll(/^type (\w+) = .*? +\/\/ (\d+(?=:)|[^…\n]+$)/gm)]
    .map(([, name, value]) => `\ntrue satisfies Same<${name}, ${value}>`)
    .join('')

/** The README is one program: each block sees those before it, except the refused ones. */
function readmeFiles(): File[] {
  let body = ''
  const imports = new Map<string, Set<string>>()
  return readmeBlocks.map((block, i) => {
    const own = withoutImports(block.code)
    for (const [module, names] of own.imports) imports.set(module, new Set([...(imports.get(module) ?? []), ...names]))
    const all = body + own.code
    const before = importing(missing(all, Object.keys(given)), './given.js') + showImports(imports) + body
    if (block.refused === undefined) body = all
    const same = `import type { Same } from '../../examples/lib/same.js'; `
    return file(`readme-${i}`, same + before, own.code + claims(own.code))
  })
}

/** Doc comments leave out the imports that go without saying; what only the source file exports is taken from there. */
function exampleFile({ name, source, code }: (typeof examples)[number], i: number): File {
  const open = (names: readonly string[]): string[] => missing(code, names)
  const local = [...source.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(([, own]) => own as string)
  const fromPackage = open(Object.keys(shapeproof))
  const fromSource = open(local.filter((own) => !(own in shapeproof)))
  const before =
    importing(fromPackage, 'shapeproof') +
    importing(open(Object.keys(given)), './given.js') +
    importing(fromSource, `../../src/${name.replace(/\.ts$/, '.js').replaceAll('\\', '/')}`)
  return file(`example-${i}`, before, code)
}

const own = { readme: readmeFiles(), examples: examples.map(exampleFile) }
let found: Awaited<ReturnType<typeof diagnose>>

beforeAll(async () => {
  const files = Object.fromEntries([...own.readme, ...own.examples].map(({ path, text }) => [path, text]))
  found = await diagnose('6.0', files, {
    config: join(root, 'tsconfig.json'),
    options: { paths: { shapeproof: [join(root, 'src/index.ts')] } },
  })
}, 60_000)

const withoutMark = (message: string): string => message.replace(/\u200b/g, '')

/** What the compiler says of a block; what it says of those before it is said there. */
function saidOf({ path, from }: File): string[] {
  return (found[path.replaceAll('\\', '/')] ?? []).filter(({ start }) => start >= from).map(({ message }) => withoutMark(message))
}

const title = ({ line, code, refused }: Block): string => `line ${line}: ${refused ?? code.trim().split('\n')[0]}`

describe('README.md', () => {
  it('has code', () => expect(readmeBlocks.length).toBeGreaterThan(5))

  it.each(readmeBlocks.map((block, i) => [title(block), block, own.readme[i] as File] as const))('%s', (_, block, file) => {
    const said = saidOf(file)
    if (block.refused === undefined) return expect(said).toEqual([])
    expect(said).toEqual([expect.stringContaining(block.refused)])
    if (block.output !== undefined) expect(block.output).toContain(said[0])
  })

  // With WRITE_README=1 it is written anew.
  it('lists the layers as their sources state them', () => {
    const table = /(?<=<!-- layers -->\n)[\s\S]*?(?=\n<!-- \/layers -->)/
    const stated = layerTable()
    if (process.env.WRITE_README === '1')
      writeFileSync(
        join(root, 'README.md'),
        readme.replace(table, () => stated),
      )
    else expect(table.exec(readme)?.[0]).toBe(stated)
  })
})

describe('examples in doc comments', () => {
  it.each(examples.map((block, i) => [`${block.name}, ${title(block)}`, own.examples[i] as File] as const))('%s', (_, file) => {
    expect(saidOf(file)).toEqual([])
  })
})
