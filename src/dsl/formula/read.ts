import type { IsAny } from '../../types/shape.js'
import type { Add } from '../../types/whole.js'

/** Padding of one axis: a mode, zeros on each side, or zeros before and after. */
export type ConvPadding = 'valid' | 'same' | number | readonly [before: number, after: number]

/** What stands in the formula of the convolution. */
export type ConvField = 'input' | 'output' | 'kernelSize' | 'padding' | 'strides' | 'dilationRate'

/** What {@link convOutput} is told: one axis of a convolution. Sizes are numbers; names of sizes belong into `input([...])`. */
export interface ConvOptions {
  /** Size of the input along the axis. */
  readonly input: number
  /** Size of the kernel along the axis. */
  readonly kernelSize: number
  /** `'valid'`, `'same'`, zeros on each side, or zeros `[before, after]`; 0 by default. */
  readonly padding?: ConvPadding
  /** Steps from window to window, 1 by default. */
  readonly strides?: number
  /** Steps from one value under the kernel to the next, 1 by default; strides and dilation are not both above 1. */
  readonly dilationRate?: number
}

/** What {@link solveConv} is told: all but what it is to find. */
export interface SolveConvOptions extends Partial<ConvOptions> {
  /** Size of the output along the axis. */
  readonly output?: number
  /** What to find, where several are left out. */
  readonly solve?: ConvField
}

/** Whether an option is given; where its type allows `undefined` too, only the run knows. */
export type Presence<O, K> = K extends keyof O
  ? IsAny<O[K]> extends true
    ? 'unsure'
    : [O[K]] extends [undefined]
      ? 'left out'
      : undefined extends O[K]
        ? 'unsure'
        : 'given'
  : 'left out'

/** The literal that a type is; `number` for all that only the run knows: `number`, unions, `any`, `undefined` among others. */
export type Literal<T> = IsAny<T> extends true ? number : [T] extends [never] ? number : [T] extends [number] ? Single<T> : number

// A member of an enum is its number.
type Single<T extends number, All = T> = T extends unknown
  ? [All] extends [T]
    ? `${T}` extends `${infer N extends number}`
      ? N
      : number
    : number
  : never

type Read<O, K, Default> = Presence<O, K> extends 'left out' ? Default : K extends keyof O ? Literal<O[K]> : Default

/** Padding as `[before, after]`, `'same'`, or `number` where only the run knows. */
type Sides<P> =
  IsAny<P> extends true
    ? number
    : [P] extends [never]
      ? number
      : [P] extends ['same']
        ? 'same'
        : [P] extends ['valid']
          ? readonly [0, 0]
          : [P] extends [readonly [infer A, infer B]]
            ? readonly [Literal<A>, Literal<B>]
            : [P] extends [number]
              ? readonly [Literal<P>, Literal<P>]
              : number

/** The options of `O`, each a literal or `number`. */
export interface Reading<O> {
  input: Read<O, 'input', number>
  output: Read<O, 'output', number>
  kernelSize: Read<O, 'kernelSize', number>
  strides: Read<O, 'strides', 1>
  dilationRate: Read<O, 'dilationRate', 1>
  sides: Presence<O, 'padding'> extends 'left out' ? readonly [0, 0] : 'padding' extends keyof O ? Sides<O['padding']> : number
}

/** Any {@link Reading}. */
export interface AnyReading {
  input: number
  output: number
  kernelSize: number
  strides: number
  dilationRate: number
  sides: 'same' | number | readonly [number, number]
}

/** Both sides' padding together, `'same'`, or `number`. */
export type Total<S> = S extends readonly [infer A extends number, infer B extends number]
  ? IsKnown<A | B> extends true
    ? Add<A, B>
    : number
  : S

// Eight digits and more: their products can be past 2^53, where numbers are no longer exact.
type IsLong<T extends string> =
  T extends `${infer _1}${infer _2}${infer _3}${infer _4}${infer _5}${infer _6}${infer _7}${infer _8}${infer _9}` ? true : false

/** True where all of a union of numbers are literals that types can reckon with: of up to seven digits. */
export type IsKnown<N extends number> = number extends N ? false : true extends IsLong<`${N}`> ? false : true

/** The options as numbers, at run time; what is to be found is `NaN`, and used by no rule. */
export interface Numbers {
  readonly input: number
  readonly output: number
  readonly kernelSize: number
  readonly strides: number
  readonly dilationRate: number
  readonly padding: number | 'same'
}

/** Run-time twin of {@link Reading} and {@link Total}, of checked options. */
export function read(options: SolveConvOptions): Numbers {
  const { input = Number.NaN, output = Number.NaN, kernelSize = Number.NaN, strides = 1, dilationRate = 1, padding = 0 } = options
  const total = padding === 'same' ? padding : bothSides(padding)
  return { input, output, kernelSize, strides, dilationRate, padding: total }
}

function bothSides(padding: Exclude<ConvPadding, 'same'>): number {
  if (padding === 'valid') return 0
  return typeof padding === 'number' ? 2 * padding : padding[0] + padding[1]
}
