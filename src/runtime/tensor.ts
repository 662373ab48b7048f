import type * as tf from '@tensorflow/tfjs-core'

declare const typed: unique symbol

/** A `tf.Tensor` whose shape is in its type: a brand only, so every function of tfjs takes it. The batch is the first axis. */
export interface Tensor<Shape, DType extends tf.DataType = 'float32'> extends tf.Tensor {
  /** Never there at run time. */
  readonly [typed]?: [Shape, DType]
}
