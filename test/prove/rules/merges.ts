import * as fc from 'fast-check'
import { type Case, Hidden, type Options, type Size, type Value } from '../case.js'
import type { ProvedRule } from '../rule.js'
import { anyShape, optional, optionsOf, size } from './values.js'

type Inputs = readonly (readonly Size[])[]

const merged = (kind: string, options: fc.Arbitrary<Options>, inputs: fc.Arbitrary<Inputs>): fc.Arbitrary<Case> =>
  fc.tuple(options, inputs).map(([given, shapes]) => ({ form: 'merged', inputs: shapes, layers: [{ kind, options: given }] }))

const open = (value: Size, hide: boolean): Size => (hide && typeof value === 'number' ? new Hidden(value) : value)

/** One shape several times, here and there with sizes that only the run knows. */
const equal = (most: number): fc.Arbitrary<Inputs> =>
  fc
    .tuple(
      anyShape(),
      fc.integer({ min: 2, max: most }),
      fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 12, maxLength: 12 }),
    )
    .map(([shape, times, hide]) =>
      Array.from({ length: times }, (_, input) => shape.map((one, axis) => open(one, hide[input * 4 + axis] === 0))),
    )

/** Sizes of one shape of which some are 1 and the first may be missing: what broadcasting takes. */
const stretched = (most: number): fc.Arbitrary<Inputs> =>
  fc
    .tuple(anyShape(1), fc.integer({ min: 2, max: most }), fc.array(fc.nat({ max: 5 }), { minLength: 15, maxLength: 15 }))
    .map(([shape, times, how]) =>
      Array.from({ length: times }, (_, input) =>
        shape.map((one, axis) => (how[input * 4 + axis] === 0 ? 1 : one)).slice(how[12 + input] === 0 ? 1 : 0),
      ),
    )

const several = fc.array(anyShape(), { minLength: 2, maxLength: 3 })
const broadcast = optionsOf({ broadcast: optional(fc.constant(true)) })

const elementwise = (kind: string, most: number): ProvedRule => ({
  name: kind,
  cases: fc.oneof(
    { weight: 3, arbitrary: merged(kind, broadcast, equal(most)) },
    { weight: 3, arbitrary: merged(kind, broadcast, stretched(3)) },
    { weight: 1, arbitrary: merged(kind, broadcast, several) },
  ),
  labels: ({ layers: [layer] }) => (layer?.options?.broadcast ? ['broadcast'] : []),
})

const axis = (hidden = 1): fc.Arbitrary<Value> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: -3, max: 2 }) },
    { weight: 1, arbitrary: fc.constantFrom<Value>(-9, 7, 0.5) },
    { weight: hidden, arbitrary: fc.integer({ min: -2, max: 1 }).map((value) => new Hidden(value)) },
  )

/** Equal but for one axis. */
const alongOne: fc.Arbitrary<Inputs> = fc
  .tuple(anyShape(1), fc.nat({ max: 3 }), fc.array(size(1, 5), { minLength: 2, maxLength: 3 }))
  .map(([shape, at, sizes]) => sizes.map((one) => shape.with(at % shape.length, one)))

const concatenate: ProvedRule = {
  name: 'concatenate',
  weight: 2,
  cases: fc.oneof(
    { weight: 6, arbitrary: merged('concatenate', optionsOf({ axis: optional(axis()) }), alongOne) },
    { weight: 1, arbitrary: merged('concatenate', optionsOf({ axis: optional(axis()) }), several) },
  ),
}

const axes = fc.oneof(axis(), fc.tuple(axis(), axis()))
const factors = fc.tuple(
  fc.array(fc.constantFrom(2, 3), { minLength: 1, maxLength: 3 }),
  fc.array(fc.constantFrom(2, 3), { minLength: 1, maxLength: 3 }),
)

const dot: ProvedRule = {
  name: 'dot',
  weight: 2,
  cases: fc.oneof(
    {
      weight: 6,
      arbitrary: merged(
        'dot',
        axes.map((value) => ({ axes: value })),
        factors,
      ),
    },
    {
      weight: 1,
      arbitrary: merged(
        'dot',
        axes.map((value) => ({ axes: value })),
        several,
      ),
    },
  ),
}

/** Every layer of several inputs. */
export const merges: readonly ProvedRule[] = [
  elementwise('add', 3),
  elementwise('average', 3),
  elementwise('maximum', 3),
  elementwise('minimum', 3),
  elementwise('multiply', 3),
  elementwise('subtract', 2),
  concatenate,
  dot,
]
