import { refuse } from '../types/message.js'
import { shortList } from '../types/short.js'
import { describe } from './data/check.js'

// The first option, with what was given as its value: adam(0.01) meant adam({ learningRate: 0.01 }).
function such(options: unknown, known: readonly string[]): string {
  const plain = typeof options === 'number' || typeof options === 'string' || typeof options === 'boolean'
  return known.length === 0 ? '{}' : `{ ${known[0]}: ${plain ? describe(options) : '…'} }`
}

/** Refuses options that are no object, which would pass for an empty one. */
export function checkIsObject(who: string, options: unknown, known: readonly string[]): asserts options is object {
  if (typeof options === 'object' && options !== null && !Array.isArray(options) && !ArrayBuffer.isView(options)) return
  refuse('optionsObject', { who, such: such(options, known), was: describe(options) })
}

/** Refuses a name that is no option; of very many options the first are named. */
export function refuseOption(who: string, names: readonly string[], was: string): never {
  refuse('unknownOption', { who, names: shortList(names, 180) || 'none', was: describe(was) })
}

/** Refuses names that are no options, which the compiler sees only in a literal. */
export function checkNames(who: string, options: unknown, known: readonly string[]): void {
  checkIsObject(who, options, known)
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) refuseOption(who, known, name)
  }
}
