import {
  categoryEncoding,
  centerCrop,
  dense,
  embedding,
  flatten,
  globalAveragePooling1d,
  input,
  type ParamCount,
  sequential,
  type WeightShapes,
} from 'shapeproof'
import { expectType } from 'tsd'

declare const n: number
declare const anyShape: (number | string)[]
declare const mode: 'oneHot' | 'count'
declare const either: 1 | 3
declare const longer: 2 | 3

// embedding: names go through, and a length is checked
expectType<[20, 8]>(embedding({ inputDim: 10, outputDim: 8, inputLength: 20 })(input([20])).shape)
expectType<['t', 20, 8]>(embedding({ inputDim: 10, outputDim: 8, inputLength: [null, 20] })(input(['t', 20])).shape)
expectType<[20, 8]>(embedding({ inputDim: 10, outputDim: 8, inputLength: 20 })(input([n])).shape)
expectType<[number, number]>(embedding({ inputDim: 10, outputDim: n })(input([n])).shape)
expectType<[20, 8]>(embedding({ inputDim: 10, outputDim: 8, inputLength: n })(input([20])).shape)
expectType<[20, 8]>(embedding({ inputDim: 10, outputDim: 8, inputLength: undefined })(input([20])).shape)

const text = sequential(
  input([20]),
  embedding({ inputDim: 1000, outputDim: 16 }),
  globalAveragePooling1d(),
  dense({ units: 3, activation: 'softmax' }),
)
expectType<[3]>(text.outputShape)
expectType<[1000, 16]>({} as WeightShapes<typeof text>['embedding']['embeddings'])
expectType<16051>({} as ParamCount<typeof text>)

// encoding: an axis of size 1 is replaced by one row for each id
expectType<[5]>(categoryEncoding({ numTokens: 5 })(input([20])).shape)
expectType<['t', 5]>(categoryEncoding({ numTokens: 5, outputMode: 'count' })(input(['t', 'u'])).shape)
expectType<[20, 5]>(categoryEncoding({ numTokens: 5, outputMode: 'oneHot' })(input([20])).shape)
expectType<['t', 5]>(categoryEncoding({ numTokens: 5, outputMode: 'oneHot' })(input(['t', 1])).shape)
expectType<[5]>(categoryEncoding({ numTokens: 5, outputMode: 'oneHot' })(input([])).shape)
expectType<[2 | 3, number]>(categoryEncoding({ numTokens: n, outputMode: 'oneHot' })(input([longer])).shape)
// how many axes there are may be the run's to know
expectType<readonly (number | string)[]>(categoryEncoding({ numTokens: 5, outputMode: 'oneHot' })(input([n])).shape)
expectType<readonly (number | string)[]>(categoryEncoding({ numTokens: 5, outputMode: 'oneHot' })(input([either])).shape)
expectType<readonly (number | string)[]>(categoryEncoding({ numTokens: 5, outputMode: mode })(input([20])).shape)
expectType<readonly (number | string)[]>(categoryEncoding({ numTokens: 5 })(input(anyShape)).shape)

expectType<[24, 32, 3]>(centerCrop({ height: 24, width: 32 })(input(['h', n, 3])).shape)
expectType<[number, 32, 'c']>(centerCrop({ height: n, width: 32 })(input([50, 70, 'c'])).shape)

// helpers that are generic in numbers
const words = <const W extends number, const D extends number>(inputDim: W, outputDim: D) =>
  sequential(embedding({ inputDim, outputDim }), flatten())
expectType<[160]>(words(1000, 8)(input([20])).shape)
