import { describe, expect, it } from 'vitest'
import { allSamples, batchesOf, cut, split } from '../../src/runtime/training/batches.js'

const plain = (batches: Uint32Array[]): number[][] => batches.map((batch) => [...batch])
const sorted = (batches: Uint32Array[]): number[] =>
  plain(batches)
    .flat()
    .sort((a, b) => a - b)

describe('batches', () => {
  const samples = allSamples(10)

  it('are cut in order, the last one smaller', () => {
    expect(plain(cut(samples, 4))).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [8, 9],
    ])
    expect(plain(batchesOf(samples, 4, false, 7, 1))).toEqual(plain(cut(samples, 4)))
  })

  it.each(['dataset', 'batches', 'withinBatch'] as const)(
    '%s: every sample once, another order each epoch, the same for the same seed',
    (shuffle) => {
      const many = allSamples(1000)
      const first = batchesOf(many, 32, shuffle, 7, 1)
      expect(sorted(first)).toEqual([...many])
      expect(plain(batchesOf(many, 32, shuffle, 7, 1))).toEqual(plain(first))
      expect(plain(batchesOf(many, 32, shuffle, 7, 2))).not.toEqual(plain(first))
      expect(plain(batchesOf(many, 32, shuffle, 8, 1))).not.toEqual(plain(first))
      expect([...many]).toEqual([...allSamples(1000)])
    },
  )

  it("'batches' moves whole batches, 'withinBatch' samples inside of theirs", () => {
    const whole = plain(batchesOf(samples, 4, 'batches', 3, 1))
    expect(whole.map((batch) => batch.join()).sort()).toEqual(['0,1,2,3', '4,5,6,7', '8,9'])
    const within = plain(batchesOf(samples, 4, 'withinBatch', 3, 1))
    expect(within.map((batch) => batch.sort((a, b) => a - b).join())).toEqual(['0,1,2,3', '4,5,6,7', '8,9'])
  })
})

describe('the validation split', () => {
  it('parts all samples, rounding as Keras does', () => {
    const { training, validation } = split(1005, 0.1, false)
    expect([training.length, validation.length]).toEqual([904, 101])
    expect(sorted([training, validation])).toEqual([...allSamples(1005)])
  })

  it('is by chance, so that a set sorted by class leaves some of each class on both sides', () => {
    const { validation } = split(1000, 0.1, false)
    const perClass = Array.from(
      { length: 10 },
      (_, kind) => validation.filter((index) => Math.floor(index / 100) === kind).length,
    )
    expect(Math.min(...perClass)).toBeGreaterThan(0)
  })

  it('is the same for the same count, and the tail where order matters', () => {
    expect(split(100, 0.2, false)).toEqual(split(100, 0.2, false))
    expect([...split(10, 0.3, true).validation]).toEqual([7, 8, 9])
  })
})
