import type { InitializerName } from '../dsl/initializers.js'
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
export function initialValues(name: InitializerName, shape: readonly number[], seed: number): Float32Array {
  const random = createRandom(seed)
  const fan = fans(shape)
  const size = shape.reduce((n, length) => n * length, 1)
  return Float32Array.from({ length: size }, () => draws[name](random, fan.in, fan.out))
}
