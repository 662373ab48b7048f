import type { Exact } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { counts, layerName, padding } from '../options.js'
import { stated, type Stated } from '../rule.js'

/** Options of {@link maxPooling2d}. */
export interface MaxPooling2dOptions {
  /** Height and width of the window; one number stands for both. Default 2. */
  readonly poolSize?: number | readonly [height: number, width: number] | undefined
  /** Steps of the window. Default `poolSize`. */
  readonly strides?: number | readonly [height: number, width: number] | undefined
  /** `'valid'` (none, the default), `'same'` (output of ceil(input / strides)), minus infinity on every side, or `[[top, bottom], [left, right]]`; at most half of `poolSize`. */
  readonly padding?: 'valid' | 'same' | number | readonly [readonly [top: number, bottom: number], readonly [left: number, right: number]] | undefined
  /** Name in the model, unique there. Default `maxPooling2d`, `maxPooling2d_1`, … */
  readonly name?: string | undefined
}

const signature = {
  input: 'height width channels',
  output: 'pool(height, poolSize, strides|poolSize, padding) pool(width, poolSize, strides|poolSize, padding) channels',
  defaults: { poolSize: 2, padding: 'valid' },
} as const

/** The rule of {@link maxPooling2d}. */
export interface MaxPooling2d extends Stated<'maxPooling2d', typeof signature, 'elements'> {}

const rule = stated<MaxPooling2dOptions>('maxPooling2d', signature, 'elements', {
  poolSize: counts(2),
  strides: counts(2),
  padding: padding(2),
  name: layerName,
})

/**
 * The largest value of each window, channel by channel: `[height, width, channels]` to `[O, O, channels]`,
 * O = floor((I + P - poolSize) / S) + 1 in each direction, P the padding of both sides. Padding never wins.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, maxPooling2d } from 'shapeproof'
 * const x = maxPooling2d({ poolSize: 2 })(input([26, 26, 32])) // [13, 13, 32]
 * ```
 */
export function maxPooling2d<const O extends MaxPooling2dOptions = {}>(options?: Exact<O, MaxPooling2dOptions>): Layer<MaxPooling2d, O> {
  return makeLayer(rule, options)
}
