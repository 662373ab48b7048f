import * as fc from 'fast-check'
import { Either, Hidden, type Size, type Value } from '../case.js'

/** A whole number, now and then one that the compiler does not know. */
export const count = (min: number, max: number): fc.Arbitrary<Value> =>
  fc.oneof(
    { weight: 30, arbitrary: fc.integer({ min, max }) },
    { weight: 2, arbitrary: fc.integer({ min, max }).map((value) => new Hidden(value)) },
    { weight: 1, arbitrary: fc.tuple(fc.integer({ min, max }), fc.integer({ min, max })).map(([a, b]) => new Either(a, b)) },
  )

/** One number for both axes, or one for each. */
export const perAxis = (min: number, max: number): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 2, arbitrary: count(min, max) }, { weight: 1, arbitrary: fc.tuple(count(min, max), count(min, max)) })

export const size = (min: number, max: number): fc.Arbitrary<Size> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min, max }) },
    { weight: 1, arbitrary: fc.integer({ min, max }).map((value) => new Hidden(value)) },
  )

/** `[height, width, channels]`, small: tensors of these sizes are made. */
export const image = (least = 1): fc.Arbitrary<readonly Size[]> => fc.tuple(size(least, 14), size(least, 14), size(1, 6))

/** Any shape, of any rank. */
export const anyShape = (min = 0, max = 4): fc.Arbitrary<readonly Size[]> =>
  fc.array(size(1, 6), { minLength: min, maxLength: max })

/** An option that is there, is `undefined`, or is left out. */
export const optional = (values: fc.Arbitrary<Value>, weight = 20): fc.Arbitrary<{ value: Value } | undefined> =>
  fc.oneof(
    { weight: 10, arbitrary: fc.constant(undefined) },
    { weight, arbitrary: values.map((value) => ({ value })) },
    { weight: 2, arbitrary: fc.constant({ value: undefined }) },
  )

/** Options of which some are left out. */
export function optionsOf(given: {
  readonly [name: string]: fc.Arbitrary<{ value: Value } | undefined>
}): fc.Arbitrary<{ readonly [name: string]: Value }> {
  return fc
    .record(given)
    .map((values) => Object.fromEntries(Object.entries(values).flatMap(([name, one]) => (one ? [[name, one.value]] : []))))
}

export const always = (values: fc.Arbitrary<Value>): fc.Arbitrary<{ value: Value }> => values.map((value) => ({ value }))

/** What no count may be. */
export const badCount: fc.Arbitrary<Value> = fc.constantFrom(0, -1, -12, 1.5, 0.25, -2.5)
