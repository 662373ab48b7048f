import type * as tf from '@tensorflow/tfjs-core'
import type { TransposedOptions } from '../../dsl/windows.js'
import { transposed } from '../../types/steps.js'
import { biased } from './activation.js'
import { filled } from './dilated.js'
import { type Complete, type Forward, only } from './forward.js'
import { each } from './sides.js'

/** What tfjs-core does: the gradient of a convolution with respect to its input of a given shape. */
export type ConvolveBack = (
  x: tf.Tensor,
  kernel: tf.Tensor,
  shape: number[],
  strides: number[],
  padding: 'valid' | 'same',
) => tf.Tensor

/** The forward pass of a transposed convolution over as many axes; sizes are the rule's own. */
export function transposedConvolution(
  axes: number,
  convolveBack: ConvolveBack,
): Forward<Complete<TransposedOptions<number | readonly number[]>>> {
  return (inputs, { kernel, bias }, { filters, strides, padding, dilationRate, outputPadding, activation }) => {
    const x = only(inputs)
    const weights = kernel as tf.Tensor
    const dilation = each(axes, dilationRate)
    const steps = each(axes, strides)
    // Left out, each axis has its own.
    const more: (number | undefined)[] = outputPadding === undefined ? [] : each(axes, outputPadding)
    const sizes = steps.map((stride, axis) =>
      transposed(
        x.shape[axis + 1] as number,
        { kernel: weights.shape[axis] as number, stride, padding, outputPadding: more[axis], dilation: dilation[axis] as number },
        'convTranspose',
      ),
    )
    const shape = [x.shape[0] as number, ...(sizes as number[]), filters]
    return biased(convolveBack(x, filled(weights, dilation), shape, steps, padding), bias, activation)
  }
}
