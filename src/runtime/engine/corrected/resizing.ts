import * as tf from '@tensorflow/tfjs-core'

// Resizing is linear along each axis, so its gradient is two products with the transposed weights. The shipped gradients are wrong: the
// nearest one on the cpu with more than one image or channel (sums of other pixels), the bilinear one on every backend with half-pixel
// centers, which it ignores, and on the cpu height and width of both change places.

interface ResizeAttrs {
  alignCorners: boolean
  halfPixelCenters: boolean
}

/** For each place along the resized axis: the places it is made of, with their weights. */
type Sources = (place: number, ratio: number, size: number, attrs: ResizeAttrs) => [place: number, weight: number][]

const bilinear: Sources = (place, ratio, size, { halfPixelCenters }) => {
  const at = halfPixelCenters ? ratio * (place + 0.5) - 0.5 : ratio * place
  const before = Math.max(0, Math.floor(at))
  const share = at - before
  return [
    [before, 1 - share],
    [Math.min(size - 1, Math.ceil(at)), share],
  ]
}

const nearest: Sources = (place, ratio, size, { alignCorners, halfPixelCenters }) => {
  const at = halfPixelCenters ? ratio * (place + 0.5) : ratio * place
  return [[Math.max(0, Math.min(size - 1, alignCorners ? Math.round(at) : Math.floor(at))), 1]]
}

/** The weights of one axis, transposed: [size, resized]. */
function weights(sources: Sources, size: number, resized: number, attrs: ResizeAttrs): tf.Tensor2D {
  const aligned = attrs.alignCorners && resized > 1 ? 1 : 0
  const ratio = (size - aligned) / (resized - aligned)
  const values = new Float32Array(size * resized)
  for (let place = 0; place < resized; place++) {
    for (const [from, weight] of sources(place, ratio, size, attrs)) {
      values[from * resized + place] = (values[from * resized + place] as number) + weight
    }
  }
  return tf.tensor2d(values, [size, resized])
}

function gradient(kernelName: string, sources: Sources): tf.GradConfig {
  return {
    kernelName,
    inputsToSave: ['images'],
    gradFunc: (dy, saved, attrs) => {
      const [images] = saved as [tf.Tensor4D]
      const slope = dy as tf.Tensor4D
      const [batch, height, width, channels] = images.shape
      const [, tall, wide] = slope.shape
      const options = attrs as unknown as ResizeAttrs
      return {
        images: () => {
          const columns = tf.reshape(tf.transpose(slope, [1, 0, 2, 3]), [tall, batch * wide * channels])
          const rows = tf.reshape(tf.matMul(weights(sources, height, tall, options), columns), [height, batch, wide, channels])
          const across = tf.reshape(tf.transpose(rows, [2, 1, 0, 3]), [wide, batch * height * channels])
          const all = tf.reshape(tf.matMul(weights(sources, width, wide, options), across), [width, batch, height, channels])
          return tf.transpose(all, [1, 2, 0, 3])
        },
      }
    },
  }
}

export const resizingGradients: tf.GradConfig[] = [
  gradient(tf.ResizeBilinear, bilinear),
  gradient(tf.ResizeNearestNeighbor, nearest),
]
