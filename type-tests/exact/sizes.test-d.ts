import {
  concatenate,
  conv2d,
  conv2dTranspose,
  dense,
  flatten,
  globalAveragePooling2d,
  input,
  maxPooling2d,
  model,
  type OutputShape,
  parallel,
  reshape,
  sequential,
  shared,
  upSampling2d,
  zeroPadding2d,
} from 'shapeproof'
import { expectType } from 'tsd'

// A model on sizes with names, called on other sizes: its output's sizes are calculated anew.
declare const n: number
declare const list: number[]
declare const two: 32 | 64
declare const any: any

const image = input(['16*h', '16*w', 3])
const up = conv2dTranspose({ filters: 4, kernelSize: 2, strides: 2 })(maxPooling2d()(image))
const net = model({ inputs: image, outputs: concatenate()([image, up]) })

// known sizes
expectType<[224, 32, 7]>(net(input([224, 32, 3])).shape)
expectType<[50176]>(sequential(input([224, 32, 3]), net, flatten()).outputShape)
expectType<[32, 48, 14]>(sequential(input([32, 48, 3]), parallel('concatenate', net, net)).outputShape)
expectType<[32, 48, 7]>(shared('net', net)(input([32, 48, 3])).shape)

// other names and multiples of them; equal names mean what they mean where they stand
expectType<['16*k', '32*j', 7]>(net(input(['16*k', '32*j', 3])).shape)
expectType<['16*w', '16*h', 7]>(net(input(['16*w', '16*h', 3])).shape)
expectType<['16*h', 32, 7]>(net(input(['16*h', 32, 3])).shape)
expectType<['16*ceil(h/2)', 32, 7]>(
  net(upSampling2d({ size: [16, 1] })(maxPooling2d({ poolSize: [2, 1], padding: 'same' })(input(['h', 32, 3])))).shape,
)

// what only the run knows is `number`, one of two is one of two, and any is quiet
expectType<[number, 32, 7]>(net(input([n, 32, 3])).shape)
expectType<[number, number, 7]>(net(input(list)).shape)
expectType<[number, 32, 7]>(net(input([two, 32, 3])).shape)
expectType<number>(net(input([any, 32, 3])).shape[0])
net(any)

// fractions, products and sums
const square = input(['h', 'h', 3])
const many = model({
  inputs: square,
  outputs: {
    half: conv2d({ filters: 2, kernelSize: 3, strides: 2 })(square),
    mean: globalAveragePooling2d()(square),
    flat: flatten()(zeroPadding2d()(square)),
    rows: concatenate({ axis: 0 })([
      reshape({ targetShape: [-1, 3] })(square),
      reshape({ targetShape: [-1, 3] })(maxPooling2d()(square)),
    ]),
  },
})
const { half, mean, flat, rows } = many(input([30, 30, 3]))
expectType<[14, 14, 2]>(half.shape)
expectType<[3]>(mean.shape)
expectType<[3072]>(flat.shape)
expectType<[1125, 3]>(rows.shape)
const named = many(input(['2*k', '2*k', 3]))
expectType<['k-1', 'k-1', 2]>(named.half.shape)
expectType<['(k+1)*(k+1)*12']>(named.flat.shape)
expectType<['k*k*5', 3]>(named.rows.shape)
// one of the two axes is enough
expectType<[14, 14, 2]>(many(input([30, n, 3])).half.shape)
// weights need a size: 3072, and no name
expectType<[5]>(dense({ units: 5 })(flat).shape)

// several inputs share their names
const low = input(['h', 'w', 3])
const high = input(['2*h', '2*w', 1])
const both = model({ inputs: { low, high }, outputs: concatenate()([upSampling2d()(low), high]) })
expectType<[10, 12, 4]>(both({ low: input([5, 6, 3]), high: input([10, 12, 1]) }).shape)
expectType<[10, 12, 4]>(both({ low: input([5, n, 3]), high: input([n, 12, 1]) }).shape)
expectType<['2*k', 12, 4]>(both({ low: input(['k', 6, 3]), high: input(['2*k', 12, 1]) }).shape)
expectType<[number, 12, 4]>(both({ low: input([n, 6, 3]), high: input([n, 12, 1]) }).shape)

// a chain is asked layer by layer
const chain = sequential(input(['h', 'w', 3]), conv2d({ filters: 4, kernelSize: 3 }), maxPooling2d())
expectType<[13, 'floor((k-2)/2)', 4]>(chain(input([28, 'k', 3])).shape)

// a model in a model, twice
const inner = model({ inputs: low, outputs: maxPooling2d()(low) })
const outer = model({ inputs: image, outputs: inner(inner(image)) })
expectType<['4*h', '4*w', 3]>({} as OutputShape<typeof outer>)
expectType<[8, 12, 3]>(outer(input([32, 48, 3])).shape)

// one that starts from what a layer made: its sizes stand for themselves, and what is not known of them is `number`
const middle = maxPooling2d()(low)
const rest = model({
  inputs: middle,
  outputs: { same: conv2d({ filters: 2, kernelSize: 1 })(middle), less: conv2d({ filters: 2, kernelSize: 3 })(middle) },
})
expectType<[14, 15, 2]>(rest(input([14, 15, 3])).same.shape)
expectType<[number, number, 2]>(rest(input([14, 15, 3])).less.shape)
