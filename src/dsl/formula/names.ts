import { refuse } from '../../types/message.js'

/** At run time: no option but those of `names`, and all that are required. */
export function checkOptionNames(who: string, options: object, names: readonly string[], required: readonly string[]): void {
  const unknown = Object.keys(options).find((option) => !names.includes(option))
  if (unknown !== undefined) refuse('unknownOption', { who, names: names.join(', '), was: unknown })
  const missing = required.find((option) => (options as { readonly [option: string]: unknown })[option] === undefined)
  if (missing !== undefined) refuse('missingOption', { who, option: missing })
}
