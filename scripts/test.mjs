// Runs the parts of the test one after the other (at once they would only fight for the cores), and adds up.
//
//   node scripts/test.mjs              all of them
//   node scripts/test.mjs build unit   those
import { join } from 'node:path'
import { run } from './running.mjs'
import { root, tscOf } from './types/compilers.mjs'

/** A command line by the file it starts: no shell and no npx in between. */
const script = (file, ...args) => ({ args: [join(root, 'scripts', file), ...args] })
const module = (file, ...args) => ({ args: [join(root, 'node_modules', file), ...args] })
const tstyche = (compiler) => ({
  ...module('tstyche/build/bin.js', '--config', 'tstyche.json'),
  env: { TSTYCHE_TYPESCRIPT_MODULE: compiler },
})

const parts = {
  build: [script('build.mjs')],
  // Rules only: how a line is laid out is no reason for a red test. npm run lint looks at both.
  lint: [module('@biomejs/biome/bin/biome', 'lint')],
  types: [
    { args: [tscOf('7.0'), '-p', 'tsconfig.json'] },
    script('check-exact.mjs'),
    tstyche('ts59'),
    tstyche('typescript'),
    script('check-errors.mjs'),
  ],
  cost: [{ args: [join(root, 'bench/types/run.mjs'), '--check'] }],
  unit: [module('vitest/vitest.mjs', 'run')],
  package: [script('check-package.mjs')],
  e2e: [{ args: [join(root, 'test/e2e/run.mjs')] }],
}

/** Tests inside a command's output: ours say so on their last line, vitest on its own; another command is one test. */
function count({ status, text }) {
  const ours = [...text.matchAll(/: (\d+) passed, (\d+) failed$/gm)].at(-1)
  const vitest = /^\s*Tests\s+(?:(\d+) failed \| )?(?:(\d+) passed)?/m.exec(text)
  const [passed, failed] = ours
    ? [+ours[1], +ours[2]]
    : vitest
      ? [+(vitest[2] ?? 0), +(vitest[1] ?? 0)]
      : [status === 0 ? 1 : 0, 0]
  // A command can fail beside its tests, such as a file that does not load.
  return { passed, failed: status === 0 ? failed : Math.max(1, failed) }
}

const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !(name in parts))
if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`)

const rows = []
for (const name of chosen.length > 0 ? chosen : Object.keys(parts)) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 76 - name.length))}`)
  const began = performance.now()
  const row = { name, passed: 0, failed: 0, seconds: 0 }
  for (const command of parts[name]) {
    const { passed, failed } = count(await run(command))
    row.passed += passed
    row.failed += failed
  }
  row.seconds = (performance.now() - began) / 1000
  rows.push(row)
  if (name === 'build') {
    if (row.failed > 0) {
      console.log('the build failed: the rest would test something else')
      break
    }
    process.env.SHAPEPROOF_BUILT = '1'
  }
}

const total = (key) => rows.reduce((sum, row) => sum + row[key], 0)
console.log(`\n── ${'─'.repeat(77)}`)
for (const { name, passed, failed, seconds } of rows) {
  console.log(
    `${failed > 0 ? '✗' : '✓'} ${name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s   ${passed} passed, ${failed} failed`,
  )
}
console.log(`${total('seconds').toFixed(1)} s in all\n`)
console.log(`${total('passed')} passed, ${total('failed')} failed`)
process.exitCode = total('failed') > 0 ? 1 : 0
