// Checks of values where they enter: one pass each, and the first offender is named with its index.
import { refuse } from '../../types/message.js'
import type { NumbersLike, Sizes } from './ndarray.js'
import { showSizes } from './sizes.js'

type NotCount<N> = number extends N ? false : `${N & number}` extends `-${string}` | '0' | `${string}.${string}` ? true : false

/** True when a size is known and is not a whole number of at least 1. */
export type NotSizes<S> = S extends readonly [infer N, ...infer Rest] ? (NotCount<N> extends true ? true : NotSizes<Rest>) : false

/** Product of sizes: how many values they hold. */
export function volume(sizes: Sizes): number {
  return sizes.reduce((product, size) => product * size, 1)
}

/** What a value is, for messages: a word or two, never a dump. */
export type Described<T> = unknown extends T
  ? 'something else'
  : T extends readonly unknown[]
    ? 'an array'
    : T extends string
      ? string extends T
        ? 'a text'
        : `'${T}'`
      : T extends number | boolean | null | undefined
        ? number extends T
          ? 'a number'
          : `${T}`
        : T extends { readonly kind: string; readonly options: object }
          ? T extends { readonly nodes: unknown }
            ? 'a model'
            : 'a layer'
          : T extends (...args: never[]) => unknown
            ? 'a function'
            : T extends { readonly shape: unknown; readonly made: unknown }
              ? 'a symbolic tensor'
              : 'an object'

/**
 * Any value. A list of calls of layers is `unknown` until the compiler has looked at those calls: it is taken as it is, and asked
 * again when it is known. What is `unknown` for good is no such value.
 */
export type AnyValue = object | string | number | bigint | boolean | symbol | null | undefined

/** Run-time twin of {@link Described}. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return 'an array'
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return `'${value.length > 40 ? `${value.slice(0, 39)}…` : value}'`
  if (typeof value === 'function')
    return 'kind' in value && 'options' in value ? ('nodes' in value ? 'a model' : 'a layer') : 'a function'
  if (typeof value === 'object' && 'shape' in value && 'made' in value) return 'a symbolic tensor'
  const name = (value as object).constructor?.name
  return name && name !== 'Object' ? `a ${name}` : 'an object'
}

// Rows in rows are too few values, or turn into NaN: the sentence about those would not help.
function checkFlat(who: string, values: ArrayLike<unknown>): void {
  const first = values[0]
  if (typeof first === 'string') refuse('dataText', { who, was: describe(first), index: 0 })
  if (typeof first !== 'object' || first === null) return
  const mend = Array.isArray(first) ? (Array.isArray(first[0]) ? '.flat(Infinity)' : '.flat()') : '.flatMap((row) => [...row])'
  refuse('dataNested', { who, was: describe(first), mend })
}

/** Checks a shape and that it is given as many values as it holds; returns a frozen copy. */
export function checkShape(who: string, shape: Sizes, values: NumbersLike): Sizes {
  const { length } = values ?? {}
  const isList =
    typeof values === 'object' &&
    Number.isInteger(length) &&
    !(values instanceof BigInt64Array || values instanceof BigUint64Array)
  if (!isList) refuse('dataArray', { who, was: describe(values) })
  if (length === 0) refuse('dataEmpty', { who })
  checkFlat(who, values)
  if (!Array.isArray(shape)) refuse('dataShape', { who, was: describe(shape) })
  if (shape.length === 0 || !shape.every((size) => Number.isInteger(size) && size >= 1)) {
    refuse('dataShape', { who, was: showSizes(shape.map((size) => (typeof size === 'number' ? size : describe(size)))) })
  }
  const must = volume(shape)
  if (must !== values.length) refuse('dataCount', { who, shape: showSizes(shape), must, was: values.length })
  return Object.freeze([...shape])
}

/** The values as floats; a Float32Array is shared, not copied: data sets are large. */
export function takeFloats(values: NumbersLike): Float32Array {
  return values instanceof Float32Array ? values : Float32Array.from(values)
}

/** Refuses NaN, infinities, numbers beyond float32 and what is no number at all. `given` is what the caller wrote. */
export function checkFinite(who: string, floats: Float32Array, given: NumbersLike): void {
  // Float32Array.from turns null into 0 and [1] into 1: in a plain array each value is looked at as it was written.
  const typed = ArrayBuffer.isView(given)
  for (let index = 0; index < floats.length; index++) {
    if (!typed && typeof given[index] === 'string') refuse('dataText', { who, was: describe(given[index]), index })
    if (!Number.isFinite(floats[index]) || !(typed || typeof given[index] === 'number'))
      refuse('dataFinite', { who, was: describe(given[index]), index })
  }
}

/** Classes must be a whole number of at least 2. */
export function checkClasses(who: string, classes: number): void {
  if (!Number.isInteger(classes) || classes < 2) refuse('dataClasses', { who, was: describe(classes) })
}
