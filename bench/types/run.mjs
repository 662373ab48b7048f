// The cost of types, on three compilers.
//
//   node bench/types/run.mjs             counts, measures the editor, and writes RESULTS.md
//   node bench/types/run.mjs --check     compares with the budgets: what npm test runs; no milliseconds
//   node bench/types/run.mjs --budgets   makes the figures of now, and 5 % more, the budgets
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compilers, root } from '../../scripts/types/compilers.mjs'
import { cases, constant, GROWTH, steps, targets } from './cases.mjs'
import { countAll, each } from './count.mjs'
import { latency } from './latency.mjs'
import { results } from './results.mjs'

const HEADROOM = 1.05
const own = fileURLToPath(import.meta.url)
const budgetsFile = join(root, 'bench/types/budgets.json')
const mode = process.argv[2]

/** A process a compiler: on two cores it takes half the time. */
function countBeside(compiler) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [own, '--count', compiler], { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', (chunk) => (text += chunk))
    child.on('close', (status) =>
      status === 0 ? done([compiler, new Map(JSON.parse(text))]) : fail(new Error(`counting on ${compiler} failed`)),
    )
  })
}

const countEverywhere = async () => Object.fromEntries(await Promise.all(Object.keys(compilers).map(countBeside)))

function check(counted) {
  const budgets = JSON.parse(readFileSync(budgetsFile, 'utf8'))
  let passed = 0
  const wrong = []
  const judge = (fine, text) => (fine ? passed++ : wrong.push(text))
  for (const compiler of Object.keys(compilers)) {
    for (const [name, { count, problem }] of counted[compiler]) {
      const budget = budgets[name]?.[compiler]
      judge(!problem && count <= budget, `${compiler}  ${name}: ${problem ?? `${count} instantiations, at most ${budget}`}`)
    }
    const step = (name) =>
      each(
        steps.find((s) => s.name === name),
        counted[compiler],
      )
    for (const [few, many] of constant) {
      judge(
        step(many) <= GROWTH * step(few),
        `${compiler}  ${many}: ${step(many)} instantiations, where ${few} costs ${step(few)}`,
      )
    }
  }
  for (const { name, most, ...step } of steps.filter(({ most }) => most)) {
    const is = each(step, counted['7.0'])
    judge(is <= most, `7.0  ${name}: ${is.toFixed(1)} instantiations, at most ${most}`)
  }
  for (const [name, most] of Object.entries(targets)) {
    const { count } = counted['7.0'].get(name)
    judge(count <= most, `7.0  ${name}: ${count} instantiations, the target is at most ${most}`)
  }
  for (const text of wrong) console.log(`✗ ${text}`)
  console.log(`cost: ${passed} passed, ${wrong.length} failed`)
  process.exitCode = wrong.length > 0 ? 1 : 0
}

if (mode === '--count') {
  console.log(JSON.stringify([...countAll(cases, process.argv[3])]))
} else if (mode === '--check') {
  check(await countEverywhere())
} else if (mode === '--budgets') {
  const counted = await countEverywhere()
  for (const [compiler, found] of Object.entries(counted)) {
    for (const [name, { problem }] of found) if (problem) throw new Error(`${compiler}  ${name}: ${problem}`)
  }
  const limit = (compiler, name) => Math.ceil((counted[compiler].get(name).count * HEADROOM) / 100) * 100
  const budgets = Object.fromEntries(
    cases.map(({ name }) => [name, Object.fromEntries(Object.keys(compilers).map((c) => [c, limit(c, name)]))]),
  )
  writeFileSync(
    budgetsFile,
    `${JSON.stringify(budgets, null, 2).replace(/\{\n\s+("5\.9": \d+),\n\s+("6\.0": \d+),\n\s+("7\.0": \d+)\n\s+\}/g, '{ $1, $2, $3 }')}\n`,
  )
} else {
  const counted = await countEverywhere()
  writeFileSync(join(root, 'bench/types/RESULTS.md'), results(counted, await latency()))
  check(counted)
}
