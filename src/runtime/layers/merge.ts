import * as tf from '@tensorflow/tfjs-core'
import type { MergeOptions } from '../../dsl/merge.js'
import type { Complete, Forward } from './forward.js'

/** The forward pass of a merge: an operation from the first input to the last. */
export function merging(operation: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor): Forward<Complete<MergeOptions>> {
  return (inputs, _, { broadcast }) => (broadcast ? stretched(inputs) : inputs).reduce(operation)
}

/**
 * All of one shape, aligned at the last axis: the samples' axes, not the batch. Said outright, since not every operation of
 * tfjs-core sums its gradient over the axes that it broadcast.
 */
function stretched(inputs: readonly tf.Tensor[]): readonly tf.Tensor[] {
  const rank = Math.max(...inputs.map((x) => x.rank))
  const aligned = inputs.map(({ shape: [batch, ...sizes] }) => [
    batch as number,
    ...Array<number>(rank - 1 - sizes.length).fill(1),
    ...sizes,
  ])
  const shape = Array.from({ length: rank }, (_, axis) => Math.max(...aligned.map((sizes) => sizes[axis] as number)))
  return inputs.map((x, at) => tf.broadcastTo(tf.reshape(x, aligned[at] as number[]), shape))
}
