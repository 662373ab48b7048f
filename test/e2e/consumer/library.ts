// A library of models: all that it exports must have a type that its declarations can name, or `declaration: true` refuses it.
import * as s from 'shapeproof'

const a = s.input([4])
const b = s.input([5])
export const layer = s.conv2d({ filters: 4, kernelSize: 3 })
export const onNames = layer(s.input(['h', 'w', 3]))
export const around = s.residual(s.conv2d({ filters: 4, kernelSize: 3, padding: 'same', name: 'inner' }))
export const beside = s.parallel('concatenate', s.dense({ units: 2 }), s.dense({ units: 3 }))
export const encoder = s.shared('encoder', s.dense({ units: 8 }))
export const helper = <const F extends number>(filters: F) =>
  s.sequential(s.conv2d({ filters, kernelSize: 3 }), s.batchNormalization())
export const chain = s.sequential(s.input([8, 8, 4]), around, beside, s.flatten(), s.dense({ units: 2, activation: 'softmax' }))
export const graph = s.model({
  inputs: { a, b },
  outputs: { one: s.dense({ units: 2, name: 'one' })(a), other: s.concatenate()([s.dense({ units: 3 })(b), encoder(a)]) },
})
export const namedGraph = <const N extends string>(name: N) => s.model({ inputs: a, outputs: s.dense({ name, units: 2 })(a) })
export const ofNamed = namedGraph('first')
export const inner = s.model({ inputs: a, outputs: s.dense({ units: 2, name: 'inside' })(a) })
export const nested = s.sequential(s.input([4]), inner, s.dense({ units: 1 }))
export const net = await s.init(chain)
export const weights = net.weights
export const trainer = s.compile(chain, { optimizer: s.adam(), loss: 'categoricalCrossentropy', metrics: ['accuracy'] })
export const images = s.ndarray(new Float32Array(512), [2, 8, 8, 4])
export const labels = s.oneHot(s.classIds([0, 1], 2))
export const history = await trainer.fit(images, labels, { epochs: 1, verbose: 'silent' })
export const evaluation = await trainer.evaluate(images, labels)
export const predictions = await trainer.predict(images)
export const loss = s.categoricalCrossentropy({ fromLogits: true })
export const solution = s.solveConv({ input: 5, output: 3, kernelSize: 3, strides: 2 })
export const sizes = s.weightShapes(chain)
export const merged = [s.dot({ axes: 0 })([a, a]), s.subtract()([a, a]), s.reshape({ targetShape: [2, 2] })(a)] as const
export const others = [s.softmax(), s.prelu(), s.permute({ dims: [1] }), s.zeroPadding2d({ padding: 1 })] as const

// What functions of options have is spelt out in full, with the types of all options.
export const optimizers = [s.adam(), s.sgd({ learningRate: 0.1 })] as const
export const losses = [s.binaryCrossentropy({ fromLogits: true }), s.meanSquaredError()] as const
export const withDefaults = (options: Partial<s.Conv2dOptions> = {}) => s.conv2d({ filters: 8, kernelSize: 3, ...options })
export const ofSize = (kernelSize: s.Conv2dOptions['kernelSize']) => s.conv2d({ filters: 8, kernelSize })
export const padded = (options: s.ZeroPadding2dOptions) => s.zeroPadding2d({ padding: 2, ...options })
export const ofKernel = s.conv2d({ kernel: s.weights([1, 0, 1, 0], [2, 2, 1, 1]) })
export const withKernel = (options: s.Conv2dKernelOptions) => s.conv2d({ ...options, name: 'fixed' })
export const solve = (options: s.SolveConvOptions) => s.solveConv(options)

// Models called on other sizes, and of layers that only the run knows.
const x = s.input(['h', 'w', 3])
const y = s.conv2d({ filters: 3, kernelSize: 3, name: 'y' })(x)
export const sized = s.model({ inputs: { x }, outputs: { y, z: s.conv2d({ filters: 3, kernelSize: 1, name: 'z' })(y) } })
export const onSizes = sized({ x: s.input([32, 32, 3]) })
export const around2 = s.model({ inputs: x, outputs: s.model({ inputs: x, outputs: y })(x) })
export const twice = around2(s.input([32, 32, 3]))
export const open = (depth: number) => {
  const from: s.AnySymbolic = s.input([8, 8, 3])
  let to = from
  for (let k = 0; k < depth; k++) to = s.conv2d({ filters: 3, kernelSize: 1 })(to)
  return s.model({ inputs: from, outputs: to })
}
export const openWeights = s.weightShapes(open(2))
export const openNet = await s.init(open(2))
export const anyLayers = (...layers: readonly s.Layer<unknown, unknown>[]) => s.sequential(...layers)
