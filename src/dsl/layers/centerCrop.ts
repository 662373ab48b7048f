import type { ExactCounts } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { count, layerName, required } from '../options.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link centerCrop}. */
export interface CenterCropOptions {
  /** The new height. */
  readonly height: number
  /** The new width. */
  readonly width: number
  /** Name in the model, unique there. Default `centerCrop`, `centerCrop_1`, … */
  readonly name?: string | undefined
}

const signature = { input: 'height width channels', output: '$height $width channels' } as const

/** The rule of {@link centerCrop}. */
export interface CenterCrop extends Stated<'centerCrop', typeof signature, 'keep'> {}

const rule = stated<CenterCropOptions>('centerCrop', signature, 'keep', {
  height: required(count),
  width: required(count),
  name: layerName,
})

/**
 * The middle of each image: `[height, width, channels]` to the height and width of the options; of what cannot be halved the
 * larger part is cut off behind. Of an image that is lower or narrower the largest middle of the same proportions is taken, and
 * resized with `'bilinear'`, as in Keras.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { centerCrop, input } from 'shapeproof'
 * const x = centerCrop({ height: 224, width: 224 })(input([256, 320, 3])) // [224, 224, 3]
 * ```
 */
export function centerCrop<const O extends CenterCropOptions>(
  options: ExactCounts<O, CenterCropOptions, 'centerCrop', 'height' | 'width'>,
): Layer<CenterCrop, O> {
  return makeLayer(rule, options)
}
