import type { Add, CeilDivide, Divides, FloorDivide, Multiply, Subtract } from '../../types/whole.js'

/*
 * O = floor((I + P - E) / S) + 1, solved for each of its letters: I input, O output, P both sides' padding together, S strides,
 * and E = (K - 1) * D + 1 what a kernel of K with dilation D covers. Source: Dumoulin and Visin, A guide to convolution
 * arithmetic for deep learning (2016), relationships 6 and, with dilation, 15. Floor means (O - 1) * S <= I + P - E < O * S,
 * so the solutions are always all whole numbers of one range, and its two ends are divisions: nothing is searched.
 *
 * Each rule gives the ends of that range; where it is empty, the outputs nearest to the wanted one that can be had, as text.
 */

/** The least and the greatest solution. */
export type Range = readonly [from: number | readonly [number, number], to: number | readonly [number, number]]

// A difference below zero is never, which extends 0 as well.
type AtLeastOne<N> = [N] extends [0] ? 1 : N
type OrZero<N> = [N] extends [0] ? 0 : N

/** The size of the output where the last window can begin `Rest` after the first. */
type SizeOf<Rest extends number, S extends number> = Add<FloorDivide<Rest, S>, 1>

const sizeOf = (rest: number, strides: number): number => Math.floor(rest / strides) + 1

// The bounds of what can be had, as messages say them.
type AtLeast<Rest extends number, S extends number> = `at least ${SizeOf<Rest, S>}`
type AtMost<Rest extends number, S extends number> = `at most ${SizeOf<Rest, S>}`

/** (O - 1) * S + E - P <= I < O * S + E - P: as many as strides, less those below 1. */
export type InputRange<O extends number, E extends number, P extends number, S extends number> = InputTo<
  Subtract<Add<Multiply<O, S>, E>, Add<P, 1>>,
  O,
  E,
  P,
  S
>

type InputTo<To, O extends number, E extends number, P extends number, S extends number> = [To] extends [0]
  ? AtLeast<Subtract<Add<P, 1>, E>, S>
  : [AtLeastOne<Subtract<Add<Multiply<Subtract<O, 1>, S>, E>, P>>, To]

export function inputRange(output: number, covered: number, padding: number, strides: number): Range | string {
  const to = output * strides + covered - padding - 1
  if (to < 1) return `at least ${sizeOf(1 + padding - covered, strides)}`
  return [Math.max(1, (output - 1) * strides + covered - padding), to]
}

/** I + P - O * S < E <= I + P - (O - 1) * S. `R` is I + P; of S and D one is 1. */
export type KernelRange<R extends number, O extends number, S extends number, D extends number> = KernelRoom<
  Subtract<R, Multiply<Subtract<O, 1>, S>>,
  R,
  O,
  S,
  D
>

type KernelRoom<Room extends number, R extends number, O extends number, S extends number, D extends number> = [Room] extends [0]
  ? AtMost<Subtract<R, 1>, S>
  : KernelBetween<KernelFrom<Subtract<R, Multiply<O, S>>, D>, Add<FloorDivide<Subtract<Room, 1>, D>, 1>, R, D>

type KernelFrom<Rest extends number, D extends number> = [Rest] extends [never] ? 1 : Add<CeilDivide<Rest, D>, 1>

type KernelBetween<From extends number, To extends number, R extends number, D extends number> = [Subtract<To, From>] extends [
  never,
]
  ? Neighbours<Subtract<R, Multiply<Subtract<To, 1>, D>>, D>
  : [From, To]

// Outputs lie a step apart.
type Neighbours<Up extends number, Step extends number> = UpOr<Up, Subtract<Up, Step>>
type UpOr<Up extends number, Down extends number> = [Down] extends [0] ? `at least ${Up}` : `${Down} or ${Up}`

const neighbours = (up: number, step: number): string => (up > step ? `${up - step} or ${up}` : `at least ${up}`)

export function kernelRange(room: number, output: number, strides: number, dilationRate: number): Range | string {
  const most = room - (output - 1) * strides
  if (most < 1) return `at most ${sizeOf(room - 1, strides)}`
  const from = Math.max(0, Math.ceil((room - output * strides) / dilationRate)) + 1
  const to = Math.floor((most - 1) / dilationRate) + 1
  return from > to ? neighbours(room - (to - 1) * dilationRate, dilationRate) : [from, to]
}

/**
 * (O - 1) * S + E - I <= P < O * S + E - I. Equal sides are every even P of these; there is none only where strides are 1 and
 * the one P is odd: then its two sides are as equal as can be, the greater after, as `'same'` has them.
 */
export type PaddingRange<I extends number, O extends number, E extends number, S extends number> = PaddingTo<
  Subtract<Add<Multiply<O, S>, E>, Add<I, 1>>,
  I,
  O,
  E,
  S
>

type PaddingTo<To extends number, I extends number, O extends number, E extends number, S extends number> = [To] extends [never]
  ? AtLeast<Subtract<I, E>, S>
  : PaddingBetween<OrZero<Subtract<Add<Multiply<Subtract<O, 1>, S>, E>, I>>, To>

type PaddingBetween<From extends number, To extends number> = Sides<CeilDivide<From, 2>, FloorDivide<To, 2>>
type Sides<From extends number, To extends number> = [Subtract<To, From>] extends [never]
  ? [readonly [To, From], readonly [To, From]]
  : [From, To]

export function paddingRange(input: number, output: number, covered: number, strides: number): Range | string {
  const most = output * strides + covered - input - 1
  if (most < 0) return `at least ${sizeOf(input - covered, strides)}`
  const from = Math.ceil(Math.max(0, (output - 1) * strides + covered - input) / 2)
  const to = Math.floor(most / 2)
  if (from <= to) return [from, to]
  const pair = [to, from] as const
  return [pair, pair]
}

/** R / O < S <= R / (O - 1) with R = I + P - E, 0 or more; an output of 1 is had by all strides above R. */
export type StridesRange<R extends number, O extends number, D extends number> = D extends 1
  ? O extends 1
    ? [Add<R, 1>, number]
    : StridesTo<FloorDivide<R, Subtract<O, 1>>, R, O>
  : O extends Add<R, 1>
    ? [1, 1]
    : `${Add<R, 1>}`

type StridesTo<To extends number, R extends number, O extends number> = To extends 0
  ? `at most ${Add<R, 1>}`
  : StridesBetween<Add<FloorDivide<R, O>, 1>, To, R>

type StridesBetween<From extends number, To extends number, R extends number> = [Subtract<To, From>] extends [never]
  ? `${SizeOf<R, Add<To, 1>>} or ${SizeOf<R, To>}`
  : [From, To]

export function stridesRange(rest: number, output: number, dilationRate: number): Range | string {
  if (dilationRate > 1) return output === rest + 1 ? [1, 1] : `${rest + 1}`
  if (output === 1) return [rest + 1, Number.POSITIVE_INFINITY]
  const from = Math.floor(rest / output) + 1
  const to = Math.floor(rest / (output - 1))
  if (to === 0) return `at most ${rest + 1}`
  return from > to ? `${sizeOf(rest, to + 1)} or ${sizeOf(rest, to)}` : [from, to]
}

/** (K - 1) * D = I + P - O for strides of 1; greater strides leave a dilation of 1 alone, and to a kernel of 1 all are one. */
export type DilationRange<R extends number, O extends number, K extends number, S extends number> = 1 extends S & K
  ? O extends R
    ? [1, number]
    : `${R}`
  : S extends 1
    ? K extends 1
      ? never
      : DilationOf<Subtract<R, O>, R, Subtract<K, 1>>
    : O extends SizeOf<Subtract<R, K>, S>
      ? [1, 1]
      : `${SizeOf<Subtract<R, K>, S>}`

type DilationOf<Rest extends number, R extends number, Gaps extends number> = [Rest] extends [never]
  ? `at most ${Subtract<R, Gaps>}`
  : [Subtract<Rest, Gaps>] extends [never]
    ? `at most ${Subtract<R, Gaps>}`
    : Divides<Gaps, Rest> extends true
      ? [FloorDivide<Rest, Gaps>, FloorDivide<Rest, Gaps>]
      : Neighbours<Subtract<R, Multiply<FloorDivide<Rest, Gaps>, Gaps>>, Gaps>

export function dilationRange(room: number, output: number, kernelSize: number, strides: number): Range | string {
  const endless = strides === 1 && kernelSize === 1
  if (endless || strides > 1) {
    const size = sizeOf(room - kernelSize, strides)
    return output === size ? [1, endless ? Number.POSITIVE_INFINITY : 1] : `${size}`
  }
  const gaps = kernelSize - 1
  const dilation = Math.floor((room - output) / gaps)
  if (dilation < 1) return `at most ${room - gaps}`
  return dilation * gaps === room - output ? [dilation, dilation] : neighbours(room - dilation * gaps, gaps)
}

/** `'same'` makes ceil(I / S) whatever the kernel is, so kernel and dilation are free, or nothing helps. */
export type SameRange<I extends number, O extends number, S extends number, To> =
  O extends CeilDivide<I, S> ? [1, To] : `${CeilDivide<I, S>}`

export function sameRange(input: number, output: number, strides: number, to: number): Range | string {
  const size = Math.ceil(input / strides)
  return output === size ? [1, to] : `${size}`
}
