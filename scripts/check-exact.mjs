// What must compile, and the exact types it has: every *.test-d.ts under type-tests/exact, against the built declarations.
// tsd compares types exactly, on 5.9, which it carries; 6.0 and 7.0 must compile the same files without an error, and
// there each expectType is compared in both directions.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { filesUnder } from './check-errors.mjs'
import { compilers, diagnose, root } from './types/compilers.mjs'
import { locate } from './types/expectations.mjs'

const files = filesUnder(join(root, 'type-tests/exact'), '.test-d.ts')
if (files.length === 0) throw new Error('no *.test-d.ts file under type-tests/exact')
let passed = 0
let failed = 0

const tsd = spawnSync(
  process.execPath,
  [join(root, 'node_modules/tsd/dist/cli.js'), '--files', 'type-tests/exact/**/*.test-d.ts'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
process.stdout.write(tsd.stdout)
process.stderr.write(tsd.stderr)
if (tsd.status === 0) passed += files.length
else failed++

for (const compiler of Object.keys(compilers)) {
  const texts = Object.fromEntries(files.map((file) => [file, readFileSync(file, 'utf8')]))
  const found = await diagnose(compiler, texts, { config: join(root, 'type-tests/tsconfig.json') })
  for (const [file, diagnostics] of Object.entries(found)) {
    for (const { start, code, message } of diagnostics) {
      console.error(`✗ ${compiler}  ${relative(root, file)}:${locate(texts[file], start).line + 1}\n    TS${code}: ${message}`)
    }
    if (diagnostics.length > 0) failed++
    else passed++
  }
}
console.log(`exact types: ${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
