import { shapeAt } from '../types/at.js'
import { type NameOf, nameOf } from '../types/binding.js'
import { refuse, type Say } from '../types/message.js'
import { inOrder, type Least } from '../types/order.js'
import { product } from '../types/product.js'
import type { Dim, IsAny, Shape } from '../types/shape.js'
import { type ShortName, shortName, shortNames } from '../types/short.js'
import { isCount, type NotCount } from '../types/whole.js'
import { twinOf } from './layer.js'
import { type AnyModel, checkModel, type NetOf } from './model.js'
import type { FlopsOfNet } from './operations.js'
import { shapesOn } from './refit.js'

/* Numbers of floating-point operations, by the compiler and at run time; paid only by those who ask. */

// ---- sizes for names

type DimsIn<Shapes> = Shapes extends readonly unknown[]
  ? Shapes[number]
  : { [N in keyof Shapes]: DimsIn<Shapes[N]> }[keyof Shapes]

type NamesOf<M extends AnyModel> = IsAny<M['inputShape']> extends true ? never : NameOf<DimsIn<M['inputShape']>>

/** A size for each name of a model's input: of `'16*h'` that of `h`. */
export type SizesOf<M extends AnyModel> = { readonly [N in NamesOf<M>]: number }

type SizesFor<M extends AnyModel, Sizes> = [NamesOf<M>] extends [never]
  ? Nameless<M, Sizes>
  : NamesOf<M> extends keyof Sizes
    ? keyof Sizes extends NamesOf<M>
      ? [BadSizes<Sizes>] extends [never]
        ? Sizes
        : {
            readonly [N in keyof Sizes]: N extends BadSizes<Sizes> ? BadSize<Sizes, N> : Sizes[N]
          }
      : SizesOf<M>
    : SizesOf<M>

type BadSizes<Sizes> = { [N in keyof Sizes]: `${Sizes[N] & number}` extends NotCount ? N : never }[keyof Sizes]

// Of a model that was read from a file only the run knows the names.
type Nameless<M extends AnyModel, Sizes> =
  IsAny<M['inputShape']> extends true
    ? Sizes
    : string extends DimsIn<M['inputShape']>
      ? Sizes
      : { readonly [N in keyof Sizes]: Say<'flopsName', { names: 'no names'; was: N }> }

type Given<M extends AnyModel, Sizes> = [Sizes] extends [undefined]
  ? [NamesOf<M>] extends [never]
    ? M
    : Missing<Least<NamesOf<M>>>
  : M
type Missing<N> = Say<'flopsSizes', { name: N; such: `{ ${ShortName<N & string>}: 64 }` }>

type NoSizes = {}

/**
 * Floating-point operations of one sample's forward pass in kernels (convolutions and dense layers), computed by the compiler: a
 * multiply-add counts as 2; biases, activations and pooling are left out. `number` where a size is not known or, in a graph, a
 * layer with weights has no name or is shared. `Sizes` says what the names of a model's input are: `Flops<typeof net, { h: 14 }>`; where
 * one is no whole positive number, the sentence that says so.
 */
export type Flops<M extends AnyModel, Sizes = NoSizes> = [BadSizes<Sizes>] extends [never]
  ? FlopsOfNet<NetOf<M>, Sizes>
  : BadSize<Sizes, BadSizes<Sizes>>

type BadSize<Sizes, N> = N extends keyof Sizes ? Say<'count', { who: 'flops'; option: N; was: Sizes[N] }> : never

/**
 * Floating-point operations of one sample's forward pass in kernels: a multiply-add counts as 2; biases, activations and pooling
 * are left out.
 *
 * @param sizes what each name of the model's input is, if it has any: of `'16*h'` the size of `h`
 * @throws ShapeError if the size of a name is left out or none, or if it is too small for a layer
 * @example
 * ```ts
 * import { conv2d, dense, flops, input, sequential } from 'shapeproof'
 * const count = flops(sequential(input([100]), dense({ units: 10 }))) // 2000
 * const net = sequential(input(['16*h', 'w', 3]), conv2d({ filters: 8, kernelSize: 3, padding: 'same' }))
 * const operations = flops(net, { h: 14, w: 224 }) // 21676032
 * ```
 */
export function flops<M extends AnyModel, const Sizes extends { readonly [name: string]: number } | undefined = undefined>(
  model: Given<M, Sizes>,
  sizes?: SizesFor<M, Sizes>,
): FlopsOfNet<NetOf<M>, Exclude<Sizes, undefined>> {
  const of = model as unknown as AnyModel
  checkModel('flops', of)
  const shapes = shapesOn(of, checkSizes(of, (sizes ?? {}) as { readonly [name: string]: number }))
  const times = (shape: readonly Dim[]): number => Number(product(shape))
  const positions = (shape: readonly Dim[]): number => times(shape.slice(0, -1))
  const counts = of.nodes.flatMap(({ layer, inputs, output }) => {
    const { rule, options } = twinOf(layer)
    const from = inputs.map((input) => shapes.get(input) as Shape)
    return rule.params(from, options).map(({ shape, uses, positions: places }) => {
      if (places !== undefined) return 2 * times(shape) * times(places)
      if (uses === undefined) return 0
      return 2 * times(shape) * positions(uses === 'output' ? (shapes.get(output) as Shape) : (from[0] as Shape))
    })
  })
  return counts.reduce((sum, count) => sum + count, 0) as FlopsOfNet<NetOf<M>, Exclude<Sizes, undefined>>
}

// The shapes of the inputs where names are what they are said to be.
function checkSizes({ inputs }: AnyModel, sizes: { readonly [name: string]: number }): Shape[] {
  const named = inputs.flatMap(({ shape }) => (shape as Shape).filter((size) => typeof size === 'string'))
  const names = inOrder(new Set(named.map((size) => nameOf(size))))
  for (const name of Object.keys(sizes)) {
    if (!names.includes(name)) refuse('flopsName', { names: shortNames(names) || 'no names', was: name })
  }
  for (const name of names) {
    if (sizes[name] === undefined) refuse('flopsSizes', { name, such: `{ ${shortName(name)}: 64 }` })
    if (!isCount(sizes[name])) refuse('count', { who: 'flops', option: name, was: String(sizes[name]) })
  }
  const known = new Map(Object.entries(sizes))
  return inputs.map(({ shape }) => shapeAt(shape as Shape, known))
}
