import {
  alphaDropout,
  dense,
  dropout,
  gaussianDropout,
  gaussianNoise,
  input,
  sequential,
  spatialDropout1d,
  spatialDropout2d,
} from 'shapeproof'
import { expectType } from 'tsd'

declare const n: number
declare const anyShape: (number | string)[]
declare const noiseShape: (number | null)[]
declare const some: [1, 64] | [10, 1]

const steps = input([10, 64])

// shapes are kept, names and sizes that only the run knows as well
expectType<[10, 64]>(spatialDropout1d({ rate: 0.5 })(steps).shape)
expectType<['h', number, 3]>(spatialDropout2d({ rate: n })(input(['h', n, 3])).shape)
expectType<(number | string)[]>(gaussianNoise({ stddev: 1 })(gaussianDropout({ rate: 0.5 })(input(anyShape))).shape)
expectType<readonly (number | string)[]>(spatialDropout1d({ rate: 0.5 })(input(anyShape)).shape)
expectType<[10, 64]>(dropout({ rate: 0.5, noiseShape: [1, null] })(steps).shape)
expectType<[10, 64]>(alphaDropout({ rate: 0.5, noiseShape: [n, 64] })(steps).shape)

// what noise has a shape of which only the run knows is right or thrown
expectType<[10, 64]>(dropout({ rate: 0.5, noiseShape })(steps).shape)
expectType<[10, 64]>(dropout({ rate: 0.5, noiseShape: some })(steps).shape)
expectType<[10, 64]>(dropout({ rate: 0.5, noiseShape: undefined })(steps).shape)
expectType<[number, 64]>(dropout({ rate: 0.5, noiseShape: [3, 1] })(input([n, 64])).shape)

// classes stay classes
const classes = [steps, dense({ units: 3, activation: 'softmax' })] as const
expectType<'softmax'>(sequential(...classes, spatialDropout1d({ rate: 0.5 })).lastActivation)
expectType<'softmax'>(sequential(...classes, gaussianNoise({ stddev: 0.1 }), alphaDropout({ rate: 0.1 })).lastActivation)

// helpers that are generic in a share or a deviation
const noisy = <const R extends number, const D extends number>(rate: R, stddev: D) =>
  sequential(
    dropout({ rate, noiseShape: [1, null] }),
    spatialDropout1d({ rate }),
    gaussianNoise({ stddev }),
    gaussianDropout({ rate }),
  )
expectType<[10, 64]>(noisy(0.5, 1)(steps).shape)
