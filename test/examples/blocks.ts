// Code blocks of Markdown and of doc comments, as files that a compiler can read.

/** A code block: where it stands, and what it says. */
export interface Block {
  /** The line of its first line of code, counted from 1. */
  readonly line: number
  readonly code: string
  /** Of a block that must not compile: words of the compiler's message, from the mark `<!-- refused: … -->` before it. */
  readonly refused?: string
  /** The block of plain text after it: what the compiler prints. */
  readonly output?: string
}

const fence = /^(?:<!-- refused: (.*) -->\n)?```ts\n([\s\S]*?)^```$(?:\n\n```text\n([\s\S]*?)^```$)?/gm

/** The ts blocks of a Markdown text. */
export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(fence)].map(({ 0: all, 1: refused, 2: code = '', 3: output, index }) => ({
    line: markdown.slice(0, index + all.indexOf('```ts')).split('\n').length + 1,
    code,
    ...(refused === undefined ? {} : { refused }),
    ...(output === undefined ? {} : { output }),
  }))
}

/** The examples in the doc comments of a source file. */
export function examplesOf(source: string): Block[] {
  return [...source.matchAll(/^ *\* @example\n *\* ```ts\n([\s\S]*?)^ *\* ```$/gm)].map(({ 1: code = '', index }) => ({
    line: source.slice(0, index).split('\n').length + 2,
    code: code.replace(/^ *\* ?/gm, ''),
  }))
}

const imported = /^import \{([^}]*)\} from '([^']+)'\n/gm

/** Imports by module. */
type Imports = ReadonlyMap<string, ReadonlySet<string>>

/** A block without its imports, which several blocks in one file would repeat; lines stay where they are. */
export function withoutImports(code: string): { code: string; imports: Imports } {
  const imports = new Map<string, Set<string>>()
  const rest = code.replace(imported, (statement, names: string, module: string) => {
    const all = imports.get(module) ?? new Set()
    for (const name of names.split(',')) if (name.trim() !== '') all.add(name.trim())
    imports.set(module, all)
    return statement.replace(/[^\n]/g, '')
  })
  return { code: rest, imports }
}

/** Import statements, on one line. */
export function showImports(imports: Imports): string {
  return [...imports].map(([module, names]) => `import { ${[...names].join(', ')} } from '${module}'; `).join('')
}

/** Which of these names a text uses and does not declare itself. */
export function missing(code: string, names: readonly string[]): string[] {
  const text = code.replace(/\/\/.*/g, '')
  const declared = new Set([...text.matchAll(/\b(?:const|let|type|interface|function) (\w+)/g)].map(([, name]) => name))
  for (const { 1: list = '' } of text.matchAll(/\bconst [{[]([^}\]]*)[}\]] =/g)) {
    for (const name of list.split(',')) declared.add(name.split(':').at(-1)?.trim())
  }
  const taken = [...withoutImports(code).imports.values()].flatMap((set) => [...set])
  return names.filter(
    (name) => !declared.has(name) && !taken.includes(name) && new RegExp(`(?<![.\\w'/])${name}(?![\\w'/]|:)`).test(text),
  )
}
