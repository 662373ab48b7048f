import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as layers from '../../src/dsl/layers/index.js'

// A rule that users can't name is an error in each of their declarations that has the layer.
test('every layer is exported with its rule and its options', () => {
  const text = readFileSync(new URL('../../src/dsl/layers/index.ts', import.meta.url), 'utf8').replace(/\s+/g, ' ')
  for (const layer of Object.keys(layers)) {
    const rule = `${layer[0]?.toUpperCase()}${layer.slice(1)}`
    expect(text, `the rule of ${layer}`).toMatch(new RegExp(`\\btype ${rule}\\b[^}]*\\btype ${rule}Options\\b`))
  }
})
