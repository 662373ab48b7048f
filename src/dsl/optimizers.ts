import type { NamelessNumbers } from './exact-numbers.js'
import { checkNames } from './option-names.js'
import { flag, fraction, positive, share } from './options.js'

/** Gradient descent, with or without momentum, as plain data. */
export interface SgdDescription {
  readonly kind: 'sgd'
  readonly learningRate: number
  readonly momentum: number
  readonly nesterov: boolean
}

/** Adam, as plain data. */
export interface AdamDescription {
  readonly kind: 'adam'
  readonly learningRate: number
  readonly beta1: number
  readonly beta2: number
  readonly epsilon: number
}

/** An optimizer as plain data: what it does with gradients is stated in the runtime. */
export type OptimizerDescription = SgdDescription | AdamDescription

/** Options of {@link sgd}; defaults are Keras'. */
export interface SgdOptions {
  /** The step along the gradient, above 0; 0.01 by default. */
  readonly learningRate?: number | undefined
  /** The share of the last step that goes on, at least 0 and at most 1; 0 by default. */
  readonly momentum?: number | undefined
  /** Look ahead by the momentum before the step (Nesterov); false by default. */
  readonly nesterov?: boolean | undefined
}

/** Options of {@link adam}; defaults are Keras'. */
export interface AdamOptions {
  /** The longest step of a weight, above 0; 0.001 by default. */
  readonly learningRate?: number | undefined
  /** Decay of the mean of gradients, at least 0 and below 1; 0.9 by default. */
  readonly beta1?: number | undefined
  /** Decay of the mean of squared gradients, at least 0 and below 1; 0.999 by default. */
  readonly beta2?: number | undefined
  /** Added to the root of the mean square, above 0; 1e-7 by default on every backend. */
  readonly epsilon?: number | undefined
}

type SgdNumbers<O> = NamelessNumbers<O, SgdOptions, 'sgd', { learningRate: 'positive'; momentum: 'share' }>
type AdamNumbers<O> = NamelessNumbers<
  O,
  AdamOptions,
  'adam',
  { learningRate: 'positive'; beta1: 'fraction'; beta2: 'fraction'; epsilon: 'positive' }
>

// A signature without options stands first in each: most give none, and nothing is to be looked at.

/** Options with defaults in the place of those that are left out, or undefined. */
function withDefaults<D extends object>(who: string, defaults: D, options: Partial<D>): D {
  checkNames(who, options, Object.keys(defaults))
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  return { ...defaults, ...Object.fromEntries(given) }
}

/**
 * Stochastic gradient descent: `w ← w − learningRate · g`; with momentum `v ← momentum · v − learningRate · g`, `w ← w + v`,
 * and with Nesterov's look ahead `w ← w + momentum · v − learningRate · g` (Sutskever et al. 2013, as Keras writes it).
 *
 * @throws ShapeError when an option is out of its range
 * @example
 * ```ts
 * import { compile, dense, input, sequential, sgd } from 'shapeproof'
 * const digits = sequential(input([784]), dense({ units: 10, activation: 'softmax' }))
 * compile(digits, { loss: 'sparseCategoricalCrossentropy', optimizer: sgd({ learningRate: 0.1, momentum: 0.9 }) })
 * ```
 */
export function sgd(): SgdDescription
export function sgd<const O extends SgdOptions>(options?: SgdNumbers<O>): SgdDescription
export function sgd(options: SgdOptions = {}): SgdDescription {
  const all = withDefaults('sgd', { learningRate: 0.01, momentum: 0, nesterov: false }, options)
  positive(all.learningRate, 'sgd', 'learningRate')
  share(all.momentum, 'sgd', 'momentum')
  flag(all.nesterov, 'sgd', 'nesterov')
  return Object.freeze({ kind: 'sgd', ...all })
}

/**
 * Adam (Kingma and Ba 2015, in the form of Keras: epsilon is added to the root before the correction of the bias).
 *
 * @throws ShapeError when an option is out of its range
 * @example
 * ```ts
 * import { adam, compile, dense, input, sequential } from 'shapeproof'
 * const digits = sequential(input([784]), dense({ units: 10, activation: 'softmax' }))
 * compile(digits, { loss: 'sparseCategoricalCrossentropy', optimizer: adam({ learningRate: 1e-3 }) })
 * ```
 */
export function adam(): AdamDescription
export function adam<const O extends AdamOptions>(options?: AdamNumbers<O>): AdamDescription
export function adam(options: AdamOptions = {}): AdamDescription {
  const all = withDefaults('adam', { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 }, options)
  positive(all.learningRate, 'adam', 'learningRate')
  fraction(all.beta1, 'adam', 'beta1')
  fraction(all.beta2, 'adam', 'beta2')
  positive(all.epsilon, 'adam', 'epsilon')
  return Object.freeze({ kind: 'adam', ...all })
}
