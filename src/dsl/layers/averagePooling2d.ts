import type { Exact } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { counts, layerName, padding } from '../options.js'
import { stated, type Stated } from '../rule.js'

/** Options of {@link averagePooling2d}. */
export interface AveragePooling2dOptions {
  /** Height and width of the window; one number stands for both. Default 2. */
  readonly poolSize?: number | readonly [height: number, width: number] | undefined
  /** Steps of the window. Default `poolSize`. */
  readonly strides?: number | readonly [height: number, width: number] | undefined
  /** `'valid'` (none, the default), `'same'` (output of ceil(input / strides)), padding on every side, or `[[top, bottom], [left, right]]`; at most half of `poolSize`. */
  readonly padding?: 'valid' | 'same' | number | readonly [readonly [top: number, bottom: number], readonly [left: number, right: number]] | undefined
  /** Name in the model, unique there. Default `averagePooling2d`, `averagePooling2d_1`, … */
  readonly name?: string | undefined
}

const signature = {
  input: 'height width channels',
  output: 'pool(height, poolSize, strides|poolSize, padding) pool(width, poolSize, strides|poolSize, padding) channels',
  defaults: { poolSize: 2, padding: 'valid' },
} as const

/** The rule of {@link averagePooling2d}. */
export interface AveragePooling2d extends Stated<'averagePooling2d', typeof signature, 'keep'> {}

const rule = stated<AveragePooling2dOptions>('averagePooling2d', signature, 'keep', {
  poolSize: counts(2),
  strides: counts(2),
  padding: padding(2),
  name: layerName,
})

/**
 * The mean of each window, channel by channel: `[height, width, channels]` to `[O, O, channels]`,
 * O = floor((I + P - poolSize) / S) + 1 in each direction, P the padding of both sides. Padding does not count.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, averagePooling2d } from 'shapeproof'
 * const x = averagePooling2d({ poolSize: 2 })(input([26, 26, 32])) // [13, 13, 32]
 * ```
 */
export function averagePooling2d<const O extends AveragePooling2dOptions = {}>(options?: Exact<O, AveragePooling2dOptions>): Layer<AveragePooling2d, O> {
  return makeLayer(rule, options)
}
