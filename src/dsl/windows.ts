import type { ActivationName } from './activations.js'
import type { InitializerName, KernelInitializerName } from './initializers.js'
import {
  activationName,
  count,
  counts,
  flag,
  initializerName,
  kernelInitializerName,
  layerName,
  type OptionCheck,
  oneOf,
  padding,
  required,
  type Weighted,
  wholes,
} from './options.js'

/*
 * Options that layers with windows have in common, along one axis, two or three. `Each` is how an option says one number for all
 * axes or one for each, `Padding` how it says padding.
 */

/** Along height and width. */
export type PerAxis2d = number | readonly [height: number, width: number]
/** Along depth, height and width. */
export type PerAxis3d = number | readonly [depth: number, height: number, width: number]
/** Padding of one axis. */
export type Padding1d = 'valid' | 'same' | number | readonly [before: number, after: number]
declare const uneven: unique symbol
/**
 * The pair that `solveConv` may find where only the run knows sizes: one axis takes it. Layers of several axes take it in types, for
 * beside it there may be a number, and refuse it when run.
 */
export interface UnevenPadding extends Readonly<[before: number, after: number]> {
  readonly [uneven]: true
}
/** Padding of height and width. */
export type Padding2d =
  | 'valid'
  | 'same'
  | number
  | UnevenPadding
  | readonly [readonly [top: number, bottom: number], readonly [left: number, right: number]]
/** Padding of depth, height and width. */
export type Padding3d =
  | 'valid'
  | 'same'
  | number
  | UnevenPadding
  | readonly [
      readonly [front: number, back: number],
      readonly [top: number, bottom: number],
      readonly [left: number, right: number],
    ]

/** The size of a kernel that slides. */
export interface KernelSize<Each> {
  /** Size of each kernel; one number stands for all axes. */
  readonly kernelSize: Each
}

/** Options of every layer with a kernel that slides. */
export interface SlidingOptions<Each> extends Steps<Each>, KernelSize<Each> {}

/** {@link SlidingOptions} without its size. */
interface Steps<Each> extends Weighted {
  /** Steps of the kernel. Default 1. */
  readonly strides?: Each | undefined
  /** Distance of a kernel's elements. Default 1; not together with strides above 1 on the same axis. */
  readonly dilationRate?: Each | undefined
  /** Applied to the output. Default `'linear'`. */
  readonly activation?: ActivationName | undefined
  /** Whether a bias is added to each output channel. Default true. */
  readonly useBias?: boolean | undefined
  /** Default `'zeros'`. */
  readonly biasInitializer?: InitializerName | undefined
}

/** Options of convolutions. */
export interface ConvolutionOptions<Each, Padding> extends UnsizedConvolution<Each, Padding>, KernelSize<Each> {
  /** Number of filters, and so of output channels. */
  readonly filters: number
  /** Default `'glorotUniform'`. */
  readonly kernelInitializer?: KernelInitializerName | undefined
}

/** {@link ConvolutionOptions} but for the kernel. */
export interface UnsizedConvolution<Each, Padding> extends Steps<Each> {
  /**
   * `'valid'` (none, the default), `'same'` (output of ceil(input / strides)), zeros on every side, or a pair `[before, after]`
   * for each axis.
   */
  readonly padding?: Padding | undefined
  /** Parts into which channels and filters are divided; each filter sees one part. Default 1. */
  readonly groups?: number | undefined
}

/** Options of convolutions channel by channel. */
export interface DepthwiseOptions<Each, Padding> extends SlidingOptions<Each> {
  /** Kernels of each input channel, and so output channels for each. Default 1. */
  readonly depthMultiplier?: number | undefined
  /**
   * `'valid'` (none, the default), `'same'` (output of ceil(input / strides)), zeros on every side, or a pair `[before, after]`
   * for each axis.
   */
  readonly padding?: Padding | undefined
  /** Default `'glorotUniform'`. */
  readonly depthwiseInitializer?: KernelInitializerName | undefined
}

/** Options of convolutions channel by channel, and then across channels. */
export interface SeparableOptions<Each, Padding> extends DepthwiseOptions<Each, Padding> {
  /** Number of filters across channels, and so of output channels. */
  readonly filters: number
  /** Default `'glorotUniform'`. */
  readonly pointwiseInitializer?: KernelInitializerName | undefined
}

/** Options of transposed convolutions. */
export interface TransposedOptions<Each> extends SlidingOptions<Each> {
  /** Number of filters, and so of output channels. */
  readonly filters: number
  /** `'valid'` (all that the kernels reach, the default), or `'same'` (output of input * strides). */
  readonly padding?: 'valid' | 'same' | undefined
  /**
   * Elements more at the end of the output, below `strides`: of all sizes that a convolution makes one size, which is meant.
   * Default: what makes the output input * strides, or with `'valid'` at least that.
   */
  readonly outputPadding?: Each | undefined
  /** Default `'glorotUniform'`. */
  readonly kernelInitializer?: KernelInitializerName | undefined
}

const sliding = (axes: number) => ({
  kernelSize: required(counts(axes)),
  strides: counts(axes),
  dilationRate: counts(axes),
  activation: activationName,
  useBias: flag,
  biasInitializer: initializerName,
  name: layerName,
})

/** Checks of {@link ConvolutionOptions}. */
export const convolutionChecks = (axes: number, sides: OptionCheck = padding(axes)) => ({
  ...sliding(axes),
  filters: required(count),
  padding: sides,
  groups: count,
  kernelInitializer: kernelInitializerName,
})

/** Checks of {@link DepthwiseOptions}. */
export const depthwiseChecks = (axes: number) => ({
  ...sliding(axes),
  depthMultiplier: count,
  padding: padding(axes),
  depthwiseInitializer: kernelInitializerName,
})

/** Checks of {@link SeparableOptions}. */
export const separableChecks = (axes: number) => ({
  ...depthwiseChecks(axes),
  filters: required(count),
  pointwiseInitializer: kernelInitializerName,
})

/** Checks of {@link TransposedOptions}. */
export const transposedChecks = (axes: number) => ({
  ...sliding(axes),
  filters: required(count),
  padding: oneOf(['valid', 'same']),
  outputPadding: wholes(axes),
  kernelInitializer: kernelInitializerName,
})
