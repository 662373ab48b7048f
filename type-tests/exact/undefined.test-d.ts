import {
  add,
  average,
  averagePooling2d,
  batchNormalization,
  concatenate,
  conv1d,
  conv2d,
  conv2dTranspose,
  dense,
  einsumDense,
  globalAveragePooling2d,
  groupNormalization,
  input,
  layerNormalization,
  maxPooling2d,
  prelu,
  sequential,
  softmax,
  upSampling2d,
  type WeightShapes,
  zeroPadding2d,
} from 'shapeproof'
import { expectType } from 'tsd'

// An option that is `undefined` is as if it were left out.
const x = input([28, 28, 3])
const seen = conv2d({
  filters: 8,
  kernelSize: 3,
  strides: undefined,
  padding: undefined,
  dilationRate: undefined,
  groups: undefined,
  activation: undefined,
  useBias: undefined,
  name: undefined,
})(x)
expectType<[26, 26, 8]>(seen.shape)
expectType<'linear'>(seen.last)
expectType<[13, 13, 8]>(maxPooling2d({ poolSize: undefined, strides: undefined, padding: undefined })(seen).shape)
expectType<[8, 8, 8]>(averagePooling2d({ poolSize: 3, strides: undefined })(seen).shape)
expectType<[26, 5]>(conv1d({ filters: 5, kernelSize: 3, strides: undefined, padding: undefined })(input([28, 3])).shape)
expectType<[30, 30, 3]>(conv2dTranspose({ filters: 3, kernelSize: 3, strides: undefined, outputPadding: undefined })(x).shape)
expectType<[56, 56, 3]>(upSampling2d({ size: undefined })(x).shape)
expectType<[30, 30, 3]>(zeroPadding2d({ padding: undefined })(x).shape)
expectType<[3]>(globalAveragePooling2d({ keepdims: undefined })(x).shape)
expectType<[28, 28, 6]>(concatenate({ axis: undefined })([x, x]).shape)
expectType<[28, 28, 3]>(add({ broadcast: undefined })([x, x]).shape)
expectType<'softmax'>(softmax({ axis: undefined })(x).last)

const net = sequential(
  input([4, 6]),
  dense({ units: 6, useBias: undefined }),
  batchNormalization({ scale: undefined }),
  layerNormalization({ axis: undefined, center: undefined }),
  groupNormalization({ groups: 2, scale: undefined }),
  prelu({ sharedAxes: undefined }),
  einsumDense({ equation: 'abc,cd->abd', outputShape: [null, 3], biasAxes: undefined }),
)
declare const weights: WeightShapes<typeof net>
expectType<[6]>(weights.dense.bias)
expectType<[6]>(weights.batchNormalization.gamma)
expectType<[6]>(weights.layerNormalization.beta)
expectType<[6]>(weights.groupNormalization.gamma)
expectType<[4, 6]>(weights.prelu.alpha)
expectType<{ readonly kernel: [6, 3] }>(weights.einsumDense)

// What may be `undefined` is open.
const two = 2 as 2 | undefined
expectType<[number, number, 8]>(conv2d({ filters: 8, kernelSize: 3, strides: two })(x).shape)
const axis = 0 as 0 | undefined
expectType<[number, number, number]>(concatenate({ axis })([x, x]).shape)
declare const options: { filters: 8; kernelSize: 3; strides?: 2 }
expectType<[number, number, 8]>(conv2d(options)(x).shape)
declare const stretched: false | undefined
expectType<[28, 28, 3]>(average({ broadcast: stretched })([x, x]).shape)

// Of `any` nobody knows, and nothing is refused.
declare const anything: any
expectType<[number, number, number]>(concatenate({ axis: anything })([x, x]).shape)
expectType<[28, 28, 3]>(groupNormalization({ groups: anything })(x).shape)

// In a helper that is generic in filters, too.
const inner = <const F extends number>(filters: F) =>
  sequential(
    input([28, 28, 3]),
    conv2d({ filters, kernelSize: 3, padding: undefined }),
    conv2d({ filters, kernelSize: 3, strides: undefined }),
  )
expectType<[24, 24, 5]>(inner(5).outputShape)
