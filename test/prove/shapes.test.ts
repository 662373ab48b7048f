import { expect, it } from 'vitest'
import { start } from '../../src/index.js'
import { prove } from './prove.js'
import { rules } from './rules/index.js'
import { casesOr, compilers, seedOr } from './settings.js'

// PROVE_CASES, PROVE_SEED and PROVE_COMPILERS are set by `npm run prove`.
const count = casesOr(2500)
const seed = seedOr(20260708)

// Of the rarest there are about three in a hundred cases; in few cases chance leaves less.
const least = Math.floor(count / 200)
const often = [
  "padding 'valid'",
  "padding 'same'",
  'numeric padding',
  'explicit padding',
  'strides above 1',
  'dilation above 1',
  'groups',
  'number in a dimension',
  'accepted',
  'refused',
]

it.each(compilers)('compiler %s, run time and engine agree', { timeout: 600_000 }, async (compiler) => {
  await start()
  const began = performance.now()
  const { cases, counts, disagreements } = await prove(rules, { count, seed, compiler })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`TypeScript ${compiler}: ${cases} cases, seed ${seed}, ${disagreements.length} disagreements, ${seconds} s`)
  console.log([...counts].map(([label, times]) => `${times} ${label}`).join(' · '))
  expect(disagreements.join('\n\n')).toBe('')
  for (const label of often) expect(counts.get(label), label).toBeGreaterThanOrEqual(least)
})
