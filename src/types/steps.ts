import { type Extent, extentOf } from './extent.js'
import { type Refusal, refuse, type Say } from './message.js'
import { namedFloor, namedScale, namedShift } from './named.js'
import type { NamedScale, NamedShift } from './names.js'
import type { Dim } from './shape.js'
import type { IsUnion } from './union.js'
import { type Add, type IsNotCount, type IsNotWhole, isCount, isWhole, type Multiply, type Subtract } from './whole.js'

/* Functions of one axis beside windows: padding with zeros, cropping, scaling, a size of one's own, transposed windows. */

/** A number for both sides of an axis, or one for each. */
export type BothSides = number | readonly [before: number, after: number]

/** In the place of a size that there is not; a refusal function of the same name then says why. */
export type WrongStep = Refusal<'step'>

type SumOfSides<P> = P extends readonly [infer A extends number, infer B extends number]
  ? number extends A | B ? number : true extends IsNotWhole<A> | IsNotWhole<B> ? WrongStep : Add<A, B>
  : P extends number ? (number extends P ? number : IsNotWhole<P> extends true ? WrongStep : Add<P, P>)
  : number

/** I + before + after. */
export type Pad<I, P> = SumOfSides<P> extends infer N
  ? N extends Refusal ? N
  : number extends I | N ? number
  : N extends number ? (I extends number ? Add<I, N> : I extends string ? NamedShift<I, `${N}`> : number) : number
  : never

/** I - before - after, of at least 1. */
export type Crop<I, P> = SumOfSides<P> extends infer N
  ? N extends Refusal ? N
  : number extends I | N ? number
  : N extends number ? (I extends number ? AtLeastOne<Subtract<I, N>> : I extends string ? NamedShift<I, N extends 0 ? '0' : `-${N}`> : number) : number
  : never

type AtLeastOne<N> = [N] extends [never] ? WrongStep : N extends 0 ? WrongStep : N

/** I * k. */
export type Scale<I, K> =
  number extends I | K ? number
  : K extends number ? (IsNotCount<K> extends true ? WrongStep : I extends number ? Multiply<I, K> : I extends string ? NamedScale<I, K> : number)
  : number

/** K, whatever the size was. */
export type Resize<K> = K extends number ? (number extends K ? number : IsNotCount<K> extends true ? WrongStep : K) : number

/**
 * Size of a transposed window's output: (I - 1) * S + max(K, S), or with an output padding p (I - 1) * S + K + p; `'same'` is
 * I * S, or (I - 1) * S + K mod 2 + p. As Keras 3 computes it, but `'same'` with an even kernel asks for a p of at least 1:
 * without, the convolution that it transposes would not have I outputs. K is the extent of a dilated kernel.
 */
export type Transposed<I, K, S, P, Out, D> =
  number extends I | K | S | D ? number
  : undefined extends K | S | P | D ? number
  : true extends IsUnion<K> | IsUnion<S> | IsUnion<D> ? number
  : true extends IsNotCount<K & number> | IsNotCount<S & number> | IsNotCount<D & number> ? WrongStep
  : 1 extends S | D
    ? Out extends number
      ? number extends Out ? number
      : IsNotWhole<Out> extends true ? WrongStep
      : [Subtract<S & number, Add<Out, 1>>] extends [never] ? WrongStep
      : P extends 'same'
        ? IsEven<Extent<K & number, D & number>> extends true ? (Out extends 0 ? WrongStep : Grown<I, S & number, Out>) : Grown<I, S & number, Add<Out, 1>>
      : P extends 'valid' ? Grown<I, S & number, Add<Extent<K & number, D & number>, Out>> : number
    : P extends 'same' ? Scale<I, S>
    : P extends 'valid' ? Grown<I, S & number, Larger<Extent<K & number, D & number>, S & number>> : number
  : WrongStep

// (I - 1) * S + n
type Grown<I, S extends number, N extends number> =
  I extends number ? Add<Multiply<Subtract<I, 1>, S>, N>
  : I extends string ? ([Subtract<N, S>] extends [never] ? NamedShift<NamedScale<I, S>, `-${Subtract<S, N>}`> : NamedShift<NamedScale<I, S>, `${Subtract<N, S>}`>)
  : number

type Larger<A extends number, B extends number> = [Subtract<A, B>] extends [never] ? B : A
// Of two numbers the larger or the even one is not one: which it is, is seen at run time.
type IsEven<K extends number> = `${K}` extends `${string}${'0' | '2' | '4' | '6' | '8'}` ? LastIsEven<`${K}`> : false
type LastIsEven<T extends string> = T extends `${string}0` | `${string}2` | `${string}4` | `${string}6` | `${string}8` ? true : false

// ---- why not

type BadSide<P> = P extends readonly [infer A extends number, infer B extends number] ? (IsNotWhole<A> extends true ? A : IsNotWhole<B> extends true ? B : never) : P extends number ? (IsNotWhole<P> extends true ? P : never) : never

/** Why sides are wrong, or why nothing is left between them. */
export type SidesRefusal<I, P, Who, Option extends string, Axis extends string> = [BadSide<P>] extends [never]
  ? Say<'cropTooLarge', { who: Who; option: Option; axis: Axis; size: I; was: SumOfSides<P> }>
  : Say<'whole', { who: Who; option: Option; was: BadSide<P> }>

/** Why a scale is wrong. */
export type ScaleRefusal<K, Who, Option extends string> = Say<'count', { who: Who; option: Option; was: K }>

/** Why a transposed window does not fit. */
export type TransposedRefusal<K, S, Out, D, Who> =
  IsNotCount<K & number> extends true ? Say<'count', { who: Who; option: 'kernelSize'; was: K }>
  : IsNotCount<S & number> extends true ? Say<'count', { who: Who; option: 'strides'; was: S }>
  : IsNotCount<D & number> extends true ? Say<'count', { who: Who; option: 'dilationRate'; was: D }>
  : 1 extends S | D
    ? IsNotWhole<Out & number> extends true ? Say<'whole', { who: Who; option: 'outputPadding'; was: Out }>
    : [Subtract<S & number, Add<Out & number, 1>>] extends [never] ? Say<'outputPaddingTooLarge', { who: Who; strides: S; was: Out }>
    : Say<'outputPaddingTooSmall', { who: Who; kernel: K }>
  : Say<'stridesAndDilation', { who: Who; strides: S; dilation: D }>

// ---- run time

function sumOfSides(sides: BothSides, who: string, option: string): number {
  const [before, after] = typeof sides === 'number' ? [sides, sides] : sides
  for (const side of [before, after]) if (!isWhole(side)) refuse('whole', { who, option, was: side })
  return before + after
}

/** Run-time twin of {@link Pad}. */
export function pad(size: Dim, sides: BothSides, who: string, option: string): Dim {
  const sum = sumOfSides(sides, who, option)
  return typeof size === 'string' ? namedShift(size, sum) : size + sum
}

/** Run-time twin of {@link Crop}. */
export function crop(size: Dim, sides: BothSides, who: string, option: string, axis: string): Dim {
  const sum = sumOfSides(sides, who, option)
  if (typeof size === 'string') return namedShift(size, -sum)
  if (size - sum < 1) refuse('cropTooLarge', { who, option, axis, size, was: sum })
  return size - sum
}

/** Run-time twin of {@link Scale}. */
export function scale(size: Dim, k: number, who: string, option: string): Dim {
  if (!isCount(k)) refuse('count', { who, option, was: k })
  return typeof size === 'string' ? namedScale(size, k) : size * k
}

/** Run-time twin of {@link Resize}. */
export function resize(k: number, who: string, option: string): number {
  if (!isCount(k)) refuse('count', { who, option, was: k })
  return k
}

/** What {@link transposed} reads besides the size of the axis. */
export interface TransposedOptions {
  readonly kernel: number
  readonly stride: number
  readonly padding: 'valid' | 'same'
  readonly outputPadding: number | undefined
  readonly dilation: number
}

/** Run-time twin of {@link Transposed}. */
export function transposed(size: Dim, { kernel, stride, padding, outputPadding, dilation }: TransposedOptions, who: string): Dim {
  if (!isCount(kernel)) refuse('count', { who, option: 'kernelSize', was: kernel })
  if (!isCount(stride)) refuse('count', { who, option: 'strides', was: stride })
  if (!isCount(dilation)) refuse('count', { who, option: 'dilationRate', was: dilation })
  if (stride > 1 && dilation > 1) refuse('stridesAndDilation', { who, strides: stride, dilation })
  const extent = extentOf(kernel, dilation)
  if (outputPadding === undefined) return padding === 'same' ? scale(size, stride, who, 'strides') : grown(size, stride, Math.max(extent, stride))
  if (!isWhole(outputPadding)) refuse('whole', { who, option: 'outputPadding', was: outputPadding })
  if (outputPadding >= stride) refuse('outputPaddingTooLarge', { who, strides: stride, was: outputPadding })
  if (padding === 'valid') return grown(size, stride, extent + outputPadding)
  if (extent % 2 === 0 && outputPadding === 0) refuse('outputPaddingTooSmall', { who, kernel })
  return grown(size, stride, (extent % 2) + outputPadding)
}

function grown(size: Dim, stride: number, n: number): Dim {
  return typeof size === 'string' ? namedShift(namedScale(size, stride), n - stride) : (size - 1) * stride + n
}

/** A window on a size with a name: floor((D + room - extent + stride) / stride). */
export function namedWindow(size: string, room: number, extent: number, stride: number): string {
  return namedFloor(size, room - extent + stride, stride)
}
