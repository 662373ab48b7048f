import { type MessageKey, refuse } from '../types/message.js'
import { showDim, showShape } from '../types/shape.js'
import { isCount, isWhole } from '../types/whole.js'
import { activationNames } from './activations.js'
import { describe } from './data/check.js'
import { isWeights } from './data/weights.js'
import { initializerNames, kernelInitializerNames, matrixInitializerNames } from './initializers.js'
import { checkIsObject, refuseOption } from './option-names.js'

/** Checks the value of an option that types were bypassed for, or did not know; throws a sentence. */
export interface OptionCheck {
  (value: unknown, who: string, option: string): void
  /** True for an option that has no default. */
  readonly required?: boolean
}

/** A check for every option of `O`: the compiler asks for those that are missing. That of `trainable` is every rule's with weights. */
export type OptionChecks<O> = { readonly [K in Exclude<keyof O, 'trainable'>]-?: OptionCheck }

/** Options of every layer. */
export interface Named {
  /** Name in the model, unique there. Default: the kind of the layer, numbered from the second on. */
  readonly name?: string | undefined
}

/** Options of every layer with weights. */
export interface Weighted extends Named {
  /** Whether training moves its weights. Default true. */
  readonly trainable?: boolean | undefined
}

/** A value as messages print it, short. */
export function printed(value: unknown): string {
  if (typeof value === 'string') return `'${value.length > 40 ? `${value.slice(0, 40)}…` : value}'`
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value !== 'object' || value === null) return String(value)
  if (!Array.isArray(value)) return describe(value)
  const text = `[${value.map(printed).join(', ')}]`
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function must(holds: (value: unknown) => boolean, key: MessageKey, more: Record<string, string | number> = {}): OptionCheck {
  return (value, who, option) => {
    if (!holds(value)) refuse(key, { who, option, was: printed(value), ...more })
  }
}

/** The same check for an option that must be given. */
export function required(check: OptionCheck): OptionCheck {
  return Object.assign((value: unknown, who: string, option: string) => check(value, who, option), { required: true })
}

/** A whole number of at least 1. */
export const count: OptionCheck = must(isCount, 'count')

/** One number for all axes, or one for each, that passes a check. On one axis it is always one number. */
export function perAxis(axes: number, check: OptionCheck): OptionCheck {
  if (axes === 1) return check
  const one = must((value) => !Array.isArray(value) || value.length === axes, 'perAxis', { axes })
  return (value, who, option) => {
    one(value, who, option)
    for (const size of Array.isArray(value) ? value : [value]) check(size, who, option)
  }
}

/** One whole number of at least 1 for all axes, or one for each. */
export const counts = (axes: number): OptionCheck => perAxis(axes, count)

/** One whole number of at least 0 for all axes, or one for each. */
export const wholes = (axes: number): OptionCheck => perAxis(axes, must(isWhole, 'whole'))

const isPair = (value: unknown): boolean => Array.isArray(value) && value.length === 2

/** `'valid'`, `'same'` or another mode, a whole number, or a pair `[before, after]` for each axis, on one axis just that. */
export function padding(axes: number, modes: readonly string[] = ['valid', 'same']): OptionCheck {
  const mode = must((value) => modes.includes(value as string) || isWhole(value), 'padding')
  const side = must(isWhole, 'padding')
  return (value, who, option) => {
    // Of pairs, the number at fault is shown, as the types show it.
    const pairs = axes === 1 ? [value] : Array.isArray(value) && value.length === axes ? value : [undefined]
    if (pairs.every(isPair)) for (const one of pairs.flat()) side(one, who, option)
    else mode(value, who, option)
  }
}

/** Any number but NaN. */
export const anyNumber: OptionCheck = must((value) => typeof value === 'number' && !Number.isNaN(value), 'number')

/** Any text. */
export const text: OptionCheck = must((value) => typeof value === 'string', 'text')

/** A whole number of at least 1, or a list of such and of nulls, which leave a size open. */
export const countOrOpen: OptionCheck = (value, who, option) => {
  for (const size of Array.isArray(value) ? value : [value]) if (size !== null || value === null) count(size, who, option)
}

/** A list of numbers. */
export const numbers: OptionCheck = must(
  (value) => Array.isArray(value) && value.every((one) => typeof one === 'number'),
  'numbers',
)

/** A list of numbers, and of nulls for what is left open. */
export const sizesOrNulls: OptionCheck = must(
  (value) => Array.isArray(value) && value.every((one) => typeof one === 'number' || one === null),
  'numbers',
)

/** A number of at least 0. */
export const atLeastZero: OptionCheck = must(
  (value) => typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY,
  'atLeastZero',
)

/** A number above 0. */
export const positive: OptionCheck = must(
  (value) => typeof value === 'number' && value > 0 && value < Number.POSITIVE_INFINITY,
  'positive',
)

/**
 * A whole number of at least 0 on every side, one for both sides of each axis, or `[before, after]` for each; on one axis just
 * that.
 */
export function sides(axes: number): OptionCheck {
  const form = must((value) => isWhole(value) || Array.isArray(value), 'whole')
  const fits = (value: unknown): boolean => !Array.isArray(value) || value.length === (axes === 1 ? 2 : axes)
  const perAxis = axes === 1 ? must(fits, 'sidesPair') : must(fits, 'perAxis', { axes })
  const side = must(isWhole, 'whole')
  return (value, who, option) => {
    form(value, who, option)
    perAxis(value, who, option)
    if (!Array.isArray(value)) return
    for (const one of value.every((each) => !Array.isArray(each) || isPair(each)) ? value.flat() : [value]) side(one, who, option)
  }
}

/** At least 0 and below 1. */
export const fraction: OptionCheck = must((value) => typeof value === 'number' && value >= 0 && value < 1, 'fraction')

/** At least 0 and at most 1. */
export const share: OptionCheck = must((value) => typeof value === 'number' && value >= 0 && value <= 1, 'share')

/** True or false. */
export const flag: OptionCheck = must((value) => typeof value === 'boolean', 'flag')

/** One of some names. */
export function oneOf(names: readonly string[]): OptionCheck {
  return must((value) => names.includes(value as string), 'oneOf', { names: names.map((name) => `'${name}'`).join(', ') })
}

/** The name of an activation. */
export const activationName: OptionCheck = oneOf(activationNames)

/** The name of an initializer. */
export const initializerName: OptionCheck = oneOf(initializerNames)

/** The name of an initializer of a weight with two axes or more. */
export const kernelInitializerName: OptionCheck = oneOf(kernelInitializerNames)

/** The name of an initializer of a matrix. */
export const matrixInitializerName: OptionCheck = oneOf(matrixInitializerNames)

/** The name of a layer: it is part of the paths of weights. */
export const layerName: OptionCheck = (value, who) => {
  if (typeof value !== 'string') refuse('name', { who, was: printed(value) })
  if (!/^[^/]+$/.test(value)) refuse('name', { who, was: showDim(value) })
}

/** Checks all options of a layer, and that there are no others. */
export function checkOptions(
  who: string,
  options: unknown,
  checks: { readonly [option: string]: OptionCheck },
): asserts options is object {
  checkIsObject(who, options, Object.keys(checks))
  for (const [option, value] of Object.entries(options)) {
    const check = Object.hasOwn(checks, option) ? checks[option] : undefined
    if (check === undefined) refuseOption(who, Object.keys(checks), option)
    else if (value !== undefined) check(value, who, option)
  }
  for (const [option, check] of Object.entries(checks)) {
    if (check.required && (options as { [option: string]: unknown })[option] === undefined)
      refuse('missingOption', { who, option })
  }
}

/** A kernel given as values, of so many axes. */
export function givenKernel(axes: number): OptionCheck {
  return (value, who) => {
    if (isWeights(value) && value.shape.length === axes) return
    refuse('kernelShape', { who, was: isWeights(value) ? showShape(value.shape) : describe(value) })
  }
}
