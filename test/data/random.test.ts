import { describe, expect, it } from 'vitest'
import { createRandom, deriveSeed } from '../../src/runtime/random.js'

const draws = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw)
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const deviation = (values: number[]): number => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)))

describe('random numbers', () => {
  it('are those of the seed, on every machine', () => {
    const random = createRandom(7)
    // Pinned: first weights and orders of samples must not change from one release to the next.
    expect(draws(4, random.bits)).toMatchInlineSnapshot(`
      [
        2427842431,
        2917685297,
        1525832735,
        3836590155,
      ]
    `)
  })

  it('differ by seed, in all digits of the seed', () => {
    const firsts = [0, 1, 2, 2 ** 32, 2 ** 32 + 1, Date.UTC(2024, 0)].map((seed) => createRandom(seed).bits())
    expect(new Set(firsts).size).toBe(firsts.length)
  })

  it('are uniform in [low, high), and stay below high as float32', () => {
    const { uniform } = createRandom(1)
    const values = draws(20_000, () => uniform(-2, 2))
    expect(Math.abs(mean(values))).toBeLessThan(0.03)
    expect(deviation(values)).toBeCloseTo(4 / Math.sqrt(12), 1)
    expect(Math.min(...values)).toBeGreaterThanOrEqual(-2)
    expect(Math.fround(Math.max(...values))).toBeLessThan(2)
  })

  it('are normal, with and without the tails', () => {
    const random = createRandom(2)
    const values = draws(20_000, () => random.normal(3, 2))
    expect(mean(values)).toBeCloseTo(3, 1)
    expect(deviation(values)).toBeCloseTo(2, 1)
    const short = draws(20_000, () => random.truncatedNormal())
    expect(Math.max(...short.map(Math.abs))).toBeLessThanOrEqual(2)
    // The deviation of a standard normal cut at two.
    expect(deviation(short)).toBeCloseTo(0.8796, 1)
  })

  it('draw each number below a count as often as the others', () => {
    const { below } = createRandom(3)
    const counts = [0, 0, 0, 0, 0, 0]
    for (let draw = 0; draw < 60_000; draw++) counts[below(6)]!++
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400)
  })

  it('shuffle each order as often as the others, in place', () => {
    const random = createRandom(4)
    const seen = new Map<string, number>()
    for (let round = 0; round < 6000; round++) {
      const order = random.shuffle([1, 2, 3]).join('')
      seen.set(order, (seen.get(order) ?? 0) + 1)
    }
    expect(seen.size).toBe(6)
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
    const typed = Uint32Array.of(1, 2, 3)
    expect(random.shuffle(typed)).toBe(typed)
  })
})

describe('deriveSeed', () => {
  it('is a whole number below 2³², different for each label and seed', () => {
    const seeds = [
      ...['kernel', 'bias', 'conv2d/kernel', 'conv2d_1/kernel', ''].map((label) => deriveSeed(7, label)),
      ...Array.from({ length: 1000 }, (_, label) => deriveSeed(7, label)),
      ...Array.from({ length: 1000 }, (_, seed) => deriveSeed(seed + 100, 'kernel')),
    ]
    expect(new Set(seeds).size).toBe(seeds.length)
    for (const seed of seeds) expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32).toBe(true)
    expect(deriveSeed(7, 'kernel')).toBe(deriveSeed(7, 'kernel'))
  })
})
