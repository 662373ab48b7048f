import * as fc from 'fast-check'
import { type Case, Either, Hidden, type LayerSource, type Options, type Size, type Value } from '../case.js'
import type { ProvedRule } from '../rule.js'
import { always, anyShape, badCount, count, image, optional, optionsOf, perAxis } from './values.js'

const pairs = (max: number) => fc.tuple(fc.tuple(count(0, max), count(0, max)), fc.tuple(count(0, max), count(0, max)))
const padding = (max: number): fc.Arbitrary<Value> =>
  fc.oneof(
    fc.constant('valid'),
    { weight: 2, arbitrary: fc.constant('same') },
    { weight: 2, arbitrary: count(0, max) },
    { weight: 2, arbitrary: pairs(max) },
  )

// Strides and dilation above 1 exclude each other: mostly one of them is asked for.
const steps = fc.oneof(
  { weight: 4, arbitrary: optionsOf({ strides: optional(perAxis(1, 4)) }) },
  { weight: 4, arbitrary: optionsOf({ dilationRate: optional(perAxis(1, 3)) }) },
  { weight: 1, arbitrary: optionsOf({ strides: always(perAxis(1, 3)), dilationRate: always(perAxis(1, 3)) }) },
)

const convolution = (groups: number): fc.Arbitrary<Options> =>
  fc
    .tuple(
      optionsOf({ filters: always(count(1, 4)), kernelSize: always(perAxis(1, 5)), padding: optional(padding(3)) }),
      steps,
      optionsOf({ useBias: optional(fc.boolean(), 3), activation: optional(fc.constantFrom('relu', 'softmax'), 3) }),
    )
    .map(([window, step, rest]) => ({ ...window, ...step, ...rest, ...(groups > 1 ? { groups } : {}) }))

const multiplied = (size: Value, by: number): Value =>
  size instanceof Hidden
    ? new Hidden(size.value * by)
    : size instanceof Either
      ? new Either(size.value * by, size.other * by)
      : (size as number) * by

/** Channels and filters that groups divide, but for a few; now and then the input has an axis too few or too many besides. */
const grouped: fc.Arbitrary<Case> = fc
  .tuple(image(), fc.integer({ min: 2, max: 4 }), fc.integer({ min: 0, max: 9 }))
  .chain(([[height = 1, width = 1, channels = 1], groups, spoiled]) =>
    convolution(groups).map((options) => ({
      form: 'called' as const,
      inputs: [
        [
          ...(spoiled === 3 ? [] : spoiled === 4 ? [2, height] : [height]),
          ...[width, [1, 3, 4].includes(spoiled) ? channels : (multiplied(channels, groups) as Size)],
        ],
      ],
      layers: [
        {
          kind: 'conv2d',
          options: { ...options, filters: spoiled === 2 ? options.filters : multiplied(options.filters, groups) },
        },
      ],
    })),
  )

export const called = (kind: string, options: fc.Arbitrary<Options>, inputs: fc.Arbitrary<readonly Size[]>): fc.Arbitrary<Case> =>
  fc
    .tuple(options, inputs)
    .map(([given, shape]) => ({ form: 'called' as const, inputs: [shape], layers: [{ kind, options: given }] }))

/** One bad number, on an image that everything else fits: of two mistakes, types and run time may tell either. */
export const spoiled = (
  kind: string,
  good: Options,
  bad: { readonly [option: string]: fc.Arbitrary<Value> },
  shape: readonly number[] = [20, 20, 4],
): fc.Arbitrary<Case> =>
  fc.oneof(
    ...Object.entries(bad).map(([option, values]) =>
      values.map((value): Case => {
        const layers: LayerSource[] = [{ kind, options: { ...good, [option]: value } }]
        return { form: 'called', inputs: [shape], layers }
      }),
    ),
  )

const badPerAxis = fc.oneof(badCount, fc.tuple(badCount, fc.constant(2)), fc.tuple(fc.constant(2), badCount))
const badWhole = fc.constantFrom<Value>(-1, -12, 1.5, -0.5)
const badPadding = fc.oneof(
  badWhole,
  badWhole.map(
    (value): Value => [
      [value, 1],
      [1, 1],
    ],
  ),
  badWhole.map(
    (value): Value => [
      [1, value],
      [0, 1],
    ],
  ),
  badWhole.map(
    (value): Value => [
      [1, 1],
      [1, value],
    ],
  ),
)

/** Without bad numbers and bad ranks, for layers among others. */
export const anyConv2d = called('conv2d', convolution(1), image(3))

export const conv2d: ProvedRule = {
  name: 'conv2d',
  weight: 10,
  cases: fc.oneof(
    { weight: 8, arbitrary: anyConv2d },
    { weight: 4, arbitrary: called('conv2d', convolution(1), image()) },
    { weight: 4, arbitrary: grouped },
    { weight: 1, arbitrary: called('conv2d', convolution(1), anyShape()) },
    {
      weight: 2,
      arbitrary: spoiled(
        'conv2d',
        { filters: 4, kernelSize: 3 },
        {
          filters: badCount,
          kernelSize: badPerAxis,
          strides: badPerAxis,
          dilationRate: badPerAxis,
          padding: badPadding,
          groups: badCount,
        },
      ),
    },
  ),
  labels: windowLabels,
}

const pool: fc.Arbitrary<Options> = optionsOf({
  poolSize: optional(perAxis(1, 5)),
  strides: optional(perAxis(1, 4)),
  padding: optional(padding(2)),
})

export const anyPooling = (name: string): fc.Arbitrary<Case> => called(name, pool, image(3))

const pooling = (name: string): ProvedRule => ({
  name,
  weight: 5,
  cases: fc.oneof(
    { weight: 6, arbitrary: anyPooling(name) },
    { weight: 3, arbitrary: called(name, pool, image()) },
    { weight: 1, arbitrary: called(name, pool, anyShape()) },
    { weight: 1, arbitrary: spoiled(name, { poolSize: 4 }, { poolSize: badPerAxis, strides: badPerAxis, padding: badPadding }) },
  ),
  labels: windowLabels,
})

export const maxPooling2d = pooling('maxPooling2d')
export const averagePooling2d = pooling('averagePooling2d')

const above1 = (value: Value): boolean =>
  Array.isArray(value)
    ? value.some(above1)
    : value instanceof Hidden || value instanceof Either
      ? value.value > 1
      : typeof value === 'number' && value > 1

export function windowLabels({ layers: [layer] }: Case): string[] {
  const { padding: pad, strides, dilationRate, groups } = layer?.options ?? {}
  return [
    pad === undefined || pad === 'valid'
      ? "padding 'valid'"
      : pad === 'same'
        ? "padding 'same'"
        : Array.isArray(pad)
          ? 'explicit padding'
          : 'numeric padding',
    ...(above1(strides) ? ['strides above 1'] : []),
    ...(above1(dilationRate) ? ['dilation above 1'] : []),
    ...(above1(groups) ? ['groups'] : []),
  ]
}
