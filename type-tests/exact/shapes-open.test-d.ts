import {
  rmsNormalization,
  layerNormalization,
  type ActivationName,
  type AnyModel,
  activation,
  add,
  adam,
  compile,
  type Conv2dOptions,
  conv2d,
  dense,
  type DenseOptions,
  dropout,
  flatten,
  globalAveragePooling2d,
  init,
  input,
  type LayerShapes,
  maxPooling2d,
  type MaxPooling2dOptions,
  type Model,
  model,
  type OutputShape,
  type ParamCount,
  paramCount,
  residual,
  sequential,
  type Shape,
  type WeightShapes,
} from 'shapeproof'
import { expectType } from 'tsd'

// What is only known at run time: never an error, and `number` where the result is not known. Each statement here would be a false
// error or a lie.
declare const n: number
declare const two: 3 | 5
declare const mode: 'valid' | 'same'
declare const flag: boolean
declare const words: ActivationName
declare const any: any
declare const convolution: Conv2dOptions
declare const pool: MaxPooling2dOptions
declare const units: DenseOptions
declare const anyShape: Shape
declare const list: number[]

// ---- `number` in a dimension
const image = input([n, 28, 3])
expectType<[number, 28, 3]>(image.shape)
expectType<[number, 26, 8]>(conv2d({ filters: 8, kernelSize: 3 })(image).shape)
expectType<[number, 14, 8]>(conv2d({ filters: 8, kernelSize: 3, padding: 'same', strides: 2 })(image).shape)
expectType<[number, 14, 3]>(maxPooling2d()(image).shape)
expectType<[3]>(globalAveragePooling2d()(image).shape)
expectType<[number]>(flatten()(image).shape)
expectType<[10]>(dense({ units: 10 })(flatten()(image)).shape)
expectType<[26, 26, 8]>(conv2d({ filters: 8, kernelSize: 3, groups: 2 })(input([28, 28, n])).shape)
expectType<[number, 28, 8]>(conv2d({ filters: 8, kernelSize: [99, 1] })(image).shape)

// shapes of which nothing is known
expectType<number>(conv2d({ filters: 8, kernelSize: 3 })(input([n, n, n])).shape[0])
expectType<(number | string)[]>(dropout({ rate: 0.5 })(input(anyShape)).shape)
dense({ units: 3 })(flatten()(conv2d({ filters: 8, kernelSize: 3 })(input(anyShape))))
dense({ units: 3 })(input(list))
sequential(input(list), conv2d({ filters: 8, kernelSize: 3 }), flatten(), dense({ units: 3 }))

// ---- `number` in an option
expectType<[28, 28, number]>(conv2d({ filters: n, kernelSize: 3, padding: 'same' })(input([28, 28, 3])).shape)
expectType<[number, number, 8]>(conv2d({ filters: 8, kernelSize: n })(input([28, 28, 3])).shape)
expectType<[26, number, 8]>(conv2d({ filters: 8, kernelSize: [3, n] })(input([28, 28, 3])).shape)
expectType<[number, number, 8]>(conv2d({ filters: 8, kernelSize: 3, strides: n })(input([28, 28, 3])).shape)
expectType<[number, number, 8]>(conv2d({ filters: 8, kernelSize: 3, dilationRate: n })(input([28, 28, 3])).shape)
expectType<[number, number, 8]>(conv2d({ filters: 8, kernelSize: 3, padding: n })(input([28, 28, 3])).shape)
expectType<[28, number, 8]>(
  conv2d({
    filters: 8,
    kernelSize: 3,
    padding: [
      [1, 1],
      [n, 0],
    ],
  })(input([28, 28, 3])).shape,
)
expectType<[26, 26, 8]>(conv2d({ filters: 8, kernelSize: 3, groups: n })(input([28, 28, 3])).shape)
expectType<[number]>(dense({ units: n })(input([4])).shape)
dropout({ rate: n })(image)

// ---- one of several: all of them, or `number`, but never one alone
expectType<[24 | 26, 24 | 26, 8]>(conv2d({ filters: 8, kernelSize: two })(input([28, 28, 3])).shape)
expectType<[26 | 28, 26 | 28, 8]>(conv2d({ filters: 8, kernelSize: 3, padding: mode })(input([28, 28, 3])).shape)
// 5 does not fit, 3 does: it may be right
const perhaps = sequential(input([4, 4, 3]), conv2d({ filters: 8, kernelSize: two }))
expectType<3 | 5>(dense({ units: two })(input([4])).shape[0])
expectType<'unknown'>(dense({ units: 3, activation: flag ? 'relu' : 'softmax' })(input([4])).last)
expectType<'unknown'>(dense({ units: 3, activation: words })(input([4])).last)

// ---- what is given as undefined is as if it were left out, or open
const undef = conv2d({
  filters: 8,
  kernelSize: 3,
  strides: undefined,
  padding: undefined,
  dilationRate: undefined,
  groups: undefined,
  name: undefined,
  activation: undefined,
})(input([28, 28, 3]))
expectType<3>(undef.shape.length)
expectType<8>(undef.shape[2])
maxPooling2d({ poolSize: undefined, strides: undefined, padding: undefined })(input([28, 28, 3]))

// ---- options of a wide type
const wide = conv2d(convolution)(input([28, 28, 3]))
expectType<[number, number, number]>(wide.shape)
expectType<'unknown'>(wide.last)
expectType<[number, number, 3]>(maxPooling2d(pool)(input([28, 28, 3])).shape)
expectType<[number]>(dense(units)(input([4])).shape)
const widest = sequential(
  input([28, 28, 3]),
  conv2d(convolution),
  maxPooling2d(pool),
  flatten(),
  dense(units),
  dense({ units: 10, activation: 'softmax' }),
)
expectType<[10]>(widest.outputShape)
expectType<number>(paramCount(widest))
compile(widest, { loss: 'categoricalCrossentropy', optimizer: adam() })
const spread = conv2d({ ...convolution, filters: 8 })(input([28, 28, 3]))
expectType<8>(spread.shape[2])

// ---- any, in an option and as options, is let through
conv2d({ filters: any, kernelSize: 3 })(input([28, 28, 3]))
conv2d({ filters: 8, kernelSize: any })(input([28, 28, 3]))
conv2d({ filters: 8, kernelSize: 3, padding: any, strides: any })(input([28, 28, 3]))
conv2d(any)(input([28, 28, 3]))
dense({ units: any })(input([any]))
maxPooling2d({ poolSize: any })(image)
dropout({ rate: any })(image)
sequential(input([28, 28, any]), conv2d({ filters: 8, kernelSize: 3, groups: any }), flatten(), dense({ units: any }))
add()([any, image])
conv2d({ filters: 8, kernelSize: 3 })(any)

// ---- merges of open and known sizes: the known one goes on
expectType<[28, 28, 3]>(add()([image, input([28, n, 3])]).shape)
expectType<[8]>(add()([input([n]), input([8]), input([n])]).shape)
residual(conv2d({ filters: n, kernelSize: 3, padding: 'same' }))(image)
expectType<[number, 28, 3]>(residual(conv2d({ filters: n, kernelSize: n, padding: 'same' }))(image).shape)

// ---- helpers, generic in numbers: they return layers
const stage = <const F extends number>(filters: F) =>
  sequential(
    conv2d({ filters, kernelSize: 3, padding: 'same' }),
    activation({ activation: 'relu' }),
    maxPooling2d({ poolSize: 2 }),
  )
const squeeze = <const F extends number, const K extends 1 | 3 | 5>(filters: F, kernelSize: K) =>
  conv2d({ filters, kernelSize, padding: 'same', activation: 'relu' })
const helped = sequential(
  input([32, 32, 3]),
  stage(16),
  squeeze(8, 5),
  stage(32),
  residual(squeeze(32, 1)),
  flatten(),
  dense({ units: 10, activation: 'softmax' }),
)
declare const helpedShapes: LayerShapes<typeof helped>
declare const helpedWeights: WeightShapes<typeof helped>
expectType<[[16, 16, 16], [16, 16, 8], [8, 8, 32], [8, 8, 32], [2048], [10]]>(helpedShapes)
expectType<[3, 3, 3, 16]>(helpedWeights['block/conv2d'].kernel)
expectType<[5, 5, 16, 8]>(helpedWeights.conv2d.kernel)
expectType<[3, 3, 8, 32]>(helpedWeights['block_1/conv2d'].kernel)
expectType<[16, 16, 16]>(stage(16)(input([32, 32, 3])).shape)
expectType<[number, 14, number]>(stage(n)(image).shape)
// a block of blocks, and a rate and a count of a helper's own
const deep = <const F extends number, const R extends number>(filters: F, rate: R) =>
  sequential(stage(filters), dropout({ rate }), stage(filters), dense({ units: filters }))
expectType<[8, 8, 24]>(deep(24, 0.5)(input([32, 32, 3])).shape)
// with its own input
const classifier = <const C extends number>(classes: C) =>
  sequential(input([8, 8, 3]), conv2d({ filters: 4, kernelSize: 3 }), flatten(), dense({ units: classes, activation: 'softmax' }))
expectType<[10]>(classifier(10).outputShape)
expectType<[8, 8, 3]>(classifier(10).inputShape)
const whole = <const F extends number, const C extends number>(filters: F, classes: C) =>
  sequential(
    input([8, 8, 3]),
    conv2d({ filters, kernelSize: 3, padding: 'same' }),
    maxPooling2d({ poolSize: 2 }),
    conv2d({ filters: 2, kernelSize: 3 }),
    flatten(),
    dense({ units: filters }),
    dense({ units: classes, activation: 'softmax' }),
  )
expectType<[5]>(whole(16, 5).outputShape)
// helpers on tensors of open sizes
const halve = (x: ReturnType<typeof tensorOf>) => maxPooling2d()(x)
const tensorOf = () => input([n, n, 8])
expectType<[number, number, 8]>(halve(tensorOf()).shape)

// ---- names: sizes with a name go where a number goes
const named = sequential(input(['h', 'w', 3]), globalAveragePooling2d(), dense({ units: 4 }))
expectType<[4]>(named.outputShape)
expectType<['h', 'w', 3]>(named.inputShape)
expectType<['h', 'w', 8]>(conv2d({ filters: 8, kernelSize: 3, padding: 'same' })(input(['h', 'w', 3])).shape)

// ---- a model that is only known by its shapes has as many weights as only the run knows
declare const count: ParamCount<AnyModel>
expectType<number>(count)
declare const countOfShapes: ParamCount<Model<[4], [2], 'linear'>>
expectType<number>(countOfShapes)

// ---- all of it may be compiled and run
init(helped)
init(classifier(3))
init(model({ inputs: image, outputs: dense({ units: 2 })(globalAveragePooling2d()(image)) }))
export { perhaps }

// weights over an axis that only the run knows have one size, over several as many
declare const someAxis: number
declare const someAxes: number[]
const overSome = sequential(
  input([4, 6]),
  layerNormalization({ axis: someAxis }),
  rmsNormalization({ axis: someAxis }),
  rmsNormalization({ axis: [0, someAxis], name: 'two' }),
  rmsNormalization({ axis: someAxes, name: 'many' }),
)
type OverSome = WeightShapes<typeof overSome>
expectType<[number]>({} as OverSome['layerNormalization']['gamma'])
expectType<[number]>({} as OverSome['rmsNormalization']['scale'])
expectType<[number, number]>({} as OverSome['two']['scale'])
expectType<Shape>({} as OverSome['many']['scale'])
