import type { Say } from '../../types/message.js'
import { type AnyValue, checkFinite, checkShape, type Described, type NotSizes, takeFloats } from './check.js'
import type { ShowSizes } from './sizes.js'

/** Sizes of data; the first axis counts the samples. */
export type Sizes = readonly number[]

/** What the numbers are: `'float32'`, or `'int32'` for class ids. */
export type DType = 'float32' | 'int32'

/** The typed array that holds numbers of a dtype. */
export interface ValuesOf {
  readonly float32: Float32Array
  readonly int32: Int32Array
}

/**
 * Numbers and their shape in plain memory: no engine, nothing to dispose. `Shape` has the count of samples first
 * (`[number, 28, 28, 1]`); values lie row by row, the last axis fastest.
 */
export interface NDArray<Shape extends Sizes = Sizes, D extends DType = DType> {
  readonly shape: Shape
  readonly dtype: D
  readonly values: ValuesOf[D]
}

/** Numbers as they come: an array, or a typed array such as the bytes of an image. */
export type NumbersLike = ArrayLike<number>

/**
 * The values as given, or the sentence that says what is wrong with them as a whole. Of what is wrong with one of them the compiler
 * speaks itself.
 */
export type CheckValues<Who extends string, V> = [V] extends [NumbersLike]
  ? V
  : NotValues<Who, V>[[V] extends [NumbersLike] ? string : 'wrong']

// A table: where a helper is generic in the values, its key is any text.
interface NotValues<Who extends string, V> {
  [right: string]: AnyValue
  wrong: WrongValues<Who, V>
}

type WrongValues<Who, V> = V extends readonly unknown[]
  ? V extends readonly (readonly unknown[])[]
    ? Say<
        'dataNested',
        {
          who: Who
          was: 'an array'
          mend: V extends readonly (readonly (readonly unknown[])[])[] ? '.flat(Infinity)' : '.flat()'
        }
      >
    : V extends readonly { readonly [Symbol.toStringTag]: infer T extends string; readonly BYTES_PER_ELEMENT: number }[]
      ? Say<'dataNested', { who: Who; was: `a ${T}`; mend: '.flatMap((row) => [...row])' }>
      : NumbersLike
  : Say<'dataArray', { who: Who; was: Described<V> }>

/** The shape as given, or the sentence that says what is wrong with it. */
export type CheckShape<Who extends string, S> = NotSizes<S> extends true ? Say<'dataShape', { who: Who; was: ShowSizes<S> }> : S

/** A shape as the type of data has it. */
export type Writable<S> = { -readonly [K in keyof S]: S[K] }

/**
 * Numbers with a shape, for inputs and for targets of a regression. Values are checked here, once: count and finiteness.
 * A `Float32Array` is shared, not copied: what is written to it afterwards is in the data, too, and goes unchecked (a NaN is found only
 * when the loss is one). Give a copy, `values.slice()`, of an array that is written to again. Everything else is converted to one.
 *
 * @param given all numbers, the last axis fastest
 * @param shape sizes, samples first; a size may be a variable, its type is then `number`
 * @returns float32 data of that shape
 * @throws ShapeError when sizes are not whole numbers of at least 1, when the count of values is not their product, or when
 *   a value is NaN or infinite
 * @example
 * ```ts
 * import { ndarray } from 'shapeproof'
 * const pixels = new Uint8Array(100 * 28 * 28)
 * const n = pixels.length / (28 * 28)
 * const images = ndarray(pixels, [n, 28, 28, 1]) // NDArray<[number, 28, 28, 1], 'float32'>
 * ```
 */
export function ndarray<const S extends Sizes, V = NumbersLike>(
  given: CheckValues<'ndarray', V>,
  shape: CheckShape<'ndarray', S>,
): NDArray<Writable<S>, 'float32'> {
  const values = given as NumbersLike
  const sizes = checkShape('ndarray', shape as unknown as Sizes, values)
  const floats = takeFloats(values)
  checkFinite('ndarray', floats, values)
  return Object.freeze({ shape: sizes as unknown as Writable<S>, dtype: 'float32', values: floats })
}

/** True for an ndarray or labels, whatever they hold. */
export type IsData<X> = X extends { readonly shape: readonly number[]; readonly values: Float32Array | Int32Array } ? true : false

/** Whether a value is an ndarray or labels, whichever copy of the library made it. */
export function isNDArray(value: unknown): value is NDArray {
  if (typeof value !== 'object' || value === null) return false
  const { shape, values } = value as Partial<NDArray>
  return Array.isArray(shape) && ArrayBuffer.isView(values)
}
