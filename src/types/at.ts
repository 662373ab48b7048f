import { namedFloor, namedProduct, namedScale, parse, split } from './named.js'
import { namedSum } from './named-sum.js'
import type { NamedFloor, NamedProduct, NamedScale, NamedSum, Parse } from './names.js'
import type { Dim, Shape } from './shape.js'
import type { SignedAdd, SignedFloor, SignedTimes } from './signed.js'
import type { Split } from './texts.js'
import type { ToNumber } from './whole.js'

/*
 * What sizes with names are where the names are known: 'floor((h-2)/2)' at { h: 10 } is 4, and at { h: '2*k' } it is 'k-1'. A number
 * below 1 is no size; in a product it makes 0, for two of them would make a size again.
 */

/** A size where its names are what `B` says; `number` where `B` says nothing of one. */
export type DimAt<D, B> = D extends string ? (string extends D ? Dim : D extends keyof B ? B[D] : TextAt<D, B>) : D

/** {@link DimAt} of each size of a shape. */
export type ShapeAt<S, B> = { -readonly [K in keyof S]: DimAt<S[K], B> }

type TextAt<D extends string, B> =
  Parse<D> extends readonly [infer a extends string, infer x extends string, infer c extends string, infer m extends string]
    ? FormAt<ValueAt<x, B>, a, c, m>
    : never

type FormAt<V, a extends string, c extends string, m extends string> =
  V extends number ? (number extends V ? number : Value<SignedFloor<SignedAdd<SignedTimes<`${V}`, a>, c>, m>>)
  : V extends string ? NamedFloor<NamedScale<V, ToNumber<a>>, c, ToNumber<m>>
  : never

type Value<T> = T extends string ? ToNumber<T> : never

// A name, a sum or a product, or what is no sum and no product but a fraction.
type ValueAt<X extends string, B> =
  X extends keyof B ? B[X]
  : X extends `${string}${'+' | '*' | '('}${string}` ? PartsAt<X, Split<X, '+'>, B>
  : number

type PartsAt<X extends string, Terms, B> =
  Terms extends readonly [string]
    ? Split<X, '*'> extends infer F ? (F extends readonly [string] ? TextAt<X, B> : ProductOf<{ [K in keyof F]: FactorAt<F[K], B> }>) : never
    : SumOf<{ [K in keyof Terms]: DimAt<Terms[K], B> }>

// A sum among factors stands in parentheses.
type FactorAt<F, B> = F extends `(${infer Inside})` ? DimAt<Inside, B> : DimAt<F, B>

type SumOf<V> = V extends readonly unknown[] ? (number extends V[number] ? number : NamedSum<V>) : never

type ProductOf<V> =
  V extends readonly unknown[]
    ? number extends V[number] ? number
    : [Extract<`${V[number] & number}`, NoSize>] extends [never] ? NamedProduct<V>
    : 0
  : never

type NoSize = '0' | `-${string}`

/** Whether one of the sizes of a shape is a number below 1. */
export type IsTooSmall<S> = S extends readonly unknown[] ? ([Extract<`${S[number] & number}`, NoSize>] extends [never] ? false : true) : false

/** Run-time twin of {@link DimAt}; `undefined` where `sizes` says nothing of a name. */
export function dimAt(size: Dim, sizes: ReadonlyMap<string, Dim>): Dim | undefined {
  if (typeof size === 'number') return size
  if (sizes.has(size)) return sizes.get(size)
  const { a, x, c, m } = parse(size)
  const value = valueAt(x, sizes)
  if (value === undefined) return undefined
  return typeof value === 'number' ? Math.floor((a * value + c) / m) : namedFloor(namedScale(value, a), c, m)
}

/** Run-time twin of {@link ShapeAt}; a size of which a name is not known stays. */
export function shapeAt(shape: Shape, sizes: ReadonlyMap<string, Dim>): Dim[] {
  return shape.map((size) => dimAt(size, sizes) ?? size)
}

function valueAt(text: string, sizes: ReadonlyMap<string, Dim>): Dim | undefined {
  if (sizes.has(text)) return sizes.get(text)
  const terms = split(text, '+')
  if (terms.length > 1) return known(terms.map((term) => dimAt(term, sizes)), namedSum)
  const factors = split(text, '*')
  if (factors.length === 1) return text.includes('(') ? dimAt(text, sizes) : undefined
  const values = factors.map((factor) => dimAt(factor.replace(/^\((.*)\)$/, '$1'), sizes))
  return known(values, (all) => (isTooSmall(all) ? 0 : namedProduct(all)))
}

function known(values: readonly (Dim | undefined)[], then: (values: readonly Dim[]) => Dim): Dim | undefined {
  return values.every((value) => value !== undefined) ? then(values) : undefined
}

/** Run-time twin of {@link IsTooSmall}. */
export function isTooSmall(shape: Shape): boolean {
  return shape.some((size) => typeof size === 'number' && size < 1)
}
