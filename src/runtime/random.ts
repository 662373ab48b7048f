// Random numbers that are the same everywhere for the same seed. No engine in here: order of samples, first weights and masks
// are drawn in plain memory, so that they do not depend on the backend.

/** A stream of random numbers; every draw moves it on. */
export interface Random {
  /** A whole number in 0 … 2³² − 1. */
  bits(): number
  /** Uniform in [low, high), by default [0, 1); multiples of 2⁻²⁴ of the range, so that a float32 never rounds up to `high`. */
  uniform(low?: number, high?: number): number
  /** A whole number in 0 … count − 1, each as likely as the others. */
  below(count: number): number
  /** Normal, by default with mean 0 and deviation 1. */
  normal(mean?: number, deviation?: number): number
  /** Normal, drawn again until it lies within two deviations of the mean, as Keras' truncated normal. */
  truncatedNormal(mean?: number, deviation?: number): number
  /** Shuffles in place (Fisher and Yates) and returns the same array. */
  shuffle<T extends { [index: number]: unknown; readonly length: number }>(items: T): T
}

/** MurmurHash3's finalizer (Austin Appleby, public domain): every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** Low and high 32 bits of a seed, so that seeds above 2³² (`Date.now()`) differ in all their digits. */
function words(seed: number): [number, number] {
  return [seed >>> 0, Math.floor(Math.abs(seed) / 2 ** 32) >>> 0]
}

/**
 * A seed for a purpose: streams of different labels have nothing to do with each other, though they grow from one seed.
 *
 * @returns a whole number in 0 … 2³² − 1
 * @example
 * ```ts
 * const kernel = createRandom(deriveSeed(7, 'conv2d_1/kernel'))
 * const epoch3 = createRandom(deriveSeed(deriveSeed(7, 'shuffle'), 3))
 * ```
 */
export function deriveSeed(seed: number, label: string | number): number {
  const [low, high] = words(seed)
  let hash = mix(low ^ mix(high ^ 0x9e3779b9))
  // FNV-1a's step over the characters, finished by the mix; a number counts as its decimal digits.
  for (const character of String(label)) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return mix(hash)
}

/**
 * The generator sfc32 (Chris Doty-Humphrey, PractRand): 128 bits of state, a counter that rules out short periods.
 *
 * @param seed a whole number; the same seed gives the same stream, on every machine
 * @example
 * ```ts
 * const random = createRandom(7)
 * random.uniform(-1, 1)
 * random.shuffle([1, 2, 3])
 * ```
 */
export function createRandom(seed: number): Random {
  let [a, b] = words(seed)
  let c = 0x9e3779b9
  let counter = 1
  let spare: number | undefined

  function bits(): number {
    const result = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + result) | 0
    return result >>> 0
  }
  // Neighbouring seeds start close to each other: the first draws only stir the state (12 to 15 are the author's advice).
  for (let i = 0; i < 15; i++) bits()

  const uniform = (low = 0, high = 1): number => low + (high - low) * ((bits() >>> 8) / 2 ** 24)

  function below(count: number): number {
    // Draws that would favour the first numbers are drawn again.
    const limit = 2 ** 32 - (2 ** 32 % count)
    let draw = bits()
    while (draw >= limit) draw = bits()
    return draw % count
  }

  // Marsaglia's polar method gives two at once; the second is kept for the next call.
  function standard(): number {
    if (spare !== undefined) {
      const kept = spare
      spare = undefined
      return kept
    }
    for (;;) {
      const u = uniform(-1, 1)
      const v = uniform(-1, 1)
      const s = u * u + v * v
      if (s === 0 || s >= 1) continue
      const scale = Math.sqrt((-2 * Math.log(s)) / s)
      spare = v * scale
      return u * scale
    }
  }

  return {
    bits,
    uniform,
    below,
    normal: (mean = 0, deviation = 1) => mean + deviation * standard(),
    truncatedNormal(mean = 0, deviation = 1) {
      let draw = standard()
      while (Math.abs(draw) > 2) draw = standard()
      return mean + deviation * draw
    },
    shuffle(items) {
      for (let last = items.length - 1; last > 0; last--) {
        const other = below(last + 1)
        const moved = items[last]
        items[last] = items[other]
        items[other] = moved
      }
      return items
    },
  }
}
