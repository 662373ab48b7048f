// The corpora of errors as data: each top-level statement of a `*.tst.ts`, what it expects, and the names it needs. What they say
// of the compiler is checked elsewhere; here the same statements can be run.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { classic, root } from '../../scripts/types/compilers.mjs'
import { readExpectations } from '../../scripts/types/expectations.mjs'

export interface Statement {
  readonly line: number
  /** JavaScript: a variable becomes a property of `scope`. */
  readonly code: string
  /** The text that the compiler must say, if it must say one. */
  readonly expected: string | undefined
  /** Variables that it makes. */
  readonly makes: readonly string[]
  /** All names in it. */
  readonly names: readonly string[]
  /** True for `declare const`: nothing to run. */
  readonly ambient: boolean
}

const ts = classic('6.0') as typeof import('typescript')

export function statementsOf(corpus: string): Statement[] {
  const path = join(root, 'type-tests/errors', corpus)
  const text = readFileSync(path, 'utf8')
  const { expectations } = readExpectations(text)
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)
  const lineOf = (offset: number) => file.getLineAndCharacterOfPosition(offset).line
  return file.statements
    .filter((statement) => !ts.isImportDeclaration(statement))
    .map((statement) => {
      const [first, last] = [lineOf(statement.getStart()), lineOf(statement.end)]
      const variables = ts.isVariableStatement(statement) ? statement.declarationList.declarations : []
      const texts = expectations.filter(({ target }) => target >= first && target <= last).map(({ expected }) => expected)
      if (texts.length > 1) throw new Error(`${corpus}:${first + 1} expects several errors of one statement`)
      const body = ts.isVariableStatement(statement)
        ? statement.declarationList.declarations.map((d) => `scope.${d.name.getText()} = ${d.initializer?.getText()}`).join('\n')
        : statement.getText()
      return {
        line: first + 1,
        code: ts.transpileModule(body, { compilerOptions: { target: ts.ScriptTarget.ES2022 } }).outputText,
        expected: texts[0],
        makes: variables.map((d) => d.name.getText()),
        names: namesIn(statement),
        ambient:
          ts.isVariableStatement(statement) &&
          statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) === true,
      }
    })
}

function namesIn(node: import('typescript').Node): string[] {
  if (ts.isIdentifier(node)) return [node.text]
  const found: string[] = []
  node.forEachChild((child) => void found.push(...namesIn(child)))
  return found
}

/** A sentence of ours, and not the compiler's. */
export const isOurs = (expected: string): boolean => /^[a-z]\w*: /i.test(expected)
