// Layers of ids.
import * as fc from 'fast-check'
import { type Case, Hidden, type Size, type Value } from '../case.js'
import type { ProvedRule } from '../rule.js'
import { always, anyShape, badCount, count, optional, optionsOf } from './values.js'
import { spoiled } from './windows.js'

const known = (one: Size): number => (one instanceof Hidden ? one.value : one)

const table = { inputDim: always(count(1, 9)), outputDim: always(count(1, 6)) }

/** For each axis its size, null, or another; of one axis also by itself; now and then an axis too many. */
const lengths = (shape: readonly Size[]): fc.Arbitrary<Value> => {
  const each = fc.tuple(
    ...shape.map((one) =>
      fc.oneof(
        { weight: 6, arbitrary: fc.constant<Value>(known(one)) },
        fc.constantFrom<Value>(null, new Hidden(known(one)), 0, 3),
      ),
    ),
  )
  const fits: fc.Arbitrary<Value> =
    shape.length === 1 ? fc.oneof(count(known(shape[0] as Size), known(shape[0] as Size)), each) : each
  return fc.oneof({ weight: 6, arbitrary: fits }, count(1, 5), fc.constantFrom<Value>([], [2, null, 3]))
}

const embeddings: fc.Arbitrary<Case> = anyShape(0, 3).chain((shape) =>
  fc
    .tuple(
      optionsOf({ ...table, inputLength: optional(lengths(shape), 20) }),
      fc.constantFrom<Case['form']>('called', 'sequential'),
    )
    .map(([options, form]): Case => ({ form, inputs: [shape], layers: [{ kind: 'embedding', options }] })),
)

const squares: fc.Arbitrary<Case> = optionsOf({
  inputDim: always(count(1, 3)),
  outputDim: always(count(1, 3)),
  embeddingsInitializer: always(fc.constantFrom<Value>('identity')),
}).map((options) => ({ form: 'sequential', inputs: [[4]], layers: [{ kind: 'embedding', options }] }))

const modes = optional(fc.constantFrom<Value>('oneHot', 'multiHot', 'count'))
const encodings: fc.Arbitrary<Case> = fc
  .tuple(
    optionsOf({ numTokens: always(count(1, 6)), outputMode: modes }),
    fc.oneof(
      anyShape(0, 3),
      anyShape(0, 2).map((shape) => [...shape, 1]),
    ),
  )
  .map(([options, shape]): Case => ({ form: 'called', inputs: [shape], layers: [{ kind: 'categoryEncoding', options }] }))

export const indices: readonly ProvedRule[] = [
  {
    name: 'embedding',
    cases: fc.oneof(
      { weight: 9, arbitrary: embeddings },
      { weight: 2, arbitrary: squares },
      spoiled(
        'embedding',
        { inputDim: 3, outputDim: 2 },
        { inputDim: badCount, outputDim: badCount, inputLength: badCount },
        [4],
      ),
    ),
  },
  {
    name: 'categoryEncoding',
    cases: fc.oneof(
      { weight: 9, arbitrary: encodings },
      spoiled('categoryEncoding', { numTokens: 3 }, { numTokens: badCount }, [4]),
    ),
  },
]
