import {
  type ConvOutput,
  conv1d,
  conv2d,
  conv3d,
  convOutput,
  input,
  type OutputShape,
  type SolveConv,
  sequential,
  solveConv,
  type UnevenPadding,
} from 'shapeproof'
import { expectType } from 'tsd'

declare const n: number
declare const kernel: 3 | 5
declare const mode: 'valid' | 'same'
declare const options: { input: 224; kernelSize: 7; padding: 3; strides: 2 } | { input: 5; kernelSize: 3 }
declare const perhaps: { input: 5; kernelSize: 3; padding?: 1 }
declare const all: { input?: number; output?: number; kernelSize?: number; padding?: number }
enum Size {
  Small = 3,
}

// forwards
expectType<3>(convOutput({ input: 5, kernelSize: 3, padding: 1, strides: 2 }))
expectType<112>(convOutput({ input: 224, kernelSize: 7, padding: 'same', strides: 2 }))
expectType<6>(convOutput({ input: 8, kernelSize: 3, dilationRate: 2, padding: 1 }))
expectType<27>(convOutput({ input: 28, kernelSize: 3, dilationRate: 2, padding: [1, 2] }))
expectType<3333>(convOutput({ input: 10000, kernelSize: 3, strides: 3 }))
expectType<9999998>(convOutput({ input: 9999999, kernelSize: 2 }))
expectType<3>(convOutput({ input: 5, kernelSize: Size.Small }))
const e: ConvOutput<{ input: 224; kernelSize: 7; padding: 3; strides: 2 }> = 112
expectType<112>(e)

// forwards, where only the run knows; a size of eight digits is left to the run too
expectType<number>(convOutput({ input: n, kernelSize: 3 }))
expectType<number>(convOutput({ input: 5, kernelSize: 3, padding: [n, 1] }))
expectType<number>(convOutput({ input: 5, kernelSize: kernel }))
expectType<number>(convOutput({ input: 5, kernelSize: 3, padding: mode }))
expectType<number>(convOutput({ input: 10000000, kernelSize: 3 }))
expectType<number>(convOutput(perhaps))
expectType<112 | 3>(convOutput(options))

// backwards: the smallest under its own name, all of them as a range
const stem = solveConv({ input: 224, output: 112, kernelSize: 7, strides: 2 })
expectType<3>(stem.padding)
expectType<{ readonly from: 3; readonly to: 3 }>(stem.solutions)
// spread into options, it is the smallest alone
expectType<{ padding: 3 }>({ ...stem })

expectType<{ readonly from: 223; readonly to: 224 }>(solveConv({ output: 112, kernelSize: 7, padding: 3, strides: 2 }).solutions)
expectType<{ readonly from: 3; readonly to: 3 }>(solveConv({ input: 9, output: 5, padding: 1, dilationRate: 3 }).solutions)
expectType<{ readonly from: 7; readonly to: 8 }>(solveConv({ input: 224, output: 112, padding: 3, strides: 2 }).solutions)
expectType<{ readonly from: 2; readonly to: 2 }>(solveConv({ input: 224, output: 112, kernelSize: 7, padding: 3 }).solutions)
expectType<{ readonly from: 3334; readonly to: 4999 }>(
  solveConv({ input: 10000, output: 3, kernelSize: 1, solve: 'strides', padding: 0 }).solutions,
)
expectType<{ readonly from: 3; readonly to: 3 }>(
  solveConv({ input: 9, output: 3, kernelSize: 3, padding: 0, strides: 1 }).solutions,
)
expectType<{ readonly from: 3; readonly to: 3 }>(solveConv({ input: 5, kernelSize: 3 }).solutions)
// strides above 4 leave one window: there is no end
expectType<{ readonly from: 5; readonly to: number }>(
  solveConv({ input: 5, output: 1, kernelSize: 1, solve: 'strides' }).solutions,
)
// no equal sides: the pair
expectType<readonly [1, 2]>(solveConv({ input: 5, output: 5, kernelSize: 4, strides: 1 }).padding)
expectType<223>(null! as SolveConv<{ output: 112; kernelSize: 7; padding: 3; strides: 2 }>['input'])

// backwards, where only the run knows
expectType<number>(solveConv({ input: n, output: 112, kernelSize: 7, strides: 2 }).padding)
expectType<number | UnevenPadding>(solveConv({ input: n, output: 112, kernelSize: 7, strides: 1 }).padding)
expectType<{ readonly from: number; readonly to: number }>(solveConv({ output: n, kernelSize: 7, padding: 3 }).solutions)
expectType<number>(solveConv({ output: 3, kernelSize: kernel }).input)
expectType<number | undefined>(solveConv(all).input)

// what only the run finds fits where it is spread, of one axis and of several
const alike = solveConv({ input: n, output: n, kernelSize: 3, strides: 1 })
const on1d = sequential(input([n, 1]), conv1d({ filters: 4, kernelSize: 3, ...alike }))
const on2d = sequential(input([28, 28, 1]), conv2d({ filters: 4, kernelSize: 3, ...alike }))
const on3d = sequential(input([n, n, n, 1]), conv3d({ filters: 4, kernelSize: 3, ...alike }))
expectType<[number, 4]>(null! as OutputShape<typeof on1d>)
expectType<[number, number, 4]>(null! as OutputShape<typeof on2d>)
expectType<[number, number, number, 4]>(null! as OutputShape<typeof on3d>)
const perhapsSame = solveConv({ input: n, output: n, kernelSize: n, strides: n })
expectType<number | UnevenPadding>(perhapsSame.padding)
