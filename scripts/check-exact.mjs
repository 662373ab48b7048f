// What must compile, and the exact types it has: every file under type-tests/exact, on three compilers, where `shapeproof` is
// the built declarations. tsd compares types exactly, on 5.9, which it carries. Where 6.0 and 7.0 offer less, an expectType
// must hold in both directions, and neither side may be `any` alone.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesUnder } from './check-errors.mjs'
import { compilers, diagnose, root } from './types/compilers.mjs'
import { locate } from './types/expectations.mjs'

const NO_TRUNCATION = 1

/** Each `expectType<T>(value)` of a file whose two types differ, as diagnostics. */
function inexact({ is, checker, file }) {
  const found = []
  const visit = (node) => {
    if (is.isCallExpression(node) && is.isIdentifier(node.expression) && node.expression.text === 'expectType') {
      const [typeNode] = node.typeArguments ?? []
      const [value] = node.arguments
      if (typeNode && value) {
        const expected = checker.getTypeFromTypeNode(typeNode)
        const actual = checker.getTypeAtLocation(value)
        const [mustBe, is] = [expected, actual].map((type) => checker.typeToString(type, undefined, NO_TRUNCATION))
        const both = checker.isTypeAssignableTo(expected, actual) && checker.isTypeAssignableTo(actual, expected)
        if (!both || /\bany\b/.test(mustBe) !== /\bany\b/.test(is)) {
          found.push({ start: value.end - 1, end: value.end, code: 0, message: `must be exactly ${mustBe}\n    (is ${is})` })
        }
      }
    }
    node.forEachChild(visit)
  }
  visit(file)
  return found
}

/** Compiles the files on one compiler, and compares what they expect. */
export async function checkExact(compiler, files, { config = join(root, 'type-tests/tsconfig.json') } = {}) {
  const texts = Object.fromEntries(files.map((file) => [file, readFileSync(file, 'utf8')]))
  const found = await diagnose(compiler, texts, { config, also: inexact })
  return Object.entries(found).map(([file, diagnostics]) => ({
    file,
    failures: diagnostics.map((d) => ({
      line: locate(readFileSync(file, 'utf8'), d.start).line + 1,
      text: d.code ? `TS${d.code}: ${d.message}` : d.message,
    })),
  }))
}

function tsd() {
  const args = [join(root, 'node_modules/tsd/dist/cli.js'), '--files', 'type-tests/exact/**/*.ts']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  process.stderr.write(stdout + stderr)
  return status === 0
}

async function main() {
  const files = filesUnder(join(root, 'type-tests/exact'), '.ts')
  if (files.length === 0) throw new Error('no file under type-tests/exact')
  const counts = { true: 0, false: 0 }
  counts[tsd()]++
  for (const compiler of Object.keys(compilers)) {
    for (const { file, failures } of await checkExact(compiler, files)) {
      counts[failures.length === 0]++
      for (const { line, text } of failures) console.error(`✗ ${compiler}  ${relative(root, file)}:${line}\n    ${text}`)
    }
  }
  console.log(`exact types, ${files.length} files on tsd and 3 compilers: ${counts.true} passed, ${counts.false} failed`)
  process.exitCode = counts.false > 0 ? 1 : 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
