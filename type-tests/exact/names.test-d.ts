import {
  sequential,
  type Flops,
  add,
  concatenate,
  conv1d,
  conv1dTranspose,
  conv2d,
  input,
  maxPooling1d,
  maxPooling2d,
  reshape,
  upSampling1d,
  zeroPadding1d,
} from 'shapeproof'
import { expectType } from 'tsd'

// Equal sizes are equal types, by whatever layers they come about.
const line = input(['h', 4])
const short = conv1d({ filters: 4, kernelSize: 3 })(line)
expectType<['2*h-4', 2]>(reshape({ targetShape: [-1, 2] })(short).shape)
expectType<['2*h-4', 2]>(conv1d({ filters: 2, kernelSize: 1 })(upSampling1d()(short)).shape)

const pooled = upSampling1d()(maxPooling1d()(line))
const back = conv1dTranspose({ filters: 4, kernelSize: 4, strides: 2 })(conv1d({ filters: 4, kernelSize: 4, strides: 2 })(line))
expectType<['2*floor(h/2)', 4]>(pooled.shape)
expectType<['2*floor(h/2)', 4]>(add()([pooled, back]).shape)

const padded = zeroPadding1d({ padding: [0, 2] })(upSampling1d()(conv1d({ filters: 3, kernelSize: 3, strides: 2 })(line)))
const same = upSampling1d()(conv1d({ filters: 3, kernelSize: 3, strides: 2, padding: 'same' })(line))
expectType<['2*ceil(h/2)', 3]>(add()([padded, same]).shape)

const thirds = conv1d({ filters: 4, kernelSize: 1, strides: 2, padding: 1 })(
  upSampling1d()(conv1d({ filters: 4, kernelSize: 4, strides: 3 })(line)),
)
expectType<['ceil(h/3)', 4]>(add()([thirds, maxPooling1d({ poolSize: 1, strides: 3 })(line)]).shape)

// Sums and products of two names: what is whole, what is common and what is sorted.
const two = input(['2*h', 4])
const other = input(['w', 4])
const joined = concatenate({ axis: 0 })([two, other])
expectType<['2*h+w', 4]>(joined.shape)
expectType<['floor((2*h+w)/2)', 4]>(maxPooling1d()(joined).shape)
expectType<['h+w', 4]>(maxPooling1d()(concatenate({ axis: 0 })([two, input(['2*w', 4])])).shape)

// The patches of an image, as a vision transformer takes them.
const image = input(['h', 'w', 3])
expectType<['floor(h/2)*floor(w/2)', 3]>(reshape({ targetShape: [-1, 3] })(maxPooling2d()(image)).shape)
const patches = conv2d({ filters: 64, kernelSize: 16, strides: 16 })(image)
expectType<['floor(h/16)*floor(w/16)', 64]>(reshape({ targetShape: [-1, 64] })(patches).shape)

// What was divided is put together again: halves and quarters of a line, and of its halves.
const evens = maxPooling1d({ poolSize: 1, strides: 2 })(line)
const odds = maxPooling1d({ poolSize: 2, strides: 2 })(line)
expectType<['h', 4]>(concatenate({ axis: 0 })([evens, odds]).shape)
const quarter = maxPooling1d({ poolSize: 4, strides: 4 })(line)
const quarters = concatenate({ axis: 0 })([quarter, maxPooling1d({ poolSize: 2, strides: 4 })(line)])
expectType<['floor(h/2)', 4]>(quarters.shape)
expectType<['h', 4]>(concatenate({ axis: 0 })([quarters, evens]).shape)
expectType<['floor(h/2)+h', 4]>(concatenate({ axis: 0 })([odds, evens, odds]).shape)
expectType<['floor(h/2)+floor(w/2)', 4]>(concatenate({ axis: 0 })([odds, maxPooling1d()(other)]).shape)

// operations on sizes that are none: the sentence, as `flops` says it
const ofSizes = sequential(input(['h', 'w', 3]), conv2d({ filters: 8, kernelSize: 3 }))
declare const half: Flops<typeof ofSizes, { h: 2.5; w: 9 }>
const sentence: string = half
expectType<string>(sentence)
expectType<number>(null! as Flops<typeof ofSizes, { h: number; w: 9 }>)
expectType<3024>(null! as Flops<typeof ofSizes, { h: 3; w: 9 }>)
