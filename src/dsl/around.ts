import { type AnyLayer, makeLayer } from './layer.js'
import { checkOptions, type OptionCheck } from './options.js'
import type { RuleTwin } from './rule.js'

// It was looked at where it was given.
const given: OptionCheck = () => {}

/**
 * A layer around others, which stand beside its options: `inner`. What checks its options knows nothing of them, and they are
 * refused among the options as any other name.
 */
export function makeAround<L extends AnyLayer>(rule: RuleTwin, inner: object, options: unknown = {}): L {
  checkOptions(rule.kind, options, rule.checks)
  const around = Object.fromEntries(Object.keys(inner).map((name) => [name, given]))
  return makeLayer({ ...rule, checks: { ...around, ...rule.checks } }, { ...options, ...inner })
}
