import type { InitializerName, MatrixInitializerName } from '../dsl/initializers.js'
import { createRandom, type Random } from './random.js'

/** Inputs and outputs of a unit, times the receptive field of a kernel `[...field, in, out]`; as Keras counts them. */
export function fans(shape: readonly number[]): { in: number; out: number } {
  if (shape.length < 2) return { in: shape[0] ?? 1, out: shape[0] ?? 1 }
  const field = shape.slice(0, -2).reduce((n, size) => n * size, 1)
  return { in: field * (shape.at(-2) as number), out: field * (shape.at(-1) as number) }
}

// The deviation of a normal cut at two deviations is this share of the uncut one's.
const CUT = 0.87962566103423978

type Draw = (random: Random, fanIn: number, fanOut: number) => number

const uniform = (random: Random, variance: number): number => random.uniform(-1, 1) * Math.sqrt(3 * variance)
const normal = (random: Random, variance: number): number => random.truncatedNormal() * (Math.sqrt(variance) / CUT)

const draws: { readonly [N in InitializerName]: Draw } = {
  glorotUniform: (random, fanIn, fanOut) => uniform(random, 2 / (fanIn + fanOut)),
  glorotNormal: (random, fanIn, fanOut) => normal(random, 2 / (fanIn + fanOut)),
  heUniform: (random, fanIn) => uniform(random, 2 / fanIn),
  heNormal: (random, fanIn) => normal(random, 2 / fanIn),
  zeros: () => 0,
  ones: () => 1,
}

/** First values of a weight; the same seed gives the same ones on every backend. */
export function initialValues(name: MatrixInitializerName, shape: readonly number[], seed: number): Float32Array {
  const random = createRandom(seed)
  const size = shape.reduce((n, length) => n * length, 1)
  const columns = shape.at(-1) as number
  if (name === 'identity') return Float32Array.from({ length: size }, (_, at) => (at % (columns + 1) === 0 ? 1 : 0))
  if (name === 'orthogonal') return orthogonal(size / columns, columns, random)
  const fan = fans(shape)
  return Float32Array.from({ length: size }, () => draws[name](random, fan.in, fan.out))
}

/**
 * A matrix whose columns, or rows if they are fewer, are at right angles and of length 1: the Q of a QR of normal draws whose R is
 * positive on its diagonal, as in Keras. By Gram and Schmidt, each vector twice: once leaves errors of its own.
 */
function orthogonal(rows: number, columns: number, random: Random): Float32Array {
  const [length, count] = [Math.max(rows, columns), Math.min(rows, columns)]
  const vectors: Float64Array[] = []
  for (let at = 0; at < count; at++) {
    const vector = Float64Array.from({ length }, () => random.normal())
    for (const other of [...vectors, ...vectors]) {
      const along = dot(vector, other)
      for (let k = 0; k < length; k++) vector[k] = (vector[k] as number) - along * (other[k] as number)
    }
    const norm = Math.sqrt(dot(vector, vector))
    vectors.push(vector.map((value) => value / norm))
  }
  const element = (row: number, column: number): number =>
    (rows < columns ? vectors[row]?.[column] : vectors[column]?.[row]) as number
  return Float32Array.from({ length: rows * columns }, (_, at) => element(Math.floor(at / columns), at % columns))
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number)
  return sum
}
