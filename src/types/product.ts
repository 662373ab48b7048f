import type { Dim, Shape } from './shape.js'
import type { Multiply } from './whole.js'

/** The product of all sizes; `number` where one is not known. */
export type Product<S, Done extends number = 1> = S extends readonly [infer A, ...infer Rest]
  ? number extends A
    ? number
    : A extends number
      ? Product<Rest, Multiply<Done, A>>
      : number
  : S extends readonly []
    ? Done
    : number

/** Run-time twin of {@link Product}; a size with a name makes it a name. */
export function product(shape: Shape): Dim {
  const names = shape.filter((dim) => typeof dim === 'string').sort()
  const count = shape.reduce<number>((n, dim) => (typeof dim === 'number' ? n * dim : n), 1)
  if (names.length === 0) return count
  return [...names, ...(count === 1 ? [] : [count])].join('*')
}
