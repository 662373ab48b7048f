import { expect, it } from 'vitest'
import { lossList, lossRules } from '../../src/dsl/losses/rules.js'

it('messages list all losses there are', () => {
  expect(lossList).toBe(Object.keys(lossRules).join(', '))
})
