// The ends of a model: one input or output of one shape, or several by name. What is given for them comes in the same form.
import { type Refusal, refuse, type Say } from '../../types/message.js'
import { showDim } from '../../types/shape.js'
import { type ShortName, shortName, shortNames } from '../../types/short.js'
import type { NDArray } from './ndarray.js'

/** What was given if its check is fine, the message in its place if not. */
export type Checked<Check, Given> = [Check] extends [Refusal] ? Check : Given

/** True where `Given` has all names of `Ends`; where one is missing, the compiler's own error says which, and what was misspelt. */
export type HasNames<Ends, Given> = [keyof Ends] extends [keyof Given] ? true : false

/**
 * Whether something is values by name, and no data, tensor, list or single value in their place. Before anything is written it may be.
 */
export type IsByName<X> = unknown extends X
  ? true
  : X extends
        | readonly unknown[]
        | { readonly BYTES_PER_ELEMENT: number }
        | { readonly dataId: object }
        | { readonly values: Float32Array | Int32Array }
        | ((...args: never[]) => unknown)
    ? false
    : X extends object
      ? true
      : false

/** What is wanted where a name is missing: the compiler says which, with the sentence beside it, and what was misspelt. */
// A conditional, for the compiler prints its result and not the name of the type.
export type AllNames<Who extends string, Option extends string, Ends, X> = keyof X extends infer Given
  ? {
      readonly [N in keyof Ends]: N extends Given
        ? NDArray
        : Say<'missingOption', { who: Who; option: `${Option}.${N & string}` }>
    }
  : never

/** The sentence for a name too many, in the place of its value. */
export type ExtraName<Who extends string, Option extends string, End extends string, N> = Say<
  'endExtra',
  { who: Who; option: `${Option}.${ShortName<N & string>}`; end: End }
>

/** One end: its shape, and its name where the model has them by name. */
export interface End {
  readonly name: string | undefined
  readonly shape: readonly (number | string)[]
}

/** The ends in a model's `inputShape` or `outputShape`, in order. */
export function endsOf(shapes: unknown): readonly End[] {
  if (Array.isArray(shapes)) return [{ name: undefined, shape: shapes }]
  return Object.entries(shapes as { readonly [name: string]: End['shape'] }).map(([name, shape]) => ({ name, shape }))
}

/** Where given values stand: whose option, and at which ends. */
export interface Place {
  readonly who: string
  readonly option: string
  readonly ends: 'inputs' | 'outputs'
  /** How messages show what is no object. */
  readonly show: (value: unknown) => string
}

/** What one end's value is called in messages: `x`, or `x.left`. */
export function optionAt(option: string, { name }: End): string {
  return name === undefined ? option : `${option}.${name}`
}

// An array, a tensor and data are objects too, but nothing by name.
function isByName(value: unknown): value is { readonly [name: string]: unknown } {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || ArrayBuffer.isView(value)) return false
  return !('dataId' in value) && !('values' in value && ArrayBuffer.isView(value.values))
}

/** What is given at some of the ends, in their order; undefined where nothing is. Refuses other names. */
export function someByName({ who, option, ends: which, show }: Place, ends: readonly End[], given: unknown): readonly unknown[] {
  if (ends[0]?.name === undefined) return [given]
  if (!isByName(given)) refuse('endsByName', { who, option, ends: which, was: show(given) })
  const names = ends.map(({ name }) => name as string)
  const complete = names.every((name) => Object.hasOwn(given, name))
  for (const name of Object.keys(given)) {
    if (names.includes(name)) continue
    if (complete) refuse('endExtra', { who, option: `${option}.${shortName(name)}`, end: which.slice(0, -1) })
    refuse('endName', { who, option, ends: which, must: shortNames(names), was: showDim(name) })
  }
  return names.map((name) => (Object.hasOwn(given, name) ? given[name] : undefined))
}

/** What is given at each of the ends, in their order. */
export function allByName(place: Place, ends: readonly End[], given: unknown): readonly unknown[] {
  const values = someByName(place, ends, given)
  for (const [at, end] of ends.entries()) {
    if (end.name !== undefined && values[at] === undefined) {
      refuse('missingOption', { who: place.who, option: optionAt(place.option, end) })
    }
  }
  return values
}
