import * as tf from '@tensorflow/tfjs-core'
import { test } from 'vitest'
import { expectAgreement, numbers } from './both-backends.js'

// Windows over images of sizes that nobody thought of; the seed makes each case repeat.

type Pad = 'valid' | 'same' | tf.backend_util.ExplicitPadding

interface Case {
  image: [number, number, number, number]
  window: [number, number]
  strides: [number, number]
  pad: Pad
  filters: number
}

function caseOf(seed: number): Case {
  const draws = numbers(64, seed + 1000)
  let next = 8
  // The first numbers of a linear congruence resemble each other from seed to seed.
  const whole = (from: number, to: number) => from + Math.floor((((draws[next++] as number) + 1) / 2) * (to - from + 1))
  const window: [number, number] = [whole(1, 4), whole(1, 4)]
  const sides = [0, 1].map((axis) => [whole(0, (window[axis] as number) - 1), whole(0, (window[axis] as number) - 1)]) as [
    number,
    number,
  ][]
  const pads: Pad[] = ['valid', 'same', [[0, 0], sides[0] as [number, number], sides[1] as [number, number], [0, 0]]]
  return {
    image: [whole(1, 3), whole(4, 11), whole(4, 11), whole(1, 9)],
    window,
    strides: [whole(1, 3), whole(1, 3)],
    pad: pads[whole(0, 2)] as Pad,
    filters: whole(1, 18),
  }
}

const cases = Array.from({ length: 40 }, (_, seed) => ({ seed, ...caseOf(seed) }))

test.each(cases)(
  'seed $seed: $image, window $window, strides $strides, padding $pad',
  async ({ image, window, strides, pad, filters }) => {
    const channels = image[3]
    const as = pad as 'same'
    await expectAgreement([image, [...window, channels, filters]], (x, kernel) =>
      tf.conv2d(x as tf.Tensor4D, kernel as tf.Tensor4D, strides, as),
    )
    await expectAgreement([image], (x) => tf.maxPool(tf.sub(x as tf.Tensor4D, 0.9) as tf.Tensor4D, window, strides, as))
    await expectAgreement([image], (x) => tf.avgPool(x as tf.Tensor4D, window, strides, as))
    await expectAgreement([image, [...window, channels, 1 + (filters % 3)]], (x, kernel) =>
      tf.depthwiseConv2d(x as tf.Tensor4D, kernel as tf.Tensor4D, strides[0], as),
    )
  },
)
