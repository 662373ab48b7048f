// What the compiler says of many expressions at once: the type of each, or the sentence in its error. One virtual file holds
// them all, an expression a line, so that a case costs its own types and nothing else.
import { join } from 'node:path'
import { diagnose, root } from '../../scripts/types/compilers.mjs'
import { locate, ourTexts } from '../../scripts/types/expectations.mjs'

export type CompilerName = '5.9' | '6.0' | '7.0'

/** The type as the compiler prints it, or its first error, and those behind it: our sentence if it holds one, else all it says. */
export type Answer = { readonly type: string } | { readonly error: string; readonly more?: readonly string[] }

const file = join(root, 'test/prove/cases.in-memory.ts').replaceAll('\\', '/')
const NO_TRUNCATION = 1
/** No diagnostic of a compiler has it: it stands for the type of a line. */
const TYPE = -1
const NO_TYPE = 'the compiler gave no type'

// The three compilers name these alike; their types do not say so.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Looking = { is: any; checker: any; file: any }

function typesOf({ is, checker, file }: Looking) {
  const found: { start: number; end: number; code: number; message: string }[] = []
  for (const statement of file.statements) {
    if (!is.isTypeAliasDeclaration(statement) && !is.isVariableStatement(statement)) continue
    const name = is.isTypeAliasDeclaration(statement) ? statement.name : statement.declarationList.declarations[0].name
    if (!/^c\d+$/.test(name.text)) continue
    const message = checker.typeToString(checker.getTypeAtLocation(name), undefined, NO_TRUNCATION)
    found.push({ start: name.end, end: name.end, code: TYPE, message })
  }
  return found
}

/**
 * @param preamble what stands above the cases, imports from `../../src/…` above all
 * @param lines one statement each, which declares `c0`, `c1`, … by its place
 */
export async function askCompiler(compiler: CompilerName, preamble: string, lines: readonly string[]): Promise<Answer[]> {
  const head = preamble.split('\n').length
  const text = `${preamble}\n${lines.join('\n')}\nexport {}\n`
  const config = join(root, 'tsconfig.json')
  const found = (await diagnose(compiler, { [file]: text }, { config, options: { types: [] }, also: typesOf }))[file] ?? []
  const answers: Answer[] = lines.map(() => ({ error: NO_TYPE }))
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const at = (offset: number) => lineAt(starts, offset) - head
  for (const { start, message } of found.filter(({ code }) => code === TYPE)) answers[at(start)] = { type: message }
  for (const { start, code, message } of found.filter(({ code }) => code !== TYPE).sort((a, b) => a.start - b.start)) {
    const line = at(start)
    if (line < 0)
      throw new Error(`the preamble does not compile: TS${code}: ${message} at ${JSON.stringify(locate(text, start))}`)
    const before = answers[line]
    const first = before === undefined || 'type' in before || before.error === NO_TYPE
    const error = ourTexts(message)[0] ?? `TS${code}: ${message}`
    answers[line] = first ? { error } : { ...before, more: [...(before.more ?? []), error] }
  }
  return answers
}

function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] as number) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
