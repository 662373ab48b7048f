import type { Say } from '../../types/message.js'
import type { Product } from '../../types/product.js'
import { type AnyValue, checkFinite, checkShape, type NotSizes, takeFloats } from './check.js'
import type { CheckValues, NumbersLike, Sizes, Writable } from './ndarray.js'
import type { ShowSizes } from './sizes.js'

/** Values of a weight with their shape, in plain memory: fixed filters such as Sobel's, or pretrained ones. */
export interface GivenWeights<Shape extends Sizes = Sizes> {
  readonly shape: Shape
  readonly values: Float32Array
  /** Plain numbers, so that a model goes through JSON with them. */
  toJSON(): { readonly shape: Shape; readonly values: number[] }
}

// A list that is written out must be as many as the shape holds. Of a wrong shape that is said, and nothing more.
type Mistake<V, S> = V extends NumbersLike
  ? NotSizes<S> extends true
    ? never
    : number extends V['length'] | Product<S>
      ? never
      : V['length'] extends Product<S>
        ? never
        : 'count'
  : 'values'

type Counted<V extends object, S> = [Mistake<V, S>] extends [never]
  ? V
  : Mistakes<V, S>[[Mistake<V, S>] extends ['values'] ? 'values' : [Mistake<V, S>] extends ['count'] ? 'count' : string]

// A table, so that a helper may be generic in sizes: the key is then any text.
interface Mistakes<V extends object, S> {
  [right: string]: AnyValue
  values: CheckValues<'weights', V>
  count: V extends NumbersLike
    ? V['length'] extends 0
      ? Say<'dataEmpty', { who: 'weights' }>
      : Say<'dataCount', { who: 'weights'; shape: ShowSizes<S>; must: Product<S>; was: V['length'] }>
    : never
}

/**
 * Values for a weight of a layer, the last axis fastest: a kernel of a convolution is `[height, width, channels / groups, filters]`.
 *
 * @throws ShapeError when sizes are not whole numbers of at least 1, when the count of values is not their product, or when a
 *   value is NaN or infinite
 * @example
 * ```ts
 * import { conv2d, input, weights } from 'shapeproof'
 * const sobel = weights([1, 0, -1, 2, 0, -2, 1, 0, -1], [3, 3, 1, 1])
 * const edges = conv2d({ kernel: sobel, useBias: false, trainable: false })(input([28, 28, 1])) // [26, 26, 1]
 * ```
 */
export function weights<const S extends Sizes, V extends NumbersLike | readonly unknown[] | readonly []>(
  values: Counted<V, S>,
  shape: NotSizes<S> extends true ? Say<'dataShape', { who: 'weights'; was: ShowSizes<S> }> : S,
): GivenWeights<Writable<S>> {
  const given = values as NumbersLike
  const sizes = checkShape('weights', shape as unknown as Sizes, given)
  const floats = takeFloats(given)
  checkFinite('weights', floats, given)
  const made = { shape: sizes as unknown as Writable<S>, values: floats }
  return Object.freeze({ ...made, toJSON: () => ({ shape: made.shape, values: [...floats] }) })
}

/** Whether a value is what {@link weights} makes, or what JSON makes of that. */
export function isWeights(value: unknown): value is { readonly shape: Sizes; readonly values: NumbersLike } {
  return typeof value === 'object' && value !== null && 'shape' in value && 'values' in value
}
