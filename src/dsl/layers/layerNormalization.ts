import { type Axes, axes, type OverAxes, overAxes } from '../axes.js'
import type { ExactNumbers } from '../exact-numbers.js'
import type { InitializerName } from '../initializers.js'
import { type Layer, makeLayer } from '../layer.js'
import { flag, initializerName, layerName, positive, type Weighted } from '../options.js'

/** Options of {@link layerNormalization}. */
export interface LayerNormalizationOptions extends Weighted {
  /** The axis, or axes in their order, over which each sample is normalised, counted from 0, or from -1 at the end. Default -1. */
  readonly axis?: Axes | undefined
  /** Added to the variance, above 0. Default 0.001. */
  readonly epsilon?: number | undefined
  /** Whether `beta` is added. Default true. */
  readonly center?: boolean | undefined
  /** Whether values are multiplied by `gamma`. Default true. */
  readonly scale?: boolean | undefined
  /** Default `'zeros'`. */
  readonly betaInitializer?: InitializerName | undefined
  /** Default `'ones'`. */
  readonly gammaInitializer?: InitializerName | undefined
}

/** The rule of {@link layerNormalization}. */
export interface LayerNormalization extends OverAxes<'layerNormalization', { gamma: 'scale'; beta: 'center' }, 'linear'> {}

const rule = overAxes<LayerNormalizationOptions>(
  'layerNormalization',
  {
    axis: axes,
    epsilon: positive,
    center: flag,
    scale: flag,
    betaInitializer: initializerName,
    gammaInitializer: initializerName,
    name: layerName,
  },
  { epsilon: 1e-3, center: true, scale: true, betaInitializer: 'zeros', gammaInitializer: 'ones' },
  [
    { name: 'gamma', when: 'scale', initializer: 'gammaInitializer' },
    { name: 'beta', when: 'center', initializer: 'betaInitializer' },
  ],
  'linear',
)

/**
 * Each sample with mean 0 and variance 1 over an axis or several, then y = gamma * x + beta: shape kept, weights of the sizes
 * of those axes. Source: Ba et al., Layer normalization (2016).
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, layerNormalization } from 'shapeproof'
 * const x = layerNormalization()(input([10, 64])) // [10, 64]
 * ```
 */
export function layerNormalization<const O extends LayerNormalizationOptions = {}>(
  options?: ExactNumbers<O, LayerNormalizationOptions, 'layerNormalization', { epsilon: 'positive' }>,
): Layer<LayerNormalization, O> {
  return makeLayer(rule, options)
}
