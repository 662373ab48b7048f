import { counts, flag, layerName, type Named, padding, required } from './options.js'

/* Options that poolings have in common: `Each` and `Padding` as of `windows.ts`. */

/** Options of poolings. */
export interface PoolingOptions<Each, Padding> extends Named {
  /** Size of the window; one number stands for all axes. Default 2. */
  readonly poolSize?: Each | undefined
  /** Steps of the window. Default `poolSize`. */
  readonly strides?: Each | undefined
  /**
   * `'valid'` (none, the default), `'same'` (output of ceil(input / strides)), padding on every side, or a pair `[before,
   * after]` for each axis; at most half of `poolSize`. It never counts.
   */
  readonly padding?: Padding | undefined
}

/** Options of poolings over everything. */
export interface GlobalPoolingOptions extends Named {
  /** Whether the axes that are pooled stay, with a size of 1. Default false. */
  readonly keepdims?: boolean | undefined
}

/** Options of poolings to a size. */
export interface AdaptivePoolingOptions<Each> extends Named {
  /** Size of the output; one number stands for all axes. */
  readonly outputSize: Each
}

/** Checks of {@link PoolingOptions}. */
export const poolingChecks = (axes: number) => ({
  poolSize: counts(axes),
  strides: counts(axes),
  padding: padding(axes),
  name: layerName,
})

/** Checks of {@link GlobalPoolingOptions}. */
export const globalPoolingChecks = { keepdims: flag, name: layerName }

/** Checks of {@link AdaptivePoolingOptions}. */
export const adaptivePoolingChecks = (axes: number) => ({ outputSize: required(counts(axes)), name: layerName })
