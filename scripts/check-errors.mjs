// What must not compile, and what the compiler must say: every *.tst.ts under type-tests/errors, on three compilers.
// tstyche compares texts too, but not on 7.0, and it knows nothing of second errors, of lengths and of squiggles.
//
//   node scripts/check-errors.mjs [--compiler 5.9|6.0|7.0]… [file…]
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { compilers, diagnose, root } from './types/compilers.mjs'
import { disarm, judge } from './types/expectations.mjs'

/**
 * Checks files on one compiler.
 * @param {string} compiler '5.9', '6.0' or '7.0'
 * @param {string[]} files
 * @param {{ config?: string, options?: object }} [how]
 * @returns {Promise<{ passed: number, failures: { file: string, line: number, text: string }[] }>}
 */
export async function checkErrors(compiler, files, { config = join(root, 'type-tests/tsconfig.json'), options } = {}) {
  const texts = Object.fromEntries(files.map((file) => [resolve(file), readFileSync(file, 'utf8')]))
  const disarmed = Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, disarm(text)]))
  const found = await diagnose(compiler, disarmed, { config, options })
  const result = { passed: 0, failures: [] }
  for (const [file, text] of Object.entries(texts)) {
    const { passed, failures } = judge(text, found[file.replaceAll('\\', '/')])
    result.passed += passed
    result.failures.push(...failures.map((failure) => ({ file, ...failure })))
  }
  return result
}

/** Every file of a folder whose name ends so, sorted. */
export const filesUnder = (folder, ending) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort()

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { compiler: { type: 'string', multiple: true } } })
  const files = positionals.length > 0 ? positionals : filesUnder(join(root, 'type-tests/errors'), '.tst.ts')
  if (files.length === 0) throw new Error('no *.tst.ts file under type-tests/errors')
  let passed = 0
  let failed = 0
  for (const compiler of values.compiler ?? Object.keys(compilers)) {
    const began = performance.now()
    const result = await checkErrors(compiler, files)
    passed += result.passed
    failed += result.failures.length
    for (const { file, line, text } of result.failures) {
      console.error(`✗ ${compiler}  ${relative(process.cwd(), file)}:${line}\n${text.replace(/^/gm, '    ')}`)
    }
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(
      `TypeScript ${compiler}: ${result.passed} errors as written, ${result.failures.length} not (${files.length} files, ${seconds} s)`,
    )
  }
  console.log(`errors: ${passed} passed, ${failed} failed`)
  if (failed > 0 || passed === 0) process.exitCode = 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
