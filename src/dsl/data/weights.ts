import type { Say } from '../../types/message.js'
import { checkFinite, checkShape, type NotSizes, takeFloats } from './check.js'
import type { NumbersLike, Sizes, Writable } from './ndarray.js'
import type { ShowSizes } from './sizes.js'

/** Values of a weight with their shape, in plain memory: fixed filters such as Sobel's, or pretrained ones. */
export interface GivenWeights<Shape extends Sizes = Sizes> {
  readonly shape: Shape
  readonly values: Float32Array
  /** Plain numbers, so that a model goes through JSON with them. */
  toJSON(): { readonly shape: Shape; readonly values: number[] }
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
export function weights<const S extends Sizes>(
  values: NumbersLike,
  shape: NotSizes<S> extends true ? Say<'dataShape', { who: 'weights'; was: ShowSizes<S> }> : S,
): GivenWeights<Writable<S>> {
  const sizes = checkShape('weights', shape as unknown as Sizes, values)
  const floats = takeFloats(values)
  checkFinite('weights', floats, values)
  const given = { shape: sizes as unknown as Writable<S>, values: floats }
  return Object.freeze({ ...given, toJSON: () => ({ shape: given.shape, values: [...floats] }) })
}

/** Whether a value is what {@link weights} makes, or what JSON makes of that. */
export function isWeights(value: unknown): value is { readonly shape: Sizes; readonly values: NumbersLike } {
  return typeof value === 'object' && value !== null && 'shape' in value && 'values' in value
}
