import { einsumDense, type Flops, flops, input, type ParamCount, sequential, type WeightShapes } from 'shapeproof'
import { expectType } from 'tsd'

declare const n: number
declare const equation: string
declare const size: 3 | 5

// sizes from the input and from the option; what is open is a number
const x = input([10, 32])
expectType<[10, 64]>(einsumDense({ equation: 'abc,cd->abd', outputShape: [null, 64] })(x).shape)
expectType<[8, 10, 16]>(einsumDense({ equation: 'abc,cde->adbe', outputShape: [8, null, 16] })(x).shape)
expectType<['t', number, 64]>(einsumDense({ equation: '...b,bc->...c', outputShape: 64 })(input(['t', n, 32])).shape)
expectType<[64, 'h', 'w']>(einsumDense({ equation: 'ab...,bc->ac...', outputShape: [64] })(input([3, 'h', 'w'])).shape)
expectType<[10, number]>(einsumDense({ equation: 'abc,cd->abd', outputShape: [null, n] })(x).shape)
expectType<[10, number]>(einsumDense({ equation: 'abc,cd->abd', outputShape: [null, size] })(x).shape)
expectType<[7, 64]>(einsumDense({ equation: 'abc,cd->abd', outputShape: [7, 64] })(input([n, 32])).shape)
expectType<readonly (number | string)[]>(einsumDense({ equation, outputShape: 64 })(x).shape)

// weights by letter; a bias begins at its first letter
const model = sequential(
  input([10, 32]),
  einsumDense({ equation: 'abc,cde->abde', outputShape: [null, 8, 16], biasAxes: 'd', activation: 'softmax', name: 'split' }),
  einsumDense({ equation: 'abde,def->abf', outputShape: [null, 32], name: 'join' }),
)
type Weights = WeightShapes<typeof model>
declare const weights: Weights
expectType<[32, 8, 16]>(weights.split.kernel)
expectType<[8, 1]>(weights.split.bias)
expectType<'kernel'>({} as keyof Weights['join'])
expectType<8200>({} as ParamCount<typeof model>)
expectType<'linear'>(model.lastActivation)

// two operations for each value of a kernel at each of 10 places
expectType<163_840>({} as Flops<typeof model>)
expectType<163_840>(flops(model))
