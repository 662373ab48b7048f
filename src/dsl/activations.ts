/** What the last activation is: a name, or `'unknown'` where a layer hides it; losses then look at the values. */
export type LastActivation = ActivationName | 'unknown'

/**
 * The activations: `linear` x, `relu` max(x, 0), `sigmoid` 1 / (1 + exp(-x)), `tanh`, and `softmax` exp(x) / Σ exp(x) over the last axis.
 */
export const activationNames = ['linear', 'relu', 'sigmoid', 'softmax', 'tanh'] as const

/** The name of an activation, as its option is written. */
export type ActivationName = (typeof activationNames)[number]

/**
 * What a layer does to the last activation before it: `'activation'` sets it by its option; `'keep'` leaves every value's
 * meaning; `'rows'` keeps softmax only while its class axis stays the last; `'elements'` keeps all but softmax, whose rows
 * no longer sum to 1; an activation's own name sets it; `'unknown'` hides it.
 */
export type LastRule = 'activation' | 'keep' | 'rows' | 'elements' | LastActivation

type SizeAtEnd<S> = S extends readonly [...unknown[], infer Z] ? (number extends Z ? never : Z) : never

/** The last activation after a layer. `In` and `Out` are the shapes around it. */
export type LastAfter<R, O, Before, In, Out> = R extends 'activation'
  ? ActivationOf<O>
  : R extends 'keep'
    ? Before
    : R extends 'rows' | 'elements'
      ? Before extends 'softmax'
        ? R extends 'elements'
          ? 'unknown'
          : [SizeAtEnd<In>] extends [never]
            ? 'unknown'
            : [SizeAtEnd<In>] extends [SizeAtEnd<Out>]
              ? Before
              : 'unknown'
        : Before
      : R

/** The activation that a layer's options name; `'linear'` by default, `'unknown'` where the type leaves it open. */
export type ActivationOf<O> = 'activation' extends keyof O
  ? O['activation'] extends ActivationName
    ? IsOne<O['activation']> extends true
      ? O['activation']
      : 'unknown'
    : O['activation'] extends undefined
      ? 'linear'
      : 'unknown'
  : 'linear'

type IsOne<A, B = A> = A extends unknown ? ([B] extends [A] ? true : false) : never

/** Run-time twin of {@link LastAfter}. */
export function lastAfter(
  rule: LastRule,
  options: { readonly [option: string]: unknown },
  before: LastActivation,
  input: readonly (number | string)[],
  output: readonly (number | string)[],
): LastActivation {
  if (rule === 'activation') return (options.activation as ActivationName | undefined) ?? 'linear'
  if (rule !== 'keep' && rule !== 'rows' && rule !== 'elements') return rule
  if (before !== 'softmax' || rule === 'keep') return before
  return rule === 'rows' && input.at(-1) === output.at(-1) ? before : 'unknown'
}
