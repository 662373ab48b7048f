import { namedProduct } from './named.js'
import type { NamedProduct } from './names.js'
import type { Dim, Shape } from './shape.js'
import type { Multiply } from './whole.js'

/** The product of all sizes; `number` where one is only known at run time, a text where one has a name. */
export type Product<S, Done extends number = 1> =
  S extends readonly [infer A, ...infer Rest]
    ? number extends A ? number
    : A extends number ? Product<Rest, Multiply<Done, A>>
    : A extends string ? (number extends Rest[number] ? number : NamedProduct<S, Done>)
    : number
  : S extends readonly [] ? Done
  : number

/** Run-time twin of {@link Product}. */
export function product(shape: Shape): Dim {
  return namedProduct(shape)
}
