import { type Refusal, refuse, type Say } from './message.js'
import { namedFloor, namedScale } from './named.js'
import type { NamedFloor, NamedScale } from './names.js'
import { inOrder, type Least, type Most } from './order.js'
import { type Dim, type Shape, type ShowDim, showDim } from './shape.js'
import type { IsUnion } from './union.js'
import type { Add, DivideText, Multiply, ToNumber } from './whole.js'

/*
 * What the names in the sizes of an input stand for where other sizes take their place: by 'h' := 224 h is 224, by '16*h' := 224 it is
 * 14, and by '16*h' := '32*k' it is '2*k'. Any other size, such as 'h-2' of an input that a layer made, stands for itself.
 */

/** `[name, size]` for each name of `Must`, a union, in which a name of two sizes stands twice; or the refusal of what is no multiple. */
export type Bindings<Must, Was, Found = never> =
  Must extends readonly [infer A, ...infer As]
    ? Was extends readonly [infer B, ...infer Bs]
      ? BindingOf<A, B> extends infer P
        ? P extends Refusal ? P : Bindings<As, Bs, Found | Exclude<P, Open>>
        : never
      : Found
    : Found

// A size that only the run knows says nothing.
type Open = 'open'

type BindingOf<A, B> =
  A extends string
    ? string extends A ? Open
    : 0 extends 1 & B ? Open
    : true extends IsUnion<B> ? Open
    : B extends number ? (number extends B ? Open : NumberFor<A, B>)
    : B extends string ? (string extends B ? Open : TextFor<A, B>)
    : Open
  : Open

type NumberFor<A extends string, B extends number> =
  A extends `${infer K extends number}*${infer N}`
    ? N extends NoName ? readonly [A, B]
    : DivideText<`${B}`, `${K}`> extends readonly [infer Q extends string, infer R]
      ? R extends '0' ? readonly [N, ToNumber<Q>]
      : Say<'sizeMultiple', { size: A; factor: K; was: B; next: Multiply<Add<ToNumber<Q>, 1>, K> }>
    : never
  : readonly [A, B]

// Of a size with a name it must be seen, as in reshape: what is divided and multiplied again must be the same text.
type TextFor<A extends string, B extends string> =
  A extends `${infer K extends number}*${infer N}`
    ? N extends NoName ? readonly [A, B]
    : NamedFloor<B, '0', K> extends infer Q extends string
      ? NamedScale<Q, K> extends B ? readonly [N, Q] : Say<'sizeMultipleName', { size: A; factor: K; was: ShowDim<B> }>
    : never
  : readonly [A, B]

/** The name that a size binds: of `'16*h'` that is `h`; any other text is a name of its own. */
export type NameOf<D> = D extends string ? (string extends D ? never : D extends `${number}*${infer N}` ? (N extends NoName ? D : N) : D) : never

/** Run-time twin of {@link NameOf}. */
export function nameOf(size: string): string {
  return partsOf(size).name
}

type NoName = `${string}${'(' | '+' | '-' | '*' | '/'}${string}`

/** The sizes by name, of {@link Bindings}; or the refusal of a name that is two. */
export type SizesBy<P> = [P] extends [never] ? {} : [Extract<P, Refusal>] extends [never] ? Settled<ByName<P>> : Least<Extract<P, Refusal>>

type ByName<P> = { [One in P as One[0 & keyof One] & string]: One[1 & keyof One] }

type Settled<B> = Twofold<B> extends infer N ? ([N] extends [never] ? B : TwoSizes<Least<N>, B>) : never

type Twofold<B> = { [N in keyof B]: true extends IsUnion<B[N]> ? N : never }[keyof B]

type TwoSizes<N, B> = Say<'twoSizes', { name: N; first: ShowDim<Least<B[N & keyof B]>>; second: ShowDim<Most<B[N & keyof B]>> }>

// ---- run time

/** A size with a name, taken apart: `'16*h'` is 16 times `h`; any other text is a name of its own. */
function partsOf(size: string): { factor: number; name: string } {
  const [, factor, name] = /^(\d+)\*(\w+)$/.exec(size) ?? []
  return factor === undefined || name === undefined ? { factor: 1, name: size } : { factor: Number(factor), name }
}

function partOf(size: string, was: Dim): { name: string; value: Dim } {
  const { factor, name } = partsOf(size)
  if (typeof was === 'string') {
    const value = namedFloor(was, 0, factor)
    if (namedScale(value, factor) !== was) refuse('sizeMultipleName', { size, factor, was: showDim(was) })
    return { name, value }
  }
  if (was % factor !== 0) refuse('sizeMultiple', { size, factor, was, next: Math.ceil(was / factor) * factor })
  return { name, value: was / factor }
}

/**
 * Run-time twin of {@link SizesBy}: the sizes of the names of several shapes, each given with the one in its place.
 *
 * @throws ShapeError for a size that is no multiple, and for a name of two sizes
 */
export function sizesBy(pairs: readonly (readonly [must: Shape, was: Shape])[]): Map<string, Dim> {
  const found = new Map<string, Set<Dim>>()
  for (const [must, was] of pairs) {
    for (const [axis, size] of must.entries()) {
      if (typeof size === 'number') continue
      const { name, value } = partOf(size, was[axis] as Dim)
      found.set(name, (found.get(name) ?? new Set()).add(value))
    }
  }
  const [name] = inOrder([...found.keys()].filter((one) => (found.get(one)?.size ?? 0) > 1))
  if (name !== undefined) {
    const sizes = inOrder(found.get(name) as Set<Dim>)
    refuse('twoSizes', { name, first: showDim(sizes[0] as Dim), second: showDim(sizes.at(-1) as Dim) })
  }
  return new Map([...found].map(([one, sizes]) => [one, [...sizes][0] as Dim]))
}
