import { beforeAll, expect, it } from 'vitest'
import { start } from '../../src/index.js'
import { type Case, Hidden } from './case.js'
import { judge } from './compare.js'

// A comparison that can't fail proves nothing.
const pooled = (size: number | Hidden): Case => ({
  form: 'called',
  inputs: [[size, 8, 1]],
  layers: [{ kind: 'maxPooling2d', options: { poolSize: 2 } }],
})
const differs = (one: Case, answer: Parameters<typeof judge>[1]) => judge(one, answer).disagreement

beforeAll(() => start())

it('accepts what is right, and what is open where it is', () => {
  expect(differs(pooled(8), { type: '[[4, 4, 1], "linear"]' })).toBeUndefined()
  expect(differs(pooled(new Hidden(8)), { type: '[[number, 4, 1], "linear"]' })).toBeUndefined()
  expect(differs(pooled(new Hidden(1)), { type: '[[number, 4, 1], "linear"]' })).toBeUndefined()
})

it.each([
  ['a wrong size', '[[4, 5, 1], "linear"]'],
  ['a rank', '[[4, 4], "linear"]'],
  ['a size left open', '[[number, 4, 1], "linear"]'],
  ['one of two sizes', '[[3 | 4, 4, 1], "linear"]'],
  ['another last activation', '[[4, 4, 1], "softmax"]'],
  ['no tuple', 'any'],
])('refuses %s', (_, type) => {
  expect(differs(pooled(8), { type })).toContain('run time: [4, 4, 1]')
})

it('refuses what only one of types and run time refuse, and two texts', () => {
  const sentence = "maxPooling2d: poolSize must be at most 1 to fit height 1 (was 2); use a smaller pool or padding: 'same'"
  expect(differs(pooled(1), { error: sentence })).toBeUndefined()
  expect(differs(pooled(1), { error: sentence.replace('at most 1', 'at most 2') })).toContain('run time refuses')
  expect(differs(pooled(1), { type: '[[0, 4, 1], "linear"]' })).toContain('run time refuses')
  expect(differs(pooled(8), { error: sentence })).toContain('types refuse')
})

it('refuses an axis left open that does not depend on what is hidden', () => {
  expect(differs(pooled(new Hidden(8)), { type: '[[number, number, 1], "linear"]' })).toContain('run time: [4, 4, 1]')
})
