import {
  adaptiveAveragePooling1d,
  adaptiveAveragePooling2d,
  adaptiveMaxPooling3d,
  averagePooling1d,
  conv1d,
  conv1dTranspose,
  conv2dTranspose,
  conv3d,
  conv3dTranspose,
  dense,
  depthwiseConv1d,
  depthwiseConv2d,
  globalAveragePooling1d,
  globalAveragePooling2d,
  globalMaxPooling3d,
  input,
  type LayerShapes,
  maxPooling1d,
  maxPooling3d,
  type ParamCount,
  separableConv1d,
  separableConv2d,
  sequential,
  type WeightShapes,
} from 'shapeproof'
import { expectType } from 'tsd'

// Convolutions and poolings along one axis, two and three: output shapes, weights, sizes with names, and what only the run knows.
declare const n: number
declare const flag: boolean
declare const any: any
declare const three: 3 | 5
declare const mode: 'valid' | 'same'
declare const steps: 1 | 2

// ---- shapes
const signal = input([100, 8])
expectType<[98, 32]>(conv1d({ filters: 32, kernelSize: 3 })(signal).shape)
expectType<[100, 32]>(conv1d({ filters: 32, kernelSize: 3, padding: 'causal', dilationRate: 4 })(signal).shape)
expectType<[50, 32]>(conv1d({ filters: 32, kernelSize: 3, padding: 'causal', strides: 2 })(signal).shape)
expectType<[101, 32]>(conv1d({ filters: 32, kernelSize: 3, padding: [2, 1] })(signal).shape)
expectType<[98, 24]>(depthwiseConv1d({ kernelSize: 3, depthMultiplier: 3 })(signal).shape)
expectType<[98, 5]>(separableConv1d({ filters: 5, kernelSize: 3 })(signal).shape)
expectType<[201, 5]>(conv1dTranspose({ filters: 5, kernelSize: 3, strides: 2 })(signal).shape)
expectType<[50, 8]>(maxPooling1d()(signal).shape)
expectType<[33, 8]>(averagePooling1d({ poolSize: 3 })(signal).shape)
expectType<[8]>(globalAveragePooling1d()(signal).shape)
expectType<[1, 8]>(globalAveragePooling1d({ keepdims: true })(signal).shape)
expectType<[7, 8]>(adaptiveAveragePooling1d({ outputSize: 7 })(signal).shape)

const image = input([8, 10, 4])
expectType<[6, 8, 4]>(depthwiseConv2d({ kernelSize: 3 })(image).shape)
expectType<[6, 4, 8]>(depthwiseConv2d({ kernelSize: 3, strides: [1, 2], depthMultiplier: 2 })(image).shape)
expectType<[4, 5, 6]>(separableConv2d({ filters: 6, kernelSize: 3, strides: 2, padding: 'same' })(image).shape)
expectType<[7, 5, 4]>(adaptiveAveragePooling2d({ outputSize: [7, 5] })(image).shape)

// transposed: 5 with a kernel of 3 and strides of 2 is 11, 9 or 10; a kernel of 2 and strides of 3 gives 15 or 14
const five = input([5, 5, 1])
expectType<[11, 11, 2]>(conv2dTranspose({ filters: 2, kernelSize: 3, strides: 2 })(five).shape)
expectType<[10, 10, 2]>(conv2dTranspose({ filters: 2, kernelSize: 3, strides: 2, padding: 'same' })(five).shape)
expectType<[9, 10, 2]>(
  conv2dTranspose({ filters: 2, kernelSize: 3, strides: 2, padding: 'same', outputPadding: [0, 1] })(five).shape,
)
expectType<[15, 15, 2]>(conv2dTranspose({ filters: 2, kernelSize: 2, strides: 3 })(five).shape)
expectType<[14, 14, 2]>(conv2dTranspose({ filters: 2, kernelSize: 2, strides: 3, outputPadding: 0 })(five).shape)
expectType<[9, 9, 2]>(conv2dTranspose({ filters: 2, kernelSize: 3, dilationRate: 2 })(five).shape)

const volume = input([8, 16, 16, 2])
expectType<[6, 14, 12, 4]>(conv3d({ filters: 4, kernelSize: [3, 3, 5] })(volume).shape)
expectType<[8, 32, 32, 4]>(conv3dTranspose({ filters: 4, kernelSize: 3, strides: [1, 2, 2], padding: 'same' })(volume).shape)
expectType<[4, 8, 8, 2]>(maxPooling3d()(volume).shape)
expectType<[2]>(globalMaxPooling3d()(volume).shape)
expectType<[1, 2, 3, 2]>(adaptiveMaxPooling3d({ outputSize: [1, 2, 3] })(volume).shape)

// ---- weights
const net = sequential(
  input([16, 16, 3]),
  depthwiseConv2d({ kernelSize: 3, depthMultiplier: 2 }),
  separableConv2d({ filters: 8, kernelSize: [3, 5], depthMultiplier: 2, useBias: false }),
  conv2dTranspose({ filters: 4, kernelSize: 2, strides: 2 }),
  globalAveragePooling2d({ keepdims: true }),
)
expectType<[[14, 14, 6], [12, 10, 8], [24, 20, 4], [1, 1, 4]]>(null! as LayerShapes<typeof net>)
expectType<{
  readonly depthwiseConv2d: { readonly kernel: [3, 3, 3, 2]; readonly bias: [6] }
  readonly separableConv2d: { readonly depthwiseKernel: [3, 5, 6, 2]; readonly pointwiseKernel: [1, 1, 12, 8] }
  readonly conv2dTranspose: { readonly kernel: [2, 2, 4, 8]; readonly bias: [4] }
}>(null! as WeightShapes<typeof net>)
expectType<468>(null! as ParamCount<typeof net>)

const line = sequential(
  input([9, 4]),
  conv1d({ filters: 6, kernelSize: 3, groups: 2 }),
  separableConv1d({ filters: 5, kernelSize: 2 }),
)
expectType<{
  readonly conv1d: { readonly kernel: [3, 2, 6]; readonly bias: [6] }
  readonly separableConv1d: { readonly depthwiseKernel: [2, 6, 1]; readonly pointwiseKernel: [1, 6, 5]; readonly bias: [5] }
}>(null! as WeightShapes<typeof line>)

// ---- sizes with names
const text = input(['t', 8])
expectType<['t-2', 4]>(conv1d({ filters: 4, kernelSize: 3 })(text).shape)
expectType<['t', 4]>(conv1d({ filters: 4, kernelSize: 3, padding: 'causal' })(text).shape)
expectType<['floor(t/2)', 8]>(maxPooling1d()(text).shape)
expectType<['2*t', 4]>(conv1dTranspose({ filters: 4, kernelSize: 4, strides: 2, padding: 'same' })(text).shape)
expectType<['2*t+1', 4]>(conv1dTranspose({ filters: 4, kernelSize: 3, strides: 2 })(text).shape)
expectType<['2*t-1', 4]>(
  conv1dTranspose({ filters: 4, kernelSize: 3, strides: 2, padding: 'same', outputPadding: 0 })(text).shape,
)
expectType<[5, 8]>(adaptiveAveragePooling1d({ outputSize: 5 })(text).shape)
expectType<['16*h', 'w', 6]>(
  conv2dTranspose({ filters: 6, kernelSize: 2, strides: [2, 1], padding: 'same' })(input(['8*h', 'w', 3])).shape,
)

// ---- what only the run knows
expectType<[number, 8]>(maxPooling1d({ poolSize: n })(signal).shape)
expectType<[number, 4]>(conv1dTranspose({ filters: 4, kernelSize: three, strides: 2 })(signal).shape)
expectType<[number, 4]>(conv1dTranspose({ filters: 4, kernelSize: 3, strides: steps })(signal).shape)
expectType<[201 | 200, 4]>(conv1dTranspose({ filters: 4, kernelSize: 3, strides: 2, padding: mode })(signal).shape)
expectType<[6, 8, number]>(depthwiseConv2d({ kernelSize: 3, depthMultiplier: n })(image).shape)
expectType<[6, 8, number]>(depthwiseConv2d({ kernelSize: 3 })(input([8, 10, n])).shape)
expectType<[number, number, 4]>(adaptiveAveragePooling2d({ outputSize: n })(image).shape)
expectType<readonly (number | string)[]>(globalAveragePooling1d({ keepdims: flag })(signal).shape)

// ---- helpers generic in a number
const block = <const F extends number>(filters: F) => separableConv2d({ filters, kernelSize: 3, padding: 'same' })
expectType<[8, 10, 7]>(block(7)(image).shape)
const multiplied = <const M extends number>(depthMultiplier: M) => depthwiseConv2d({ kernelSize: 3, depthMultiplier })
expectType<[6, 8, 12]>(multiplied(3)(image).shape)
const up = <const F extends number>(filters: F) =>
  sequential(conv2dTranspose({ filters, kernelSize: 2, strides: 2 }), block(filters))
expectType<[16, 20, 9]>(up(9)(image).shape)
sequential(input([8, 10, 4]), up(3), dense({ units: 2 }))

// ---- `any` stays silent, layer after layer
dense({ units: 2 })(maxPooling1d()(conv1d({ filters: 3, kernelSize: 3 })(input(any))))
conv2dTranspose({ filters: 3, kernelSize: 2, strides: 2 })(depthwiseConv2d({ kernelSize: any })(input([8, 8, any])))
