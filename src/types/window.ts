import { refuse, type Say } from './message.js'
import type { Dim } from './shape.js'
import { type Add, type CeilDivide, type FloorDivide, isCount, isWhole, type IsNotWhole, type Multiply, type Subtract } from './whole.js'

/** Padding of one axis: a mode, zeros on both sides, or zeros before and after. */
export type AxisPadding = 'valid' | 'same' | number | readonly [number, number]

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
 * relationship 6; `'same'` as TensorFlow defines it. `Pool` demands that padding is at most half of the window, so that
 * no window lies in the padding alone.
 */
export type Window<I, K, S, P, D, W extends WindowWords, Pool = false> =
  number extends I | K | S | D ? number
  : I extends string ? number
  : ` ${K & number} ${S & number} ${D & number} ` extends BadCounts ? BadCount<K, S, D, W>
  : 1 extends S | D
    ? P extends 'valid' ? Fit<I & number, I & number, K & number, S & number, D & number, W>
    : P extends 'same' ? CeilDivide<I & number, S & number>
    : P extends readonly [infer A extends number, infer B extends number] ? Padded<I & number, A, B, K & number, S & number, D & number, W, Pool>
    : P extends number ? Padded<I & number, P, P, K & number, S & number, D & number, W, Pool>
    : number
  : Say<'stridesAndDilation', { who: W['who']; strides: S; dilation: D }>

type BadCount<K, S, D, W extends WindowWords> =
  ` ${K & number} ` extends BadCounts ? Say<'count', { who: W['who']; option: W['option']; was: K }>
  : ` ${S & number} ` extends BadCounts ? Say<'count', { who: W['who']; option: 'strides'; was: S }>
  : Say<'count', { who: W['who']; option: 'dilationRate'; was: D }>

type Padded<I extends number, A extends number, B extends number, K extends number, S extends number, D extends number, W extends WindowWords, Pool> =
  number extends A | B ? number
  : true extends IsNotWhole<A> | IsNotWhole<B> ? Say<'padding', { who: W['who']; was: IsNotWhole<A> extends true ? A : B }>
  : Pool extends true
    ? [Subtract<K, Add<A, A>>] extends [never] ? Say<'poolPadding', { who: W['who']; pool: K; was: A }>
    : [Subtract<K, Add<B, B>>] extends [never] ? Say<'poolPadding', { who: W['who']; pool: K; was: B }>
    : Fit<I, Add<I, Add<A, B>>, K, S, D, W>
  : Fit<I, Add<I, Add<A, B>>, K, S, D, W>

// Room is the axis with its padding.
type Fit<I extends number, Room extends number, K extends number, S extends number, D extends number, W extends WindowWords> =
  Slides<Subtract<Room, D extends 1 ? K : Add<Multiply<Subtract<K, 1>, D>, 1>>, S> extends infer O
    ? [O] extends [never] ? TooLarge<I, Room, K, D, W> : O
    : never

type Slides<Rest extends number, S extends number> = [Rest] extends [never] ? never : Add<FloorDivide<Rest, S>, 1>

type TooLarge<I, Room extends number, K, D extends number, W extends WindowWords> = Say<
  'windowTooLarge',
  { who: W['who']; option: W['option']; max: LargestWindow<Room, D>; axis: W['axis']; size: I; was: K; noun: Noun<W['option']> }
>

type LargestWindow<Room extends number, D extends number> = Add<FloorDivide<Subtract<Room, 1>, D>, 1>

type Noun<Option extends string> = Option extends `${infer N}Size` ? N : Option

/** What {@link window} reads besides the size of the axis. */
export interface WindowOptions {
  readonly kernel: number
  readonly stride: number
  readonly padding: AxisPadding
  readonly dilation: number
  readonly pool: boolean
}

/** Run-time twin of {@link Window}; throws its sentences. A name goes through as a name of its own. */
export function window(size: Dim, { kernel, stride, padding, dilation, pool }: WindowOptions, words: WindowWords): Dim {
  const { who, option } = words
  if (!isCount(kernel)) refuse('count', { who, option, was: kernel })
  if (!isCount(stride)) refuse('count', { who, option: 'strides', was: stride })
  if (!isCount(dilation)) refuse('count', { who, option: 'dilationRate', was: dilation })
  if (stride > 1 && dilation > 1) refuse('stridesAndDilation', { who, strides: stride, dilation })
  if (padding === 'same') return sameWindow(size, stride)
  const [before, after] = padding === 'valid' ? [0, 0] : typeof padding === 'number' ? [padding, padding] : padding
  if (!isWhole(before) || !isWhole(after)) refuse('padding', { who, was: isWhole(before) ? after : before })
  if (pool && 2 * Math.max(before, after) > kernel) refuse('poolPadding', { who, pool: kernel, was: 2 * before > kernel ? before : after })
  const extent = (kernel - 1) * dilation + 1
  if (typeof size === 'string') {
    const rest = before + after + stride - extent
    return stride === 1 && rest === 0 ? size : `floor((${size}${rest < 0 ? '' : '+'}${rest})/${stride})`
  }
  const room = size + before + after
  if (extent > room) refuse('windowTooLarge', { ...words, max: largestWindow(room, dilation), size, was: kernel, noun: option.replace(/Size$/, '') })
  return Math.floor((room - extent) / stride) + 1
}

// Sizes with names are opaque: equal texts are equal sizes, and nothing more is claimed.
function sameWindow(size: Dim, stride: number): Dim {
  if (typeof size === 'number') return Math.ceil(size / stride)
  return stride === 1 ? size : `ceil(${size}/${stride})`
}

function largestWindow(room: number, dilation: number): number {
  return Math.floor((room - 1) / dilation) + 1
}
