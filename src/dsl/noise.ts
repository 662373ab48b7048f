import type { Given } from '../types/given.js'
import { type NoiseOn, noiseOn } from '../types/noise.js'
import { fraction, layerName, type OptionCheck, type OptionChecks, required, share, sizesOrNulls } from './options.js'
import type { Computed, RuleTwin } from './rule.js'

/** Options of layers that drop a share of the values. */
export interface RateOptions {
  /** Share of the values that are dropped, at least 0 and at most 1. */
  readonly rate: number
  /** Name in the model, unique there. Default: the kind, with `_1`, `_2`, … */
  readonly name?: string | undefined
}

/** Options of layers that may drop several values at once. */
export interface NoiseOptions extends RateOptions {
  /**
   * For each axis of a sample its size (or null, which says the same), or 1 for values that are dropped or kept together:
   * `[1, null]` drops features of all steps. Each sample draws its own. Default: every value by itself.
   */
  readonly noiseShape?: readonly (number | null)[] | undefined
}

/** The checks of {@link RateOptions}. */
export const rateChecks: OptionChecks<RateOptions> = { rate: required(share), name: layerName }

/** The check of a rate at which what is kept is scaled beyond all bounds when it comes near 1. */
export const rateBelowOne: OptionCheck = required(fraction)

/** The checks of {@link NoiseOptions}. */
export const noiseChecks: OptionChecks<NoiseOptions> = { ...rateChecks, noiseShape: sizesOrNulls }

/** The rule of a layer that may be given the shape of its noise. */
export interface Noisy<Kind extends string> extends Computed {
  readonly kind: Kind
  readonly output: NoiseOn<Kind, this['input'], Given<this['options'], 'noiseShape', undefined>>
  readonly last: 'keep'
}

/** The run-time twin of {@link Noisy}, of a rule that keeps shapes. */
export function noisy(rule: RuleTwin): RuleTwin {
  return {
    ...rule,
    output(inputs, options) {
      const shape = rule.output(inputs, options)
      return options.noiseShape === undefined ? shape : noiseOn(rule.kind, shape, options.noiseShape as (number | null)[])
    },
  }
}
