// Layers that draw while training: they keep shapes, some of one rank alone, and noise may have a shape of its own.
import * as fc from 'fast-check'
import { type Case, Hidden, type Options, type Size, type Value } from '../case.js'
import type { ProvedRule } from '../rule.js'
import { simple } from './others.js'
import { always, anyShape, count, optionsOf, size } from './values.js'

const rates = fc.constantFrom<Value>(0, 0.25, 0.5, 0.99, 5e-7)
const rate = always(fc.oneof({ weight: 2, arbitrary: rates }, fc.constantFrom<Value>(1, 1.5, 10, -0.5, -5e-7)))

const known = (one: Size): number => (one instanceof Hidden ? one.value : one)

/** For each axis 1, its size, null, or something else; here and there an axis too many. */
const shaped = (kind: string): fc.Arbitrary<Case> =>
  fc
    .tuple(anyShape(), rates, fc.array(fc.nat({ max: 9 }), { minLength: 5, maxLength: 5 }), count(1, 3))
    .map(([shape, share, how, other]) => {
      const sizes = shape.map((one, axis): Value => {
        const fitting: readonly Value[] = [1, null, known(one), new Hidden(known(one))]
        return fitting[(how[axis] as number) % 5] ?? (how[axis] === 9 ? other : known(one))
      })
      const noiseShape = how[4] === 0 ? [...sizes, 1] : how[4] === 1 ? sizes.slice(1) : how[4] === 2 ? undefined : sizes
      return { form: 'called', inputs: [shape], layers: [{ kind, options: { rate: share, noiseShape } }] }
    })

const dropping = (kind: string): ProvedRule => ({
  name: kind,
  cases: fc.oneof(simple(kind, optionsOf({ rate })).cases, { weight: 3, arbitrary: shaped(kind) }),
})

/** Of a rank of its own, now and then of another. */
const spatial = (axes: number): ProvedRule => {
  const options: fc.Arbitrary<Options> = optionsOf({ rate: always(rates) })
  const fitting = fc.array(size(1, 6), { minLength: axes + 1, maxLength: axes + 1 })
  return simple(`spatialDropout${axes}d`, options, fc.oneof({ weight: 3, arbitrary: fitting }, anyShape()))
}

export const noise: readonly ProvedRule[] = [
  dropping('dropout'),
  dropping('alphaDropout'),
  simple('gaussianDropout', optionsOf({ rate })),
  simple('gaussianNoise', optionsOf({ stddev: always(fc.constantFrom<Value>(0, 0.5, 12, 1e-7, -1, -0.25, -1e-7)) })),
  ...[1, 2, 3].map(spatial),
]
