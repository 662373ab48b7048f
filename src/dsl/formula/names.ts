import { refuse } from '../../types/message.js'
import { checkIsObject, refuseOption } from '../option-names.js'

/** At run time: no option but those of `names`, and all that are required. */
export function checkOptionNames(who: string, options: object, names: readonly string[], required: readonly string[]): void {
  checkIsObject(who, options, names)
  const unknown = Object.keys(options).find((option) => !names.includes(option))
  if (unknown !== undefined) refuseOption(who, names, unknown)
  const missing = required.find((option) => (options as { readonly [option: string]: unknown })[option] === undefined)
  if (missing !== undefined) refuse('missingOption', { who, option: missing })
}
