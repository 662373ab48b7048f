import { describe, expect, it } from 'vitest'
import * as library from '../../src/dsl/index.js'
import { isOurs, type Statement, statementsOf } from '../support/corpus.js'

// What the compiler must say of each statement is written in the corpora; run, the same statement must throw the same sentence.

const { ShapeError } = library

const corpora = [
  'shapes',
  'windows',
  'options',
  'graphs',
  'shaping',
  'noise',
  'indices',
  'inputs',
  'sizes',
  'names',
  'misfits',
  'parts',
  'composites',
  'lengths',
  'numbers',
].map((name) => `${name}.tst.ts`)

/** What running a statement throws, if it throws. */
function thrownBy({ code }: Statement, scope: object): unknown {
  try {
    const globals = new Map<string, unknown>(Object.entries(library))
    new Function('scope', ...globals.keys(), `with (scope) {\n${code}\n}`)(scope, ...globals.values())
  } catch (error) {
    return error
  }
  return undefined
}

describe.each(corpora)('%s', (corpus) => {
  const scope: { [name: string]: unknown } = {}
  // Names without a value: declared only, made by a wrong statement, or of the training that no statement here may start.
  const missing = new Set(['compile', 'init', 'ndarray'])
  for (const statement of statementsOf(corpus)) {
    const { line, expected, makes, names, ambient } = statement
    if (ambient || names.some((name) => missing.has(name) && !makes.includes(name))) {
      for (const name of makes) missing.add(name)
      continue
    }
    if (expected === undefined) {
      const error = thrownBy(statement, scope)
      if (error) it(`line ${line} runs`, () => expect.fail(String(error)))
      continue
    }
    for (const name of makes) missing.add(name)
    it(`line ${line} throws: ${expected}`, () => {
      const error = thrownBy(statement, scope)
      expect(error).toBeInstanceOf(ShapeError)
      if (isOurs(expected)) expect((error as Error).message).toBe(expected)
    })
  }
})
