import * as tf from '@tensorflow/tfjs-core'
import { printed } from '../../dsl/options.js'
import { refuse } from '../../types/message.js'

/** What ids must be: whole numbers below the value of an option. */
export interface IdsOf {
  readonly who: string
  readonly option: string
  readonly count: number
}

/**
 * What `make` makes of ids, each of which is checked. There is no slope along them.
 *
 * @throws ShapeError at the first that is none
 */
export function withIds(x: tf.Tensor, must: IdsOf, make: (ids: tf.Tensor) => tf.Tensor): tf.Tensor {
  const values = valuesOf(x)
  if (values) check(values, must)
  const ids = still(x, () => tf.cast(x, 'int32'))
  return values
    ? make(ids)
    : tf.add(
        make(ids),
        still(x, () => fault(x, must)),
      )
}

function check(values: ArrayLike<number>, { who, option, count }: IdsOf): void {
  for (let index = 0; index < values.length; index++) {
    const id = values[index] as number
    if (!(Number.isInteger(id) && id >= 0 && id < count))
      refuse('indices', { who, max: count - 1, was: printed(id), index, option })
  }
}

// What was put into a tensor can be read at once on every backend. What a GPU made itself may not be: webgpu throws.
function valuesOf(x: tf.Tensor): ArrayLike<number> | undefined {
  try {
    return x.dataSync()
  } catch {
    return undefined
  }
}

/** NaN if there is a wrong one, else 0: where ids cannot be read, training stops with its sentence about NaN. */
function fault(x: tf.Tensor, { count }: IdsOf): tf.Tensor {
  const outside = tf.logicalOr(tf.less(x, 0), tf.greaterEqual(x, count))
  const wrong = tf.logicalOr(outside, tf.notEqual(x, tf.floor(x)))
  return tf.where(tf.any(wrong), Number.NaN, 0)
}

// The gradient that tfjs has of casts and comparisons is not 0 everywhere.
function still(x: tf.Tensor, make: () => tf.Tensor): tf.Tensor {
  return tf.customGrad((given) => ({ value: make(), gradFunc: () => tf.zeros((given as tf.Tensor).shape) }))(x)
}
