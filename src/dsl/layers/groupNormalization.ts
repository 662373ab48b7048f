import type { IsOneNumber } from '../../types/axis.js'
import type { Given } from '../../types/given.js'
import { refuse, type Say } from '../../types/message.js'
import { type Dim, type Shape, type ShowShape, showShape } from '../../types/shape.js'
import { refuseUnknownLast, type UnknownLast } from '../../types/unknown-last.js'
import { type Divides, type IsNotCount, isCount } from '../../types/whole.js'
import { computed } from '../computed.js'
import type { ExactNumbers } from '../exact-numbers.js'
import type { InitializerName } from '../initializers.js'
import { type Layer, makeLayer } from '../layer.js'
import { anyNumber, flag, initializerName, layerName, positive, type Weighted } from '../options.js'
import type { ComputedWithWeights } from '../rule.js'

/** Options of {@link groupNormalization}. */
export interface GroupNormalizationOptions extends Weighted {
  /** Parts into which the channels are divided; -1 is one for each channel. Default 32. */
  readonly groups?: number | undefined
  /** Added to the variance, above 0. Default 0.001. */
  readonly epsilon?: number | undefined
  /** Whether `beta` is added to each channel. Default true. */
  readonly center?: boolean | undefined
  /** Whether each channel is multiplied by `gamma`. Default true. */
  readonly scale?: boolean | undefined
  /** Default `'zeros'`. */
  readonly betaInitializer?: InitializerName | undefined
  /** Default `'ones'`. */
  readonly gammaInitializer?: InitializerName | undefined
}

type Grouped<S, N> = S extends readonly unknown[]
  ? number extends S['length']
    ? S
    : S extends readonly [...unknown[], infer C]
      ? C extends string
        ? UnknownLast<'groupNormalization', C>
        : IsOneNumber<N> extends false
          ? S
          : N extends -1
            ? S
            : IsNotCount<N & number> extends true
              ? Say<'count', { who: 'groupNormalization'; option: 'groups'; was: N }>
              : IsOneNumber<C> extends false
                ? S
                : Divides<N & number, C & number> extends true
                  ? S
                  : Say<'dividesInput', { who: 'groupNormalization'; option: 'groups'; size: C; axis: 'channels'; was: N }>
      : Say<'inputRank', { who: 'groupNormalization'; must: '[..., channels]'; was: ShowShape<S> }>
  : never

type Last<S> = S extends readonly [...unknown[], infer C] ? [C] : Shape

type Weights<S, O> = {
  readonly [N in 'gamma' | 'beta' as [Given<O, N extends 'gamma' ? 'scale' : 'center', true>] extends [false]
    ? never
    : N]: Last<S>
}

/** The rule of {@link groupNormalization}. */
export interface GroupNormalization extends ComputedWithWeights {
  readonly kind: 'groupNormalization'
  readonly output: Grouped<this['input'], Given<this['options'], 'groups', 32>>
  readonly weights: Weights<this['input'], this['options']>
  readonly last: 'linear'
}

function check(shape: Shape, groups: number): void {
  const who = 'groupNormalization'
  const channels = shape.at(-1)
  if (channels === undefined) refuse('inputRank', { who, must: '[..., channels]', was: showShape(shape) })
  if (typeof channels === 'string') refuseUnknownLast(who, channels)
  if (groups === -1) return
  if (!isCount(groups)) refuse('count', { who, option: 'groups', was: groups })
  if (channels % groups !== 0) refuse('dividesInput', { who, option: 'groups', size: channels, axis: 'channels', was: groups })
}

const rule = computed<GroupNormalizationOptions>('groupNormalization', {
  checks: {
    groups: anyNumber,
    epsilon: positive,
    center: flag,
    scale: flag,
    betaInitializer: initializerName,
    gammaInitializer: initializerName,
    name: layerName,
  },
  defaults: { groups: 32, epsilon: 1e-3, center: true, scale: true, betaInitializer: 'zeros', gammaInitializer: 'ones' },
  last: 'linear',
  output(shape, { groups }) {
    check(shape, groups as number)
    return [...shape]
  },
  params: (shape, { center, scale }) => [
    ...(scale === false
      ? []
      : [{ name: 'gamma', shape: [shape.at(-1) as Dim], initializer: 'gammaInitializer', trainable: true }]),
    ...(center === false
      ? []
      : [{ name: 'beta', shape: [shape.at(-1) as Dim], initializer: 'betaInitializer', trainable: true }]),
  ],
})

/**
 * Each group of channels of each sample with mean 0 and variance 1, then y = gamma * x + beta: shape kept, weights
 * `[channels]`. Source: Wu and He, Group normalization (2018).
 *
 * @throws ShapeError if `groups`, 32 by default, does not divide the channels.
 * @example
 * ```ts
 * import { groupNormalization, input } from 'shapeproof'
 * const x = groupNormalization({ groups: 4 })(input([32, 32, 16])) // [32, 32, 16]
 * ```
 */
export function groupNormalization<const O extends GroupNormalizationOptions = {}>(
  options?: ExactNumbers<O, GroupNormalizationOptions, 'groupNormalization', { epsilon: 'positive' }>,
): Layer<GroupNormalization, O> {
  return makeLayer(rule, options)
}
