import { type AxisAt, type AxisRefusal, axisAt } from '../../types/axis.js'
import type { Given } from '../../types/given.js'
import { refuse, type Say } from '../../types/message.js'
import { type Dim, type ShowDim, showDim } from '../../types/shape.js'
import { computed } from '../computed.js'
import type { ExactIfGiven } from '../exact.js'
import type { InitializerName } from '../initializers.js'
import { type Layer, makeLayer } from '../layer.js'
import { initializerName, layerName, numbers, type Weighted } from '../options.js'
import type { ComputedWithWeights } from '../rule.js'

/** Options of {@link prelu}. */
export interface PreluOptions extends Weighted {
  /** Axes of a sample, counted from 0, or from -1 at the end, along which slopes are the same: `[0, 1]` for one slope a channel of images. Default none. */
  readonly sharedAxes?: readonly number[] | undefined
  /** Default `'zeros'`. */
  readonly alphaInitializer?: InitializerName | undefined
}

type SharedOf<O> = Given<O, 'sharedAxes', []>

type Places<S extends readonly unknown[], L> = { [K in keyof L]: AxisAt<S, L[K]> }[number & keyof L]

type Alpha<S, L> = S extends readonly unknown[]
  ? L extends readonly unknown[]
    ? string extends (number extends L['length'] ? string : Places<S, L>)
      ? { -readonly [K in keyof S]: number }
      : { -readonly [K in keyof S]: K extends Places<S, L> ? 1 : S[K] }
    : never
  : never

type OutOfRange<S extends readonly unknown[], L> = L extends readonly [infer A, ...infer Rest]
  ? [AxisAt<S, A>] extends [never]
    ? AxisRefusal<'prelu', 'sharedAxes', S, A>
    : OutOfRange<S, Rest>
  : never

// The first axis whose name does not do as the size of a weight.
type FirstNamed<L, K extends readonly unknown[] = []> = L extends readonly [infer D, ...infer Rest]
  ? D extends string
    ? Say<'unknownAxis', { who: 'prelu'; axis: `axis ${K['length']}`; was: ShowDim<D> }>
    : FirstNamed<Rest, [...K, 0]>
  : never

type Checked<S, L> = S extends readonly unknown[]
  ? [OutOfRange<S, L>] extends [never]
    ? [FirstNamed<Alpha<S, L>>] extends [never]
      ? S
      : FirstNamed<Alpha<S, L>>
    : OutOfRange<S, L>
  : never

type Weights<S, O> = { readonly alpha: Alpha<S, SharedOf<O>> }

/** The rule of {@link prelu}. */
export interface Prelu extends ComputedWithWeights {
  readonly kind: 'prelu'
  readonly output: Checked<this['input'], SharedOf<this['options']>>
  readonly weights: Weights<this['input'], this['options']>
  readonly last: 'unknown'
}

function alphaShape(shape: readonly Dim[], axes: readonly number[]): Dim[] {
  const shared = axes.map((axis) => axisAt('prelu', 'sharedAxes', shape, axis))
  return shape.map((size, axis) => {
    if (shared.includes(axis)) return 1
    return typeof size === 'number' ? size : refuse('unknownAxis', { who: 'prelu', axis: `axis ${axis}`, was: showDim(size) })
  })
}

const rule = computed<PreluOptions>('prelu', {
  checks: { sharedAxes: numbers, alphaInitializer: initializerName, name: layerName },
  defaults: { sharedAxes: [], alphaInitializer: 'zeros' },
  last: 'unknown',
  output(shape, { sharedAxes }) {
    alphaShape(shape, sharedAxes as number[])
    return [...shape]
  },
  params: (shape, { sharedAxes }) => [
    { name: 'alpha', shape: alphaShape(shape, sharedAxes as number[]), initializer: 'alphaInitializer', trainable: true },
  ],
})

/**
 * x where it is above 0, alpha * x below: shape kept, `alpha` of the input's shape with 1 along shared axes. Source: He et
 * al., Delving deep into rectifiers (2015).
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 * @example
 * ```ts
 * import { input, prelu } from 'shapeproof'
 * const x = prelu({ sharedAxes: [0, 1] })(input([32, 32, 16])) // [32, 32, 16], alpha [1, 1, 16]
 * ```
 */
export function prelu<const O extends PreluOptions = {}>(options?: ExactIfGiven<O, PreluOptions, 'prelu'>): Layer<Prelu, O> {
  return makeLayer(rule, options)
}
