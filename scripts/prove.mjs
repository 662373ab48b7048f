// Types may not lie, at length: many more cases than the tests take, drawn anew each time, on all three compilers.
//
//   node scripts/prove.mjs [--cases 8000] [--seed n] [--compiler 5.9|6.0|7.0]…
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compilers, root } from './types/compilers.mjs'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '8000' },
    seed: { type: 'string', default: `${Date.now() % 2 ** 31}` },
    compiler: { type: 'string', multiple: true, default: Object.keys(compilers).sort() },
  },
})

// The layers without a forward pass, the formula and the names have comparisons of their own.
const suites = ['test/prove', 'test/layers/recurrent-attention', 'test/formula', 'test/dsl/names']

const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...suites], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PROVE_CASES: values.cases, PROVE_SEED: values.seed, PROVE_COMPILERS: values.compiler.join(',') },
})
console.log(`the same again: node scripts/prove.mjs --cases ${values.cases} --seed ${values.seed}`)
process.exitCode = status ?? 1
