// Types may not lie, at length: many more cases than the tests take, drawn anew each time, on all three compilers.
//
//   node scripts/prove.mjs [--cases 8000] [--seed n] [--compiler 5.9|6.0|7.0]…
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { run } from './running.mjs'
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

const { status, text } = await run({
  args: [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...suites],
  env: { PROVE_CASES: values.cases, PROVE_SEED: values.seed, PROVE_COMPILERS: values.compiler.join(',') },
})

// What the suites counted, once more and added up; sums of two numbers are no cases.
const told = [...text.matchAll(/^TypeScript [\d.]+: (\d+) (?!sums).*?(\d+) (?:disagreements|wrong)\b.*$/gm)]
const sum = (column) => told.reduce((total, line) => total + Number(line[column]), 0)
console.log(told.map(([line]) => line).join('\n'))
console.log(`the same again: node scripts/prove.mjs --cases ${values.cases} --seed ${values.seed}`)
console.log(`proof: ${sum(1)} cases, ${sum(2)} disagreements${status === 0 ? '' : '; a suite failed'}`)
process.exitCode = status
