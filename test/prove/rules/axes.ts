// Convolutions and poolings along one axis, two and three.
import * as fc from 'fast-check'
import type { Case, Options, Size, Value } from '../case.js'
import type { ProvedRule } from '../rule.js'
import { always, anyShape, badCount, count, optional, optionsOf, size } from './values.js'
import { called, spoiled, windowLabels } from './windows.js'

type Axes = 1 | 2 | 3

const times = <T>(axes: Axes, one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { minLength: axes, maxLength: axes })

/** One number for all axes, or one for each; along one axis always one number. */
const each = (axes: Axes, min: number, max: number): fc.Arbitrary<Value> =>
  axes === 1
    ? count(min, max)
    : fc.oneof({ weight: 2, arbitrary: count(min, max) }, { weight: 1, arbitrary: times(axes, count(min, max)) })

const padding = (axes: Axes, max: number, ...modes: Value[]): fc.Arbitrary<Value> => {
  const pair = fc.tuple(count(0, max), count(0, max))
  return fc.oneof(
    fc.constantFrom<Value>('valid', 'same', ...modes),
    fc.constantFrom<Value>('same', ...modes),
    count(0, max),
    axes === 1 ? pair : times(axes, pair),
  )
}

const sample = (axes: Axes, least = 1): fc.Arbitrary<readonly Size[]> =>
  fc.tuple(times(axes, size(least, axes === 3 ? 7 : 14)), size(1, 4)).map(([sizes, channels]) => [...sizes, channels])

const steps = (axes: Axes): fc.Arbitrary<Options> =>
  fc.oneof(
    { weight: 4, arbitrary: optionsOf({ strides: optional(each(axes, 1, 4)) }) },
    { weight: 4, arbitrary: optionsOf({ dilationRate: optional(each(axes, 1, 3)) }) },
    { weight: 1, arbitrary: optionsOf({ strides: always(each(axes, 1, 3)), dilationRate: always(each(axes, 1, 3)) }) },
  )

const ends = optionsOf({ useBias: optional(fc.boolean(), 3), activation: optional(fc.constantFrom('relu', 'softmax'), 3) })

const merged = (...parts: fc.Arbitrary<Options>[]): fc.Arbitrary<Options> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as Options)

const filters = { filters: always(count(1, 4)) }
const multiplier = { depthMultiplier: optional(count(1, 3), 10) }
const kernel = (axes: Axes) => ({ kernelSize: always(each(axes, 1, 4)) })

const badEach = (axes: Axes): fc.Arbitrary<Value> =>
  axes === 1
    ? badCount
    : fc.oneof(
        badCount,
        badCount.map((bad) => Array<Value>(axes).fill(2).with(-1, bad)),
      )
const badSide = fc.constantFrom<Value>(-1, 1.5)
const badPadding = (axes: Axes): fc.Arbitrary<Value> => {
  const pair = badSide.map((bad): Value => [1, bad])
  return fc.oneof(badSide, axes === 1 ? pair : pair.map((bad) => Array<Value>(axes).fill([1, 1]).with(-1, bad)))
}

interface Family {
  readonly kind: string
  readonly axes: Axes
  readonly options: fc.Arbitrary<Options>
  /** Options with which anything fits, and values that make each of them wrong. */
  readonly good: Options
  readonly bad: { readonly [option: string]: fc.Arbitrary<Value> }
}

const rule = ({ kind, axes, options, good, bad }: Family): ProvedRule => ({
  name: kind,
  cases: fc.oneof(
    { weight: 8, arbitrary: called(kind, options, sample(axes, 3)) },
    { weight: 3, arbitrary: called(kind, options, sample(axes)) },
    { weight: 1, arbitrary: called(kind, options, anyShape()) },
    ...(Object.keys(bad).length > 0
      ? [{ weight: 2, arbitrary: spoiled(kind, good, bad, [...Array<number>(axes).fill(20), 4]) }]
      : []),
  ),
  labels: windowLabels,
})

const sliding = (axes: Axes) => ({ kernelSize: badEach(axes), strides: badEach(axes), dilationRate: badEach(axes) })

/** Groups that divide channels and filters, or one of them alone; now and then on an axis too few or too many. */
const grouped = (kind: string, axes: Axes): fc.Arbitrary<Case> =>
  fc
    .tuple(
      fc.constantFrom(2, 3),
      fc.constantFrom(2, 4, 6),
      fc.constantFrom(2, 3, 6),
      fc.constantFrom(0, 0, 0, 0, -1, 1).chain((more) => times((axes + more) as Axes, fc.integer({ min: 3, max: 6 }))),
    )
    .map(([groups, channels, all, sizes]) => ({
      form: 'called',
      inputs: [[...sizes, channels]],
      layers: [{ kind, options: { filters: all, kernelSize: 2, groups } }],
    }))

const convolution = (axes: 1 | 3): ProvedRule => {
  const kind = `conv${axes}d`
  const modes = axes === 1 ? ['causal'] : []
  const plain = rule({
    kind,
    axes,
    options: merged(optionsOf({ ...filters, ...kernel(axes), padding: optional(padding(axes, 3, ...modes)) }), steps(axes), ends),
    good: { filters: 4, kernelSize: 3 },
    bad: { ...sliding(axes), filters: badCount, groups: badCount, padding: badPadding(axes) },
  })
  return { ...plain, cases: fc.oneof({ weight: 5, arbitrary: plain.cases }, grouped(kind, axes)) }
}

const depthwise = (axes: 1 | 2): ProvedRule =>
  rule({
    kind: `depthwiseConv${axes}d`,
    axes,
    options: merged(optionsOf({ ...multiplier, ...kernel(axes), padding: optional(padding(axes, 3)) }), steps(axes), ends),
    good: { kernelSize: 3 },
    bad: { ...sliding(axes), depthMultiplier: badCount, padding: badPadding(axes) },
  })

const separable = (axes: 1 | 2): ProvedRule =>
  rule({
    kind: `separableConv${axes}d`,
    axes,
    options: merged(
      optionsOf({ ...filters, ...multiplier, ...kernel(axes), padding: optional(padding(axes, 3)) }),
      steps(axes),
      ends,
    ),
    good: { filters: 4, kernelSize: 3 },
    bad: { ...sliding(axes), filters: badCount, depthMultiplier: badCount, padding: badPadding(axes) },
  })

const transposed = (axes: Axes): ProvedRule =>
  rule({
    kind: `conv${axes}dTranspose`,
    axes,
    options: merged(
      optionsOf({
        ...filters,
        ...kernel(axes),
        padding: optional(fc.constantFrom('valid', 'same')),
        outputPadding: optional(each(axes, 0, 2), 10),
      }),
      steps(axes),
      ends,
    ),
    good: { filters: 4, kernelSize: 3 },
    bad: { ...sliding(axes), filters: badCount, outputPadding: badSide },
  })

const pooling = (what: 'max' | 'average', axes: 1 | 3): ProvedRule =>
  rule({
    kind: `${what}Pooling${axes}d`,
    axes,
    options: optionsOf({
      poolSize: optional(each(axes, 1, 4)),
      strides: optional(each(axes, 1, 4)),
      padding: optional(padding(axes, 2)),
    }),
    good: { poolSize: 4 },
    bad: { poolSize: badEach(axes), strides: badEach(axes), padding: badPadding(axes) },
  })

const global = (what: 'Max' | 'Average', axes: Axes): ProvedRule =>
  rule({
    kind: `global${what}Pooling${axes}d`,
    axes,
    options: optionsOf({ keepdims: optional(fc.boolean()) }),
    good: {},
    bad: {},
  })

const adaptive = (what: 'Max' | 'Average', axes: Axes): ProvedRule =>
  rule({
    kind: `adaptive${what}Pooling${axes}d`,
    axes,
    options: optionsOf({ outputSize: always(each(axes, 1, 5)) }),
    good: {},
    bad: { outputSize: badEach(axes) },
  })

export const axes: readonly ProvedRule[] = [
  ...([1, 3] as const).flatMap((n) => [convolution(n), pooling('max', n), pooling('average', n)]),
  ...([1, 2] as const).flatMap((n) => [depthwise(n), separable(n)]),
  ...([1, 2, 3] as const).flatMap((n) => [
    transposed(n),
    ...(['Max', 'Average'] as const).flatMap((what) => [global(what, n), adaptive(what, n)]),
  ]),
]
