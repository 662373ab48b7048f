import { describe, expect, it } from 'vitest'
import { initialValues } from '../../src/runtime/initializers.js'

// Values that fill all places of a weight at once; those drawn one by one are tested with the random numbers.

/** Products of all columns with each other, of rows if there are fewer. */
function products(values: Float32Array, rows: number, columns: number): number[] {
  const count = Math.min(rows, columns)
  const vector = (n: number): number[] =>
    rows < columns
      ? [...values.subarray(n * columns, (n + 1) * columns)]
      : Array.from({ length: rows }, (_, row) => values[row * columns + n] as number)
  return Array.from({ length: count * count }, (_, at) => {
    const [a, b] = [vector(Math.floor(at / count)), vector(at % count)]
    return a.reduce((sum, value, k) => sum + value * (b[k] as number), 0)
  })
}

const unit = (n: number): number[] => Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0))

describe('orthogonal', () => {
  it.each([
    [[40, 40], 40, 40],
    [[7, 30], 7, 30],
    [[30, 7], 30, 7],
    [[3, 3, 4, 8], 36, 8],
    [[1, 5], 1, 5],
  ])('%j', (shape, rows, columns) => {
    const values = initialValues('orthogonal', shape, 3)
    expect(values.length).toBe(rows * columns)
    const must = unit(Math.min(rows, columns))
    for (const [at, product] of products(values, rows, columns).entries()) expect(product).toBeCloseTo(must[at] as number, 5)
  })

  it('by the seed', () => {
    expect(initialValues('orthogonal', [5, 4], 1)).toEqual(initialValues('orthogonal', [5, 4], 1))
    expect(initialValues('orthogonal', [5, 4], 1)).not.toEqual(initialValues('orthogonal', [5, 4], 2))
    // No direction is preferred: signs are mixed.
    const signs = [...initialValues('orthogonal', [20, 20], 1)].filter((value) => value > 0).length
    expect(signs).toBeGreaterThan(150)
    expect(signs).toBeLessThan(250)
  })
})

it('identity', () => {
  expect([...initialValues('identity', [3, 3], 1)]).toEqual(unit(3))
})
