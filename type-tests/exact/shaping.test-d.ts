import {
  add,
  average,
  batchNormalization,
  concatenate,
  cropping1d,
  dense,
  dot,
  type Flops,
  flatten,
  input,
  layerNormalization,
  multiply,
  type ParamCount,
  permute,
  reshape,
  sequential,
  upSampling2d,
  type WeightShapes,
  zeroPadding2d,
} from 'shapeproof'
import { expectType } from 'tsd'

declare const n: number
declare const target: number[]
declare const way: -1 | 0

// merges: the known one of two sizes goes on; broadcasting stretches sizes of 1 and fills up in front
const x = input([32, 32, 16])
expectType<[32, 32, 16]>(average()([x, input([n, 32, 16]), x]).shape)
expectType<[32, 32, 16]>(multiply({ broadcast: true })([x, input([16])]).shape)
expectType<[32, 32, 16]>(add({ broadcast: true })([input([32, 1, 16]), input([32, 1])]).shape)
expectType<[number, 5]>(add({ broadcast: true })([input([n, 1]), input([1, 5])]).shape)
expectType<['h', 'w', 3]>(add({ broadcast: true })([input(['h', 1, 3]), input(['w', 3])]).shape)

// sizes add up along the axis
expectType<[32, 32, 25]>(concatenate()([x, input([32, 32, 8]), input([32, 32, 1])]).shape)
expectType<['h+3', 'w', 16]>(concatenate({ axis: 0 })([input(['h', 'w', 16]), input([3, 'w', 16])]).shape)
expectType<['h+w', 3]>(concatenate({ axis: -2 })([input(['w', 3]), input(['h', 3])]).shape)
expectType<['2*h', 3]>(concatenate({ axis: -2 })([input(['h', 3]), input(['h', 3])]).shape)
expectType<[number, 3]>(concatenate({ axis: 0 })([input([n, 3]), input([2, 3])]).shape)
expectType<[number, number]>(concatenate({ axis: way })([input([2, 3]), input([2, 3])]).shape)
expectType<[5, 3]>(dot({ axes: [1, 0] })([input([5, 8]), input([8, 3])]).shape)
expectType<[1]>(dot({ axes: -1 })([input([8]), input([8])]).shape)
expectType<['h', 4, 3]>(dot({ axes: [1, -1] })([input(['h', 8, 4]), input([3, 8])]).shape)

// other shapes
expectType<[7, 448]>(reshape({ targetShape: [7, -1] })(input([3136])).shape)
expectType<['h*w', 3]>(reshape({ targetShape: [-1, 3] })(input(['h', 'w', 3])).shape)
expectType<[number, 4]>(reshape({ targetShape: [n, 4] })(input([4, 4])).shape)
expectType<[number, number]>(reshape({ targetShape: [n, -1] })(input([4, 4])).shape)
expectType<readonly (number | string)[]>(reshape({ targetShape: target })(input([4, 4])).shape)
expectType<[4, 2, 'h']>(permute({ dims: [3, 1, 2] })(input([2, 'h', 4])).shape)
expectType<[5, 'h+7', 4]>(
  zeroPadding2d({
    padding: [
      [1, 2],
      [3, 4],
    ],
  })(input([2, 'h', 4])).shape,
)
expectType<['h-3', 4]>(cropping1d({ cropping: [1, 2] })(input(['h', 4])).shape)
expectType<[6, '3*h', 4]>(upSampling2d({ size: [2, 3] })(input([3, 'h', 4])).shape)
const up = upSampling2d()(input(['8*h', '8*w', 3]))
expectType<['16*h', '16*w', 6]>(concatenate()([up, input(['16*h', '16*w', 3])]).shape)

// rows stay rows while the class axis stays the last
const classes = [input([49]), dense({ units: 10, activation: 'softmax' })] as const
expectType<'softmax'>(sequential(...classes, reshape({ targetShape: [1, 10] }), permute({ dims: [1, 2] })).lastActivation)
expectType<'unknown'>(sequential(...classes, reshape({ targetShape: [1, 10] }), permute({ dims: [2, 1] })).lastActivation)
expectType<'linear'>(sequential(...classes, batchNormalization()).lastActivation)

// helpers that are generic in numbers with a range
const normalized = <const M extends number, const E extends number>(momentum: M, epsilon: E) =>
  sequential(batchNormalization({ momentum, epsilon }), layerNormalization({ epsilon }))
expectType<[8]>(normalized(0.9, 1e-5)(input([8])).shape)
// and once it was not, they are rows no more
const [away, back] = [reshape({ targetShape: [5, 2] }), reshape({ targetShape: [10] })]
expectType<'unknown'>(sequential(...classes, away, back).lastActivation)
expectType<'softmax'>(sequential(...classes, back, reshape({ targetShape: [1, 10] }), flatten()).lastActivation)
expectType<'unknown'>(sequential(...classes, sequential(away, back)).lastActivation)
expectType<'softmax'>(sequential(...classes, sequential(back)).lastActivation)
expectType<'unknown'>(sequential(dense({ units: 10, activation: 'softmax' })(input([49])), away, back).lastActivation)

// weights
const model = sequential(
  input([4, 5, 3]),
  batchNormalization(),
  layerNormalization({ axis: [0, -1], center: false }),
  flatten(),
  batchNormalization({ scale: false }),
)
type Weights = WeightShapes<typeof model>
declare const weights: Weights
expectType<[3]>(weights.batchNormalization.gamma)
expectType<[3]>(weights.batchNormalization.movingVariance)
expectType<[4, 3]>(weights.layerNormalization.gamma)
expectType<'beta' | 'movingMean' | 'movingVariance'>({} as keyof Weights['batchNormalization_1'])
expectType<'gamma'>({} as keyof Weights['layerNormalization'])
expectType<204>({} as ParamCount<typeof model>)

// what begins as the identity keeps its size, and is as any other
declare const begin: 'identity' | 'zeros'
const same = sequential(input([4, 8]), dense({ units: 8, kernelInitializer: 'identity', activation: 'softmax' }))
expectType<[4, 8]>(same.outputShape)
expectType<'softmax'>(same.lastActivation)
expectType<[8, 8]>({} as WeightShapes<typeof same>['dense']['kernel'])
expectType<72>({} as ParamCount<typeof same>)
expectType<512>({} as Flops<typeof same>)
expectType<[5]>(dense({ units: 5, kernelInitializer: begin })(input([4])).shape)
expectType<[number]>(dense({ units: n, kernelInitializer: 'identity' })(input([4])).shape)
const steady = <const U extends number>(units: U) => dense({ units, kernelInitializer: 'identity' })
expectType<[4]>(steady(4)(input([4])).shape)

// the channels of batch normalization may be another axis
const first = sequential(
  input([4, 5, 3]),
  batchNormalization({ axis: 0 }),
  batchNormalization({ axis: way, scale: false }),
  batchNormalization({ axis: undefined }),
)
declare const ofFirst: WeightShapes<typeof first>
expectType<[4, 5, 3]>(first.outputShape)
expectType<[4]>(ofFirst.batchNormalization.movingMean)
expectType<'beta' | 'movingMean' | 'movingVariance'>({} as keyof (typeof ofFirst)['batchNormalization_1'])
expectType<[3] | [4]>(ofFirst.batchNormalization_1.beta)
expectType<[3]>(ofFirst.batchNormalization_2.gamma)
