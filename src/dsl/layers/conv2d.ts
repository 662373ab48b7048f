import { refuse } from '../../types/message.js'
import type { GivenWeights } from '../data/weights.js'
import type { Exact, ExactCount, ExactNamed } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import type { Told } from '../lists.js'
import { givenKernel, printed } from '../options.js'
import { type Stated, stated } from '../rule.js'
import {
  type ConvolutionOptions,
  convolutionChecks,
  type Padding2d,
  type PerAxis2d,
  type UnsizedConvolution,
} from '../windows.js'

/** Options of {@link conv2d}. */
export interface Conv2dOptions extends ConvolutionOptions<PerAxis2d, Padding2d> {
  // With a member of its own the compiler calls it by its name.
  /** Whether training moves kernel and bias. Default true. */
  readonly trainable?: boolean | undefined
}

/** Options of {@link conv2d} with a kernel of given values: filters and kernelSize follow from its shape. */
export interface Conv2dKernelOptions extends UnsizedConvolution<PerAxis2d, Padding2d> {
  /** First values, `[height, width, channels / groups, filters]`; fixed with `trainable: false`. */
  readonly kernel: GivenWeights<[height: number, width: number, channels: number, filters: number]>
}

// What an editor is shown before anything is written: behind `filters` no `kernel` is offered.
interface Beside2dOptions extends Conv2dKernelOptions {
  readonly filters?: undefined
  readonly kernelSize?: undefined
}

// Which of the two it is meant to be is told by the keys: of what was inferred, or where nothing fits, of what was given.
type Other2d<O, W> = 'kernel' extends keyof O
  ? ExactNamed<O, Conv2dKernelOptions, 'conv2d'>
  : [W] extends [unknown]
    ? Told<Meant2d<W>, 'conv2d', W>
    : KernelIn<W>

// A condition that always holds, for the compiler infers from both of its branches. An editor that is to complete options does not
// infer from the object that they stand in, but from the values in it: then W is what the kernel is. What is given goes before this.
interface KernelIn<W> {
  readonly kernel: { readonly [K in keyof W]: W[K] }
}

type Meant2d<W> = unknown extends W
  ? Conv2dOptions | Beside2dOptions
  : 'kernel' extends keyof W
    ? Conv2dKernelOptions
    : W extends GivenWeights
      ? Conv2dKernelOptions
      : Conv2dOptions

// A kernel stands for sizes. Where options are wrong, which is told where they stand, nothing more is said.
type Sized<O> = 'kernel' extends keyof O
  ? keyof O extends keyof Conv2dKernelOptions
    ? O['kernel'] extends { readonly shape: infer K }
      ? O & KernelSizes2d<K>
      : O
    : Conv2dOptions
  : Conv2dOptions

/** What a given kernel says of {@link conv2d}, by its shape. */
export interface KernelSizes2d<K> {
  readonly filters: K[3 & keyof K]
  readonly kernelSize: readonly [K[0 & keyof K], K[1 & keyof K]]
}

const signature = {
  input: 'height width channels',
  output:
    'window(height, kernelSize, strides, padding, dilationRate) window(width, kernelSize, strides, padding, dilationRate) filters',
  params: {
    kernel: { shape: '...kernelSize channels/groups filters', initializer: 'kernelInitializer', uses: 'output' },
    bias: { shape: 'filters', initializer: 'biasInitializer', when: 'useBias' },
  },
  divides: { groups: ['channels', 'filters'] },
  givenKernel: true,
  defaults: {
    strides: 1,
    padding: 'valid',
    dilationRate: 1,
    groups: 1,
    activation: 'linear',
    useBias: true,
    kernelInitializer: 'glorotUniform',
    biasInitializer: 'zeros',
  },
} as const

/** The rule of {@link conv2d}. */
export interface Conv2d extends Stated<'conv2d', typeof signature, 'activation'> {}

const rule = stated<Conv2dOptions & Partial<Conv2dKernelOptions>>('conv2d', signature, 'activation', {
  ...convolutionChecks(2),
  kernel: givenKernel(4),
})

/**
 * Convolution over height and width: `[height, width, channels]` to `[O, O, filters]`, O = floor((I + P - K) / S) + 1 in each
 * direction, with K = (k - 1) * dilationRate + 1 and P the padding of both sides. Each filter has a kernel for every input
 * channel, so `kernel` is `[height, width, channels / groups, filters]`, and `bias` `[filters]`. A kernel may be given as values.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { conv2d, input } from 'shapeproof'
 * const x = conv2d({ filters: 32, kernelSize: 3, activation: 'relu' })(input([28, 28, 1])) // [26, 26, 32]
 * ```
 */
export function conv2d<const O extends Conv2dOptions | Conv2dKernelOptions, const W>(
  options: 'filters' | 'kernelSize' extends keyof O ? ExactCount<O, Conv2dOptions, 'conv2d', 'filters'> : Other2d<O, W>,
): Layer<Conv2d, 'filters' | 'kernelSize' extends keyof O ? Exact<O, Conv2dOptions> : Sized<O>> {
  return makeLayer(rule, withSizes(options as Conv2dOptions & Partial<Conv2dKernelOptions>))
}

function withSizes(options: Conv2dOptions & Partial<Conv2dKernelOptions>): object {
  const shape = options?.kernel?.shape
  if (shape === undefined || shape.length !== 4) return options
  if (options.kernelInitializer !== undefined) refuse('besideKernel', { who: 'conv2d', option: 'kernelInitializer' })
  const sizes = { filters: shape[3], kernelSize: [shape[0], shape[1]] }
  for (const option of ['filters', 'kernelSize'] as const) {
    const [must, was] = [printed(sizes[option]), printed(options[option] ?? sizes[option])]
    if (must !== was) refuse('kernelSizes', { who: 'conv2d', option, must, was })
  }
  return { ...options, ...sizes }
}
