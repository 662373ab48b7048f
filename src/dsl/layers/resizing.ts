import type { ExactCounts } from '../exact.js'
import { type Layer, makeLayer } from '../layer.js'
import { count, layerName, oneOf, required } from '../options.js'
import { type Stated, stated } from '../rule.js'

/** Options of {@link resizing}. */
export interface ResizingOptions {
  /** The new height. */
  readonly height: number
  /** The new width. */
  readonly width: number
  /** `'bilinear'` draws lines between the middles of pixels, `'nearest'` takes the nearest. Default `'bilinear'`. */
  readonly interpolation?: 'nearest' | 'bilinear' | undefined
  /** Name in the model, unique there. Default `resizing`, `resizing_1`, … */
  readonly name?: string | undefined
}

const signature = {
  input: 'height width channels',
  output: '$height $width channels',
  defaults: { interpolation: 'bilinear' },
} as const

/** The rule of {@link resizing}. */
export interface Resizing extends Stated<'resizing', typeof signature, 'keep'> {}

const rule = stated<ResizingOptions>('resizing', signature, 'keep', {
  height: required(count),
  width: required(count),
  interpolation: oneOf(['nearest', 'bilinear']),
  name: layerName,
})

/**
 * Images in another size: `[height, width, channels]` to the height and width of the options. Nothing is smoothed where they
 * become smaller, as in Keras.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, resizing } from 'shapeproof'
 * const x = resizing({ height: 24, width: 32 })(input([50, 70, 3])) // [24, 32, 3]
 * ```
 */
export function resizing<const O extends ResizingOptions>(
  options: ExactCounts<O, ResizingOptions, 'resizing', 'height' | 'width'>,
): Layer<Resizing, O> {
  return makeLayer(rule, options)
}
