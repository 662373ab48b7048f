import type { IsOneNumber } from './axis.js'
import { refuse, type Say } from './message.js'
import { namedFloor, namedScale } from './named.js'
import type { NamedFloor, NamedScale } from './names.js'
import type { Next, Previous } from './next.js'
import { type Product, product } from './product.js'
import { type Dim, type Shape, type ShowDim, type ShowShape, showDim, showShape } from './shape.js'
import { type Divides, type FloorDivide, type IsNotCount, isCount, type Multiply } from './whole.js'

/*
 * The same values in another shape, and axes in another order.
 */

/** The target shape with -1 replaced by what is left, or a refusal; `Shape` where the target is not one literal. */
export type Reshaped<Who, S, T> = IsOneTuple<T> extends true ? Filled<Who, T, Product<S>, SizesOf<T>> : Shape

type IsOneTuple<T, U = T> = [T] extends [never] ? false : T extends readonly unknown[] ? (number extends T['length'] ? false : [U] extends [T] ? true : false) : false

// The product of all sizes but -1, and whether there is one; 'wrong' where a size is none.
type SizesOf<T, P extends number = 1, Free = false> = T extends readonly [infer A, ...infer Rest]
  ? IsOneNumber<A> extends true
    ? A extends -1
      ? Free extends true ? 'wrong' : SizesOf<Rest, P, true>
      : IsNotCount<A & number> extends true ? 'wrong' : SizesOf<Rest, number extends P ? number : Multiply<P, A & number>, Free>
    : SizesOf<Rest, number, Free>
  : readonly [P, Free]

type Filled<Who, T, Total, Sizes> = Sizes extends readonly [infer P extends number, infer Free]
  ? number extends P | Total
    ? Replaced<T, number>
    : Free extends true
      ? Left<Total, P> extends infer Q
        ? [Q] extends [never] ? Say<'reshapeRest', { who: Who; shape: ShowShape<T>; must: ShowDim<Total>; was: P }> : Replaced<T, Q>
        : never
      : [P] extends [Total]
        ? Replaced<T, never>
        : Say<'reshape', { who: Who; shape: ShowShape<T>; must: ShowDim<Total>; was: P }>
  : Say<'reshapeSizes', { who: Who; was: ShowShape<T> }>

type Replaced<T, Q> = { -readonly [K in keyof T]: T[K] extends -1 ? Q : IsOneNumber<T[K]> extends true ? T[K] : number }

// Total / P without a rest. Of a size with a name it must be seen: what is divided and multiplied again must be the same text.
type Left<Total, P extends number> =
  Total extends number ? (Divides<P, Total> extends true ? FloorDivide<Total, P> : never)
  : Total extends string ? (NamedFloor<Total, '0', P> extends infer Q extends string ? (NamedScale<Q, P> extends Total ? Q : never) : never)
  : number

/** Run-time twin of {@link Reshaped}. */
export function reshaped(who: string, shape: Shape, target: readonly number[]): Dim[] {
  const known = target.filter((size) => size !== -1)
  if (!known.every(isCount) || target.length - known.length > 1) refuse('reshapeSizes', { who, was: showShape(target) })
  const total = product(shape)
  const was = known.reduce((n, size) => n * size, 1)
  if (known.length < target.length) {
    const rest = left(total, was) ?? refuse('reshapeRest', { who, shape: showShape(target), must: showDim(total), was })
    return target.map((size) => (size === -1 ? rest : size))
  }
  if (total !== was) refuse('reshape', { who, shape: showShape(target), must: showDim(total), was })
  return [...target]
}

function left(total: Dim, by: number): Dim | undefined {
  if (typeof total === 'number') return total % by === 0 ? total / by : undefined
  const rest = namedFloor(total, 0, by)
  return namedScale(rest, by) === total ? rest : undefined
}

/** Axes in the order of `dims`, which counts from 1, or a refusal. */
export type Permuted<Who, S, D> = S extends readonly unknown[]
  ? IsOneTuple<D> extends true
    ? number extends S['length']
      ? Shape
      : AllKnown<D> extends true
        ? IsPermutation<Numbers<S>, D> extends true
          ? { -readonly [K in keyof D]: S[Previous[D[K] & number] & keyof S] }
          : Say<'permutation', { who: Who; must: ShowShape<Numbers<S>>; was: ShowShape<D> }>
        : { -readonly [K in keyof D]: number }
    : Shape
  : never

type AllKnown<D> = D extends readonly [infer A, ...infer Rest] ? (IsOneNumber<A> extends true ? AllKnown<Rest> : false) : true

// [1, 2, 3] for three axes.
type Numbers<S> = { -readonly [K in keyof S]: K extends `${infer N extends number}` ? Next[N] : never }

type IsPermutation<N, D> = N extends readonly unknown[]
  ? D extends readonly unknown[]
    ? D['length'] extends N['length'] ? ([Exclude<N[number], D[number]>] extends [never] ? true : false) : false
    : false
  : false

/** Run-time twin of {@link Permuted}. */
export function permuted(who: string, shape: Shape, dims: readonly number[]): Dim[] {
  const must = shape.map((_, at) => at + 1)
  const fits = dims.length === shape.length && must.every((axis) => dims.includes(axis))
  if (!fits) refuse('permutation', { who, must: showShape(must), was: showShape(dims) })
  return dims.map((axis) => shape[axis - 1] as Dim)
}
