// What the compiler must say of each statement of the corpus, the same statement must throw when it is run.
import { describe, expect, it } from 'vitest'
import * as library from '../../src/dsl/index.js'
import { isOurs, statementsOf } from '../support/corpus.js'

const statements = statementsOf('formula.tst.ts')
// Names without a value: declared only, or made by a wrong statement.
const missing = new Set(
  statements.filter(({ ambient, expected }) => ambient || expected !== undefined).flatMap(({ makes }) => makes),
)
const runnable = statements.filter(
  ({ ambient, names, makes }) => !ambient && !names.some((name) => missing.has(name) && !makes.includes(name)),
)

function thrownBy(code: string): unknown {
  try {
    new Function('scope', ...Object.keys(library), code)({}, ...Object.values(library))
  } catch (error) {
    return error
  }
  return undefined
}

describe('formula.tst.ts', () => {
  it.each(runnable.map(({ line, code, expected }) => ({ line, code, expected: expected ?? 'nothing' })))(
    'line $line: $expected',
    ({ code, expected }) => {
      const error = thrownBy(code)
      if (expected === 'nothing') return expect(error).toBeUndefined()
      expect(error).toBeInstanceOf(library.ShapeError)
      if (isOurs(expected)) expect((error as Error).message).toBe(expected)
    },
  )
})
