import * as tf from '@tensorflow/tfjs-core'
import { batchNormalization, conv2d, dense, flatten, init, input, model, sequential, type AnyModel, type Net, type Tensor } from 'shapeproof'

// ---- weights from one net to another

const five = init(sequential(input([4]), dense({ units: 5 }), dense({ units: 3 })))
const six = init(sequential(input([4]), dense({ units: 6 }), dense({ units: 3 })))
const short = init(sequential(input([4]), dense({ units: 5 })))

export const moved = async () => {
  const [a, b, c] = [await five, await six, await short]
  // @ts-expect-error setWeights: dense/kernel must be [4, 5] (was [4, 6])
  a.setWeights(b.weights)
  //           ~~~~~~~~~

  // @ts-expect-error setWeights: dense/kernel must be [4, 5] (was [4, 6])
  a.setWeights({ dense: { kernel: b.weights.dense.kernel } })
  //                      ~~~~~~

  // @ts-expect-error setWeights: there is no weight 'dense_1/kernel'
  c.setWeights(a.weights)
  //           ~~~~~~~~~

  // @ts-expect-error Did you mean to write 'kernel'?
  a.setWeights({ dense: { kernal: [1] } })
  //                      ~~~~~~

  // Right ones.
  a.setWeights(c.weights)
  a.setWeights({ dense: { kernel: tf.zeros([4, 5]), bias: new Float32Array(5) }, dense_1: { bias: [1, 2, 3] } })
}

// What only the run knows: sizes, shapes of tensors of the engine, names of layers of a graph.
export const open = async (n: number, any: Net<AnyModel>, some: Tensor<[4, number]>) => {
  const [a, b] = [await five, await init(sequential(input([n]), dense({ units: 5 }), dense({ units: 3 })))]
  a.setWeights(b.weights)
  b.setWeights(a.weights)
  a.setWeights(any.weights)
  any.setWeights(a.weights)
  any.setWeights({ dense: { kernel: [1] } })
  a.setWeights({ dense: { kernel: some } })
  const x = input([4])
  const graph = await init(model({ inputs: x, outputs: dense({ units: 3 })(dense({ units: 5, name: 'one' })(x)) }))
  graph.setWeights(a.weights)
  graph.setWeights(graph.weights)
  const net = await init(sequential(input([8, 8, 1]), conv2d({ filters: 3, kernelSize: 3, useBias: false }), batchNormalization(), flatten(), dense({ units: 2 })))
  net.setWeights({ ...net.weights, dense: { bias: net.weights.dense.bias } })
}
