import { type ShowApart, showApart } from './apart.js'
import { refuse, type Say } from './message.js'
import { type Dim, type Shape, type ShowShape, showShape } from './shape.js'

/*
 * Equality of shapes that must be the same. `number` agrees with every size, and the known one of the two goes on: at run
 * time they are equal or a sentence is thrown. A name agrees with itself.
 */

/** The size that two equal sizes are, or `never` where they differ. */
export type AgreeDim<A, B> = number extends A ? B : number extends B ? A : A extends B ? A : B extends A ? B : never

/** The shape that two equal shapes are, or `never` where they differ. */
export type Agree<A, B> = A extends readonly unknown[]
  ? B extends readonly unknown[]
    ? number extends A['length']
      ? B
      : number extends B['length']
        ? A
        : A['length'] extends B['length']
          ? Whole<{ -readonly [K in keyof A]: AgreeDim<A[K], B[K & keyof B]> }>
          : never
    : never
  : never

type Whole<T> = T extends readonly unknown[] ? (Failing<{ [K in keyof T]: [T[K]] extends [never] ? 'failed' : 'fine' }> extends true ? never : T) : never

type Failing<T extends readonly unknown[]> = 'failed' extends T[number] ? true : false

// A size of 1 is stretched to the other; one of a union that holds 1 may be.
type StretchDim<A, B> =
  number extends A ? (1 extends B ? number : B)
  : number extends B ? (1 extends A ? number : A)
  : 1 extends A ? (1 extends B ? A | B : B)
  : 1 extends B ? A
  : AgreeDim<A, B>

/** The shape that both are stretched to, aligned at their ends, or `never` where they differ. */
type Stretch<A, B> = A extends readonly unknown[]
  ? B extends readonly unknown[]
    ? number extends A['length'] | B['length']
      ? Shape
      : Stretched<A, B>
    : never
  : never

type Stretched<A extends readonly unknown[], B extends readonly unknown[], Done extends readonly unknown[] = []> = A extends readonly [...infer As, infer a]
  ? B extends readonly [...infer Bs, infer b]
    ? [StretchDim<a, b>] extends [never]
      ? never
      : Stretched<As, Bs, [StretchDim<a, b>, ...Done]>
    : [...A, ...Done]
  : [...B, ...Done]

interface Pairs<A, B> {
  sameShape: Agree<A, B>
  broadcastShape: Stretch<A, B>
}

/** The one shape of all inputs of a merge, or a refusal that shows the first two that differ. `How` is the key of its sentence. */
export type OneShape<Who, How extends keyof Pairs<unknown, unknown>, Shapes, Common = never> = Shapes extends readonly [infer A, ...infer Rest]
  ? 0 extends 1 & A
    ? // biome-ignore lint/suspicious/noExplicitAny: an earlier mistake has been told
      any
    : [Common] extends [never]
      ? OneShape<Who, How, Rest, A>
      : Pairs<Common, A>[How] extends infer Next
        ? [Next] extends [never]
          ? Say<How, { who: Who; first: ShowEach<How, Common, A>; second: ShowEach<How, A, Common> }>
          : OneShape<Who, How, Rest, Next>
        : never
  : Shapes extends readonly []
    ? Common
    : How extends 'sameShape'
      ? Common
      : Shape

// What is stretched is told apart from its end.
type ShowEach<How, A, B> = How extends 'sameShape' ? ShowApart<A, B> : ShowShape<A>

/** Run-time twin of {@link OneShape}. */
export function oneShape(who: string, how: keyof Pairs<unknown, unknown>, [first = [], ...rest]: readonly Shape[]): Dim[] {
  if (rest.length === 0) return refuse('twoInputs', { who, was: showShape(first) })
  const show = how === 'sameShape' ? showApart : (shape: Shape) => showShape(shape)
  return rest.reduce<Dim[]>((common, shape) => pairs[how](common, shape) ?? refuse(how, { who, first: show(common, shape), second: show(shape, common) }), [...first])
}

const pairs: { readonly [How in keyof Pairs<unknown, unknown>]: (a: Shape, b: Shape) => Dim[] | undefined } = {
  sameShape: (a, b) => (a.length === b.length && a.every((size, axis) => size === b[axis]) ? [...a] : undefined),
  broadcastShape(a, b) {
    const rank = Math.max(a.length, b.length)
    const [long, wide] = [a, b].map((shape) => [...Array<Dim>(rank - shape.length).fill(1), ...shape]) as [Dim[], Dim[]]
    const fits = long.every((size, axis) => size === wide[axis] || size === 1 || wide[axis] === 1)
    return fits ? long.map((size, axis) => (size === 1 ? (wide[axis] as Dim) : size)) : undefined
  },
}
