// Layers that give the same values another shape or place, and those that keep it.
import * as fc from 'fast-check'
import { type Case, Hidden, type LayerSource, type Options, type Size, type Value } from '../case.js'
import type { ProvedRule } from '../rule.js'
import { always, anyShape, badCount, count, optional, optionsOf, size } from './values.js'
import { called } from './windows.js'

const known = (one: Size): number => (one instanceof Hidden ? one.value : one)
const product = (shape: readonly Size[]): number => shape.reduce<number>((n, one) => n * known(one), 1)

/** A shape with another of as many values, in which one size may be -1, or hidden, or wrong. */
const reshapes: fc.Arbitrary<Case> = fc
  .tuple(anyShape(), fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 2 }), fc.integer({ min: 0, max: 9 }))
  .map(([shape, wish, how]) => {
    const total = product(shape)
    const fitting: number[] = []
    for (const one of wish) if (total % (one * product(fitting)) === 0) fitting.push(one)
    const sizes = [...fitting, total / product(fitting)]
    const at = how % sizes.length
    const target: readonly Value[] =
      how < 3
        ? sizes.with(at, -1)
        : how < 4
          ? [...sizes.with(at, -1), 5]
          : how < 5
            ? sizes.with(at, (sizes[at] as number) + 1)
            : how < 6
              ? (sizes as Value[]).with(at, new Hidden(sizes[at] as number))
              : how < 7
                ? how % 2
                  ? [-1, ...sizes, -1]
                  : [0, ...sizes]
                : sizes
    return { form: 'called', inputs: [shape], layers: [{ kind: 'reshape', options: { targetShape: target } }] }
  })

const permutes: fc.Arbitrary<Case> = fc
  .tuple(anyShape(), fc.infiniteStream(fc.nat()), fc.integer({ min: 0, max: 11 }))
  .map(([shape, draws, how]) => {
    const order = shape.map((_, at) => ({ at: at + 1, by: draws.next().value as number })).sort((a, b) => a.by - b.by)
    const dims: Value[] = order.map(({ at }) => at)
    const wrong: Value[] =
      how === 0
        ? dims.map((one) => (one as number) - 1)
        : how === 1
          ? [...dims, 1]
          : how === 2 && dims.length > 0
            ? dims.with(0, dims.length + 1)
            : dims
    return {
      form: 'called',
      inputs: [shape],
      layers: [
        {
          kind: 'permute',
          options: { dims: how === 3 && dims.length > 0 ? dims.with(0, new Hidden(dims[0] as number)) : wrong },
        },
      ],
    }
  })

const image = (axes: number): fc.Arbitrary<readonly Size[]> =>
  fc.array(size(1, axes === 3 ? 5 : 8), { minLength: axes + 1, maxLength: axes + 1 })
const times = <T>(axes: number, one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { minLength: axes, maxLength: axes })

const sides = (axes: number, one: fc.Arbitrary<Value>): fc.Arbitrary<Value> => {
  const pair = fc.tuple(one, one)
  return axes === 1 ? fc.oneof(one, pair) : fc.oneof(one, times(axes, one), times(axes, pair), times(axes, fc.oneof(one, pair)))
}

const bad = fc.constantFrom<Value>(-1, 1.5, -0.5)

const edges = (kind: string, option: string, axes: number): ProvedRule => {
  const wrong =
    axes === 1
      ? fc.oneof(
          bad,
          bad.map((one): Value => [1, one]),
        )
      : fc.oneof(
          bad,
          bad.map((one): Value => Array<Value>(axes).fill(1).with(-1, [0, one])),
        )
  return {
    name: kind,
    cases: fc.oneof(
      { weight: 9, arbitrary: called(kind, optionsOf({ [option]: optional(sides(axes, count(0, 2))) }), image(axes)) },
      { weight: 1, arbitrary: called(kind, optionsOf({ [option]: optional(sides(axes, count(0, 2))) }), anyShape()) },
      { weight: 1, arbitrary: called(kind, optionsOf({ [option]: always(wrong) }), fc.constant(Array<Size>(axes + 1).fill(9))) },
    ),
  }
}

const upSampling = (axes: number): ProvedRule => {
  const kind = `upSampling${axes}d`
  const perAxis = (one: fc.Arbitrary<Value>): fc.Arbitrary<Value> => (axes === 1 ? one : fc.oneof(one, times(axes, one)))
  const more: Parameters<typeof optionsOf>[0] =
    axes === 2 ? { interpolation: optional(fc.constantFrom<Value>('nearest', 'bilinear')) } : {}
  return {
    name: kind,
    cases: fc.oneof(
      { weight: 9, arbitrary: called(kind, optionsOf({ size: optional(perAxis(count(1, 3))), ...more }), image(axes)) },
      { weight: 1, arbitrary: called(kind, optionsOf({ size: optional(perAxis(count(1, 3))) }), anyShape()) },
      {
        weight: 1,
        arbitrary: called(
          kind,
          optionsOf({ size: always(badCount) }),
          image(axes).map((shape) => shape.map(known)),
        ),
      },
    ),
  }
}

/** A layer that keeps shapes; of those whose weights are sized by the last axis, in a `sequential`, which tells their shapes. */
const keeping = (kind: string, options: fc.Arbitrary<Options>, form: Case['form'] = 'sequential'): ProvedRule => ({
  name: kind,
  cases: fc.tuple(options, anyShape()).map(([given, shape]) => ({ form, inputs: [shape], layers: [{ kind, options: given }] })),
})

const axis = fc.oneof<fc.Arbitrary<Value>[]>(
  fc.integer({ min: -3, max: 2 }),
  fc.constantFrom<Value>([0, -1], [0, 1], [-2, -1], [0, 0], [1, 0], [], new Hidden(0), [0, new Hidden(1)]),
)

const numbers = {
  epsilon: optional(fc.constantFrom<Value>(1e-7, 0.01, 1, 1e-3)),
  center: optional(fc.boolean()),
  scale: optional(fc.boolean()),
}

/** Whether classes are still classes: layers that keep rows, and the class axis leaves the end and comes back. */
const rows: fc.Arbitrary<Case> = fc
  .array(
    fc.oneof(
      fc
        .constantFrom<Value[]>([12], [3, 4], [6, 2], [2, 6], [1, 12], [12, 1])
        .map((targetShape): LayerSource => ({ kind: 'reshape', options: { targetShape } })),
      fc.constantFrom<LayerSource>({ kind: 'flatten' }, { kind: 'dropout', options: { rate: 0.5 } }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .chain((layers) =>
    fc.nat({ max: 7 }).map((at) => layers.map((one, k) => (k === at ? { kind: 'sequential', parts: [one] } : one))),
  )
  .map((layers) => ({
    form: 'sequential',
    inputs: [[12]],
    layers: [{ kind: 'activation', options: { activation: 'softmax' } }, ...layers],
  }))

export const reshaping: readonly ProvedRule[] = [
  { name: 'rows', cases: rows },
  { name: 'reshape', cases: reshapes, weight: 2 },
  { name: 'permute', cases: permutes },
  {
    name: 'repeatVector',
    cases: called(
      'repeatVector',
      optionsOf({ n: always(fc.oneof({ weight: 5, arbitrary: count(1, 4) }, badCount)) }),
      fc.oneof(anyShape(1, 1), anyShape(0, 2)),
    ),
  },
  ...[1, 2, 3].flatMap((axes) => [
    edges(`zeroPadding${axes}d`, 'padding', axes),
    edges(`cropping${axes}d`, 'cropping', axes),
    upSampling(axes),
  ]),
  keeping(
    'batchNormalization',
    optionsOf({
      ...numbers,
      momentum: optional(fc.constantFrom<Value>(0, 0.5, 0.99)),
      axis: optional(fc.constantFrom<Value>(-2, -1, 0, 1, 3, new Hidden(0))),
    }),
  ),
  keeping('layerNormalization', optionsOf({ ...numbers, axis: optional(axis) })),
  keeping('rmsNormalization', optionsOf({ axis: optional(axis) })),
  keeping('unitNormalization', optionsOf({ axis: optional(axis) })),
  keeping(
    'groupNormalization',
    optionsOf({
      ...numbers,
      groups: optional(fc.oneof({ weight: 4, arbitrary: count(1, 3) }, fc.constantFrom<Value>(-1, 0, 1.5, -2))),
    }),
  ),
  keeping('softmax', optionsOf({ axis: optional(axis) })),
  keeping(
    'prelu',
    optionsOf({ sharedAxes: optional(fc.constantFrom<Value>([], [0], [0, 1], [-1], [0, 0, -2], [2], [new Hidden(0)])) }),
  ),
  ...['resizing', 'centerCrop'].map((name) => ({
    name,
    cases: called(
      name,
      optionsOf({ height: always(fc.oneof({ weight: 9, arbitrary: count(1, 6) }, badCount)), width: always(count(1, 6)) }),
      fc.oneof(image(2), anyShape()),
    ),
  })),
]
