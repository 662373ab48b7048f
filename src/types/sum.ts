import { namedSum } from './named-sum.js'
import type { NamedSum } from './names.js'
import type { Dim } from './shape.js'
import type { Add } from './whole.js'

/** The sum of sizes; `number` where one is only known at run time, a text where one has a name. */
export type Sum<S, Done extends number = 0> =
  S extends readonly [infer A, ...infer Rest]
    ? number extends A ? number
    : A extends number ? Sum<Rest, Add<Done, A>>
    : A extends string ? (number extends Rest[number] ? number : NamedSum<[...S, Done]>)
    : number
  : S extends readonly [] ? Done
  : number

/** Run-time twin of {@link Sum}. */
export function sum(sizes: readonly Dim[]): Dim {
  return namedSum(sizes)
}
