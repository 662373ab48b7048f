import type * as tf from '@tensorflow/tfjs-core'
import { allocate, floats, integers, sizeOf } from './heap.js'
import { type Replacement, replace } from './replacement.js'

// UnsortedSegmentSum is missing; it is the gradient of gather, so no embedding trains without it. One pass over x: the cpu backend makes
// one over all of x for every segment, 25 times slower for 8,000 words.

interface Inputs {
  x: tf.TensorInfo
  segmentIds: tf.TensorInfo
}

const unsortedSegmentSum = replace<Inputs, { numSegments: number }>('UnsortedSegmentSum', () => ({ inputs, attrs, backend }) => {
  const { x, segmentIds } = inputs
  const count = sizeOf(segmentIds.shape)
  const rest = x.shape.slice(segmentIds.shape.length)
  const size = sizeOf(rest)
  const out = allocate(backend, [attrs.numSegments, ...rest])
  // An int32 x stays int32, as in the other backends.
  out.dtype = x.dtype
  const view = x.dtype === 'int32' ? integers : floats
  const [values, segments, sums] = [view(backend, x), integers(backend, segmentIds), view(backend, out)]
  sums.fill(0)
  for (let index = 0; index < count; index++) {
    const segment = segments[index] as number
    // An id out of range, such as -1 for padding, belongs to no segment.
    if (segment < 0 || segment >= attrs.numSegments) continue
    const [from, to] = [index * size, segment * size]
    for (let at = 0; at < size; at++) sums[to + at] = (sums[to + at] as number) + (values[from + at] as number)
  }
  return out
})

export const segmentSumKernels: Replacement[] = [unsortedSegmentSum]
