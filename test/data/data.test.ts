import { describe, expect, it } from 'vitest'
import { binaryLabels, classIds } from '../../src/dsl/data/labels.js'
import { ndarray } from '../../src/dsl/data/ndarray.js'
import { oneHot } from '../../src/dsl/data/oneHot.js'
import { ShapeError } from '../../src/types/message.js'

const throwing = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    expect(error).toBeInstanceOf(ShapeError)
    return (error as Error).message
  }
  throw new Error('nothing was thrown')
}

describe('ndarray', () => {
  it('converts bytes, doubles and plain arrays to floats, and keeps floats as they are', () => {
    const floats = Float32Array.of(1, 2, 3, 4)
    expect(ndarray(floats, [2, 2]).values).toBe(floats)
    expect(ndarray(Uint8Array.of(0, 128, 255), [3]).values).toEqual(Float32Array.of(0, 128, 255))
    expect(ndarray(Float64Array.of(0.1), [1]).values).toEqual(Float32Array.of(0.1))
    expect(ndarray([1, 2], [1, 2])).toEqual({ shape: [1, 2], dtype: 'float32', values: Float32Array.of(1, 2) })
  })

  it('is frozen, and does not follow the array of sizes it was given', () => {
    const sizes: number[] = [2, 1]
    const data = ndarray([1, 2], sizes)
    sizes[0] = 9
    expect(data.shape).toEqual([2, 1])
    expect(Object.isFrozen(data) && Object.isFrozen(data.shape)).toBe(true)
  })

  const bad = (shape: unknown): number[] => shape as number[]
  it.each([
    [() => ndarray([1, 2, 3], [2, 2]), 'ndarray: [2, 2] must be given 4 values (was 3)'],
    [() => ndarray([], [1]), 'ndarray: values must not be empty'],
    [() => ndarray([1, Number.NaN], [2]), 'ndarray: values must be finite numbers (was NaN at index 1)'],
    [() => ndarray([1, 2, -Infinity], [3]), 'ndarray: values must be finite numbers (was -Infinity at index 2)'],
    [() => ndarray([1e300], [1]), 'ndarray: values must be finite numbers (was 1e+300 at index 0)'],
    [
      () => ndarray([[1]] as never, [1]),
      'ndarray: values must be one flat list of numbers (was an array at index 0); flatten it first, with .flat()',
    ],
    [
      () => ndarray(['a'] as never, [1]),
      "ndarray: values must be numbers (was the string 'a' at index 0); turn them into numbers first, with .map(Number)",
    ],
    [() => ndarray(undefined as never, [1]), 'ndarray: values must be an array or a typed array of numbers (was undefined)'],
    [() => ndarray('12' as never, [2]), "ndarray: values must be an array or a typed array of numbers (was '12')"],
    [() => ndarray(new Set([1]) as never, [1]), 'ndarray: values must be an array or a typed array of numbers (was a Set)'],
    [
      () => ndarray(BigInt64Array.of(1n) as never, [1]),
      'ndarray: values must be an array or a typed array of numbers (was a BigInt64Array)',
    ],
    [() => ndarray([1], bad([0])), 'ndarray: shape must be sizes of at least 1, in whole numbers (was [0])'],
    [() => ndarray([1], bad([1, 1.5])), 'ndarray: shape must be sizes of at least 1, in whole numbers (was [1, 1.5])'],
    [() => ndarray([1], bad([])), 'ndarray: shape must be sizes of at least 1, in whole numbers (was [])'],
    [() => ndarray([1], bad(undefined)), 'ndarray: shape must be sizes of at least 1, in whole numbers (was undefined)'],
  ])('refuses %#', (run, sentence) => {
    expect(throwing(run)).toBe(sentence)
  })
})

describe('labels', () => {
  it('classIds are whole numbers with their count of classes', () => {
    expect(classIds([0, 9, 3], 10)).toEqual({
      shape: [3],
      dtype: 'int32',
      values: Int32Array.of(0, 9, 3),
      kind: 'ids',
      classes: 10,
    })
    expect(classIds(Uint8Array.of(0, 1, 2, 3), 4, [1, 2, 2]).shape).toEqual([1, 2, 2])
  })

  it('oneHot has one row for each id', () => {
    const hot = oneHot(classIds([2, 0], 3))
    expect(hot).toEqual({
      shape: [2, 3],
      dtype: 'float32',
      values: Float32Array.of(0, 0, 1, 1, 0, 0),
      kind: 'oneHot',
      classes: 3,
    })
    expect(oneHot(classIds([0, 1, 2, 3], 4, [1, 2, 2])).shape).toEqual([1, 2, 2, 4])
  })

  it('binaryLabels are one a sample unless a shape says otherwise', () => {
    expect(binaryLabels([0, 1])).toEqual({
      shape: [2, 1],
      dtype: 'float32',
      values: Float32Array.of(0, 1),
      kind: 'binary',
      classes: 2,
    })
    expect(binaryLabels([0, 1, 1, 0], [2, 2]).shape).toEqual([2, 2])
  })

  const ids = 'classIds: ids must be whole numbers from 0 to 2'
  it.each([
    [() => classIds([0, 3], 3), `${ids} (was 3 at index 1); count classes from 0, or give more classes`],
    [() => classIds([-1], 3), `${ids} (was -1 at index 0); count classes from 0, or give more classes`],
    [() => classIds([0, 1, 0.7], 3), `${ids} (was 0.7 at index 2); count classes from 0, or give more classes`],
    [() => classIds([Number.NaN], 3), `${ids} (was NaN at index 0); count classes from 0, or give more classes`],
    [
      () => classIds([0], 1 as number),
      'classIds: classes must be a whole number of at least 2 (was 1); for one yes or no use binaryLabels',
    ],
    [
      () => classIds([0], 2.5 as number),
      'classIds: classes must be a whole number of at least 2 (was 2.5); for one yes or no use binaryLabels',
    ],
    [() => classIds([], 3), 'classIds: values must not be empty'],
    [() => classIds([0, 1, 2], 3, [2, 2]), 'classIds: [2, 2] must be given 4 values (was 3)'],
    [
      () => binaryLabels([0, 1, 2]),
      'binaryLabels: labels must be 0 or 1 (was 2 at index 2); for more than two classes use classIds',
    ],
    [
      () => binaryLabels([0, -1]),
      'binaryLabels: labels must be 0 or 1 (was -1 at index 1); for more than two classes use classIds',
    ],
    [
      () => binaryLabels([true] as never),
      'binaryLabels: labels must be 0 or 1 (was true at index 0); for more than two classes use classIds',
    ],
    [
      () => oneHot(ndarray([1], [1]) as never),
      'oneHot: labels must be class ids (was an ndarray [1]); use classIds(values, classes)',
    ],
    [() => oneHot([1] as never), 'oneHot: labels must be class ids (was an array); use classIds(values, classes)'],
  ])('refuses %#', (run, sentence) => {
    expect(throwing(run)).toBe(sentence)
  })
})
