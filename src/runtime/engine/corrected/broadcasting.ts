import * as tf from '@tensorflow/tfjs-core'

// The shipped gradients of these do not sum over the axes along which an operand was broadcast, so they throw: the gradient has the shape
// of the result.

/** The sum of a gradient over the axes that broadcasting added or widened, so that it has `shape` again. */
function reducedTo(shape: number[], gradient: tf.Tensor): tf.Tensor {
  const axes = tf.broadcast_util.getReductionAxes(shape, gradient.shape)
  return tf.reshape(axes.length === 0 ? gradient : tf.sum(gradient, axes), shape)
}

type Slopes = (dy: tf.Tensor, a: tf.Tensor, b: tf.Tensor, attrs: tf.NamedAttrMap) => tf.Tensor

function ofTwo(kernelName: string, byA: Slopes, byB: Slopes): tf.GradConfig {
  return {
    kernelName,
    inputsToSave: ['a', 'b'],
    gradFunc: (dy, saved, attrs) => {
      const [a, b] = saved as [tf.Tensor, tf.Tensor]
      const slope = dy as tf.Tensor
      return { a: () => reducedTo(a.shape, byA(slope, a, b, attrs)), b: () => reducedTo(b.shape, byB(slope, a, b, attrs)) }
    },
  }
}

const where = (dy: tf.Tensor, condition: tf.Tensor) => tf.mul(dy, tf.cast(condition, 'float32'))

// a · b, (aᵀ) · b, …: where an operand is transposed, so is its gradient.
const byLeft: Slopes = (dy, _a, b, { transposeA, transposeB }) =>
  transposeA ? tf.matMul(b, dy, transposeB as boolean, true) : tf.matMul(dy, b, false, !transposeB)
const byRight: Slopes = (dy, a, _b, { transposeA, transposeB }) =>
  transposeB ? tf.matMul(dy, a, true, transposeA as boolean) : tf.matMul(a, dy, !transposeA, false)

export const broadcastingGradients: tf.GradConfig[] = [
  // Where both are equal a takes it all, as shipped.
  ofTwo(
    tf.Maximum,
    (dy, a, b) => where(dy, tf.greaterEqual(a, b)),
    (dy, a, b) => where(dy, tf.less(a, b)),
  ),
  ofTwo(
    tf.Minimum,
    (dy, a, b) => where(dy, tf.lessEqual(a, b)),
    (dy, a, b) => where(dy, tf.greater(a, b)),
  ),
  ofTwo(
    tf.SquaredDifference,
    (dy, a, b) => tf.mul(dy, tf.mul(2, tf.sub(a, b))),
    (dy, a, b) => tf.mul(dy, tf.mul(2, tf.sub(b, a))),
  ),
  ofTwo(tf.BatchMatMul, byLeft, byRight),
]
