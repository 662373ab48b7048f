import type { ActivationName } from '../activations.js'
import type { ExactCount } from '../exact.js'
import type { InitializerName } from '../initializers.js'
import { type Layer, makeLayer } from '../layer.js'
import { activationName, count, counts, flag, initializerName, layerName, padding, required } from '../options.js'
import { stated, type Stated } from '../rule.js'

/** Options of {@link conv2d}. */
export interface Conv2dOptions {
  /** Number of filters, and so of output channels. */
  readonly filters: number
  /** Height and width of each kernel; one number stands for both. */
  readonly kernelSize: number | readonly [height: number, width: number]
  /** Steps of the kernel. Default 1. */
  readonly strides?: number | readonly [height: number, width: number] | undefined
  /** `'valid'` (none, the default), `'same'` (output of ceil(input / strides)), zeros on every side, or `[[top, bottom], [left, right]]`. */
  readonly padding?: 'valid' | 'same' | number | readonly [readonly [top: number, bottom: number], readonly [left: number, right: number]] | undefined
  /** Distance of a kernel's elements. Default 1; not together with strides above 1. */
  readonly dilationRate?: number | readonly [height: number, width: number] | undefined
  /** Parts into which channels and filters are divided; each filter sees one part. Default 1. */
  readonly groups?: number | undefined
  /** Applied to the output. Default `'linear'`. */
  readonly activation?: ActivationName | undefined
  /** Whether a bias is added to each filter. Default true. */
  readonly useBias?: boolean | undefined
  /** Default `'glorotUniform'`. */
  readonly kernelInitializer?: InitializerName | undefined
  /** Default `'zeros'`. */
  readonly biasInitializer?: InitializerName | undefined
  /** Name in the model, unique there. Default `conv2d`, `conv2d_1`, … */
  readonly name?: string | undefined
}

const signature = {
  input: 'height width channels',
  output:
    'window(height, kernelSize, strides, padding, dilationRate) window(width, kernelSize, strides, padding, dilationRate) filters',
  params: {
    kernel: { shape: '...kernelSize channels/groups filters', initializer: 'kernelInitializer' },
    bias: { shape: 'filters', initializer: 'biasInitializer', when: 'useBias' },
  },
  divides: { groups: ['channels', 'filters'] },
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

const rule = stated<Conv2dOptions>('conv2d', signature, 'activation', {
  filters: required(count),
  kernelSize: required(counts(2)),
  strides: counts(2),
  padding: padding(2),
  dilationRate: counts(2),
  groups: count,
  activation: activationName,
  useBias: flag,
  kernelInitializer: initializerName,
  biasInitializer: initializerName,
  name: layerName,
})

/**
 * Convolution over height and width: `[height, width, channels]` to `[O, O, filters]`, O = floor((I + P - K) / S) + 1 in each
 * direction, with K = (k - 1) * dilationRate + 1 and P the padding of both sides. Each filter has a kernel for every input
 * channel, so `kernel` is `[height, width, channels / groups, filters]`, and `bias` `[filters]`.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { conv2d, input } from 'shapeproof'
 * const x = conv2d({ filters: 32, kernelSize: 3, activation: 'relu' })(input([28, 28, 1])) // [26, 26, 32]
 * ```
 */
export function conv2d<const O extends Conv2dOptions>(options: ExactCount<O, Conv2dOptions, 'conv2d', 'filters'>): Layer<Conv2d, O> {
  return makeLayer(rule, options)
}
