import { type Extent, extentOf } from './extent.js'
import { type Refusal, refuse, type Say } from './message.js'
import { namedCeil } from './named.js'
import type { NamedCeil, NamedWindow } from './names.js'
import type { Previous, PreviousFar } from './next.js'
import type { Dim } from './shape.js'
import { namedWindow } from './steps.js'
import {
  type Add,
  type CeilDivide,
  type FloorDivide,
  type IsNotWhole,
  isCount,
  isWhole,
  type Subtract,
} from './whole.js'

/** Padding of one axis: a mode, zeros on both sides, or zeros before and after. */
export type AxisPadding = 'valid' | 'same' | 'causal' | number | readonly [number, number]

/** Who speaks in a window's messages: the layer, the option of the size, and the word for the axis. */
export interface WindowWords {
  readonly who: string
  readonly option: string
  readonly axis: string
}

// Any of kernel, stride and dilation that is no whole number of at least 1, seen in one look at their digits.
type BadCounts = `${string} 0 ${string}` | `${string}-${string}` | `${string}.${string}` | `${string}e${string}`

/**
 * Size of a window's output along one axis, O = floor((I + P - K) / S) + 1 with K = (k - 1) * d + 1 and P both sides'
 * padding together; `'same'` is ceil(I / S). Source: Dumoulin and Visin, A guide to convolution arithmetic (2016),
 * relationship 6; `'same'` as TensorFlow defines it. A `Tag` of `'pool'` demands that padding is at most half of the
 * window, so that no window lies in the padding alone. `WrongWindow` where there is none; {@link WindowRefusal} then says why:
 * what is right, which is nearly all, knows nothing of words, so equal windows on two axes are worked out once.
 */
export type Window<I, K, S, P, D, Tag> =
  number extends I | K | S | D ? number
  : I extends number ? ([S | D] extends [1] ? Unit<I, K, P, Tag> : AnyStep<I, K, S, P, D, Tag>)
  : I extends string ? NamedStep<I, K, S, P, D, Tag>
  : number

/** In the place of a size that there is not. */
export type WrongWindow = Refusal<'window'>

// Strides and dilation of 1 are most of all windows: O = I - (k - 1), looked up where both are small.
type Unit<I extends number, K, P, Tag> =
  P extends 'valid'
    ? K extends keyof Slide<0, Previous>
      ? number extends Previous[I]
        ? number extends PreviousFar[I] ? AnyStep<I, K, 1, P, 1, Tag> : Positive<Slide<I, PreviousFar>[K]>
        : Positive<Slide<I, Previous>[K]>
      : AnyStep<I, K, 1, P, 1, Tag>
  : AnyStep<I, K, 1, P, 1, Tag>

type Positive<O> = [O] extends [never] ? WrongWindow : O extends 0 ? WrongWindow : O

// Where a kernel of 1, 2, … can stand on an axis of I.
interface Slide<I extends number, Before extends { readonly [number: number]: number }> {
  1: I
  2: Before[I]
  3: Before[Before[I]]
  4: Slide<Before[Before[I]], Before>[2]
  5: Slide<Before[Before[I]], Before>[3]
  6: Slide<Slide<I, Before>[3], Before>[4]
  7: Slide<Slide<I, Before>[3], Before>[5]
  8: Slide<Slide<I, Before>[3], Before>[6]
  9: Slide<Slide<I, Before>[3], Before>[7]
  10: Slide<Slide<I, Before>[3], Before>[8]
  11: Slide<Slide<I, Before>[3], Before>[9]
}

type AnyStep<I extends number, K, S, P, D, Tag> =
  undefined extends K | S | P | D ? number
  : ` ${K & number} ${S & number} ${D & number} ` extends BadCounts ? WrongWindow
  : 1 extends S | D
    ? P extends 'valid' ? Fit<I, K & number, S & number, D & number>
    : P extends 'same' | 'causal' ? CeilDivide<I, S & number>
    : P extends readonly [infer A extends number, infer B extends number] ? Padded<I, A, B, K & number, S & number, D & number, Tag>
    : P extends number ? Padded<I, P, P, K & number, S & number, D & number, Tag>
    : number
  : WrongWindow

// A size with a name: every window fits, as far as anyone knows.
type NamedStep<I extends string, K, S, P, D, Tag> =
  undefined extends K | S | P | D ? number
  : ` ${K & number} ${S & number} ${D & number} ` extends BadCounts ? WrongWindow
  : 1 extends S | D
    ? P extends 'valid' ? NamedWindow<I, 0, Extent<K & number, D & number>, S & number>
    : P extends 'same' | 'causal' ? NamedCeil<I, S & number>
    : P extends readonly [infer A extends number, infer B extends number] ? NamedPadded<I, A, B, K & number, S & number, D & number, Tag>
    : P extends number ? NamedPadded<I, P, P, K & number, S & number, D & number, Tag>
    : number
  : WrongWindow

// Padding is checked as on a number: an axis of one more than the window's extent has room for it.
type NamedPadded<I extends string, A extends number, B extends number, K extends number, S extends number, D extends number, Tag> =
  Padded<Extent<K, D>, A, B, K, S, D, Tag> extends infer O
    ? O extends Refusal ? O
    : number extends O ? number
    : NamedWindow<I, Add<A, B>, Extent<K, D>, S>
    : never

type Padded<I extends number, A extends number, B extends number, K extends number, S extends number, D extends number, Tag> =
  number extends A | B ? number
  : true extends IsNotWhole<A> | IsNotWhole<B> ? WrongWindow
  : Tag extends 'pool' ? (OverHalf<A, K> | OverHalf<B, K> extends false ? Fit<Add<I, Add<A, B>>, K, S, D> : WrongWindow)
  : Fit<Add<I, Add<A, B>>, K, S, D>

type OverHalf<A extends number, K extends number> = [Subtract<K, Add<A, A>>] extends [never] ? true : false

// I with its padding.
type Fit<I extends number, K extends number, S extends number, D extends number> = Slides<Subtract<I, Extent<K, D>>, S>

type Slides<Rest extends number, S extends number> = [Rest] extends [never] ? WrongWindow : Add<FloorDivide<Rest, S>, 1>

/** Why a window does not fit. `Who` is the layer, `W` the words for its size and its axis. */
export type WindowRefusal<I, K, S, P, D, Tag, Who, W> =
  ` ${K & number} ` extends BadCounts ? Say<'count', { who: Who; option: OptionWord<W>; was: K }>
  : ` ${S & number} ` extends BadCounts ? Say<'count', { who: Who; option: 'strides'; was: S }>
  : ` ${D & number} ` extends BadCounts ? Say<'count', { who: Who; option: 'dilationRate'; was: D }>
  : 1 extends S | D
    ? P extends readonly [infer A extends number, infer B extends number] ? PaddedRefusal<I & number, A, B, K & number, D & number, Tag, Who, W>
    : P extends number ? PaddedRefusal<I & number, P, P, K & number, D & number, Tag, Who, W>
    : TooLarge<I, I & number, K, D & number, Who, W>
  : Say<'stridesAndDilation', { who: Who; strides: S; dilation: D }>

type PaddedRefusal<I extends number, A extends number, B extends number, K extends number, D extends number, Tag, Who, W> =
  IsNotWhole<A> extends true ? Say<'padding', { who: Who; was: A }>
  : IsNotWhole<B> extends true ? Say<'padding', { who: Who; was: B }>
  : Tag extends 'pool'
    ? OverHalf<A, K> extends true ? Say<'poolPadding', { who: Who; pool: K; was: A }>
    : OverHalf<B, K> extends true ? Say<'poolPadding', { who: Who; pool: K; was: B }>
    : TooLarge<I, Add<I, Add<A, B>>, K, D, Who, W>
  : TooLarge<I, Add<I, Add<A, B>>, K, D, Who, W>

type TooLarge<I, Room extends number, K, D extends number, Who, W> = Say<
  'windowTooLarge',
  { who: Who; option: OptionWord<W>; max: LargestWindow<Room, D>; axis: AxisWord<W>; size: I; was: K; noun: Noun<OptionWord<W>> }
>

type LargestWindow<Room extends number, D extends number> = Add<FloorDivide<Subtract<Room, 1>, D>, 1>

type OptionWord<W> = W extends { option: infer T extends string } ? T : never
type AxisWord<W> = W extends { axis: infer T extends string } ? T : never
type Noun<Option extends string> = Option extends `${infer N}Size` ? N : Option

/** What {@link window} reads besides the size of the axis. */
export interface WindowOptions {
  readonly kernel: number
  readonly stride: number
  readonly padding: AxisPadding
  readonly dilation: number
  readonly pool: boolean
}

/** Run-time twin of {@link Window} and {@link WindowRefusal}; throws its sentences. */
export function window(size: Dim, { kernel, stride, padding, dilation, pool }: WindowOptions, words: WindowWords): Dim {
  const { who, option } = words
  if (!isCount(kernel)) refuse('count', { who, option, was: kernel })
  if (!isCount(stride)) refuse('count', { who, option: 'strides', was: stride })
  if (!isCount(dilation)) refuse('count', { who, option: 'dilationRate', was: dilation })
  if (stride > 1 && dilation > 1) refuse('stridesAndDilation', { who, strides: stride, dilation })
  if (padding === 'same' || padding === 'causal') return typeof size === 'string' ? namedCeil(size, stride) : Math.ceil(size / stride)
  const [before, after] = padding === 'valid' ? [0, 0] : typeof padding === 'number' ? [padding, padding] : padding
  if (!isWhole(before) || !isWhole(after)) refuse('padding', { who, was: isWhole(before) ? after : before })
  if (pool && 2 * Math.max(before, after) > kernel) refuse('poolPadding', { who, pool: kernel, was: 2 * before > kernel ? before : after })
  const extent = extentOf(kernel, dilation)
  const room = before + after
  if (typeof size === 'string') return namedWindow(size, room, extent, stride)
  if (extent > size + room) {
    const max = Math.floor((size + room - 1) / dilation) + 1
    refuse('windowTooLarge', { ...words, max, size, was: kernel, noun: option.replace(/Size$/, '') })
  }
  return Math.floor((size + room - extent) / stride) + 1
}
