import type { AnyCompiled, Outputs, ParamShapes, UnknownSize } from '../types/evaluate.js'
import type { Refusal } from '../types/message.js'
import { outputShapes, type ParamSpec, paramShapes } from '../types/run.js'
import type { Dim, Shape } from '../types/shape.js'
import { type Compiled, compileSignature, type SignatureText } from '../types/signature.js'
import { square } from '../types/square.js'
import type { Options } from '../types/values.js'
import type { ListOf } from '../types/varied.js'
import { type LastActivation, type LastAfter, type LastRule, lastAfter } from './activations.js'
import { flag, type OptionCheck, type OptionChecks } from './options.js'

/** A layer that is stated in the notation, for the compiler. Each layer extends it by an interface of its own. */
export interface Stated<Kind extends string, T extends SignatureText, L extends LastRule> extends Compiled<Kind, T> {
  readonly last: L
}

/**
 * A layer that is not axis by axis, for the compiler: a type function over `this['input']` and `this['options']`, which
 * are bound by intersection. `input` is a shape, or a list of shapes for a merge.
 */
export interface Computed {
  readonly form: 'computed'
  readonly kind: string
  readonly last: unknown
  readonly input: unknown
  readonly options: unknown
  /** The output shape, or a refusal. */
  readonly output: unknown
}

/** A computed rule with weights of its own. */
export interface ComputedWithWeights extends Computed {
  /** Their shapes by name. */
  readonly weights: unknown
}

/** Either kind of rule. */
export type AnyRule = AnyCompiled | Computed

/** Output shape of rule `G` with options `O` on input `S`, or a refusal. */
export type RuleOutput<G extends AnyRule, O, S> = Outputs<G, O, S>[G['form']]

/** Whether a shape, or one of a list of shapes, has names. */
export type HasNames<S> = S extends readonly unknown[]
  ? 0 extends 1 & S[number]
    ? false
    : S[number] extends readonly unknown[]
      ? NamesIn<S[number][number]>
      : NamesIn<S[number]>
  : false

type NamesIn<D> = 0 extends 1 & D ? false : [D & string] extends [never] ? false : true

/** {@link RuleOutput} where sizes may be names, which won't do for the size of a weight. */
export type NamedOutput<G extends AnyRule, O, S> =
  RuleOutput<G, O, S> extends infer Out
    ? [Out] extends [Refusal]
      ? Out
      : [UnknownSize<G, S>] extends [never]
        ? Out
        : UnknownSize<G, S>
    : never

/** {@link RuleOutput} for any `G`; `any` after an earlier mistake, so that one mistake is one error. */
export type OutputOf<G, O, S> = 0 extends 1 & S
  ? S
  : G extends AnyRule
    ? HasNames<S> extends false
      ? RuleOutput<G, O, S>
      : NamedOutput<G, O, S>
    : Shape

/** All outputs of rule `G` in a list: the one that others have alone, then states; or a refusal. */
export type OutputsOf<G, O, S> = 0 extends 1 & S
  ? S
  : AllOutputs<G, O, S> extends infer L
    ? [L] extends [Refusal]
      ? L
      : [UnknownSize<G, S>] extends [never]
        ? L
        : UnknownSize<G, S>
    : never

type AllOutputs<G, O, S> = G extends AnyCompiled
  ? ListOf<G, O, S>
  : (G & { readonly input: S; readonly options: O })['outputs' & keyof G]

/** Shapes of the weights of one layer by name: `{ kernel: [3, 3, 1, 32], bias: [32] }`. */
export type OwnWeights<G, O, S> = G extends AnyCompiled
  ? ParamShapes<G, O, S>
  : G extends ComputedWithWeights
    ? Shown<(G & { readonly input: S; readonly options: O })['weights']>
    : {}

// A conditional, for editors print its result and not the names that a rule has for it.
type Shown<W> = [W] extends [infer All] ? { readonly [N in keyof All]: All[N] } : never

/**
 * What rule `G` does to the last activation. Only a computed rule looks at its options: the compiler lists all properties of
 * an intersection, which took a quarter of the time of ResNet-50.
 */
export type LastRuleIn<G, O> = G extends { readonly form: 'computed' }
  ? (G & { readonly options: O })['last' & keyof G]
  : 'last' extends keyof G
    ? G['last']
    : 'unknown'

/** The last activation after rule `G`. */
export type LastOf<G, O, Before, In, Out> = LastAfter<LastRuleIn<G, O>, O, Before, In, Out>

/** Run-time twin of a rule. */
export interface RuleTwin {
  readonly kind: string
  /** True for a layer that takes an array of tensors. */
  readonly merge: boolean
  /** What each option must be, stated once for the check of values and for the defaults. */
  readonly checks: { readonly [option: string]: OptionCheck }
  readonly defaults: Options
  /** How many states each step passes to the next, of a recurrent layer. */
  readonly states?: number | undefined
  /** The name of its one kernel, if it has one. */
  readonly kernel?: string | undefined
  output(inputs: readonly Shape[], options: Options): Dim[]
  /** The outputs behind the first, such as states, of a layer that may have any. */
  more?(inputs: readonly Shape[], options: Options): Dim[][]
  params(inputs: readonly Shape[], options: Options): ParamSpec[]
  last(before: readonly LastActivation[], options: Options, inputs: readonly Shape[], output: Shape): LastActivation
}

/** The rule of a layer with weights: what options mean that each of them has is said here alone. */
export function freezable(twin: RuleTwin): RuleTwin {
  return {
    ...twin,
    checks: { ...twin.checks, trainable: flag },
    defaults: { ...twin.defaults, trainable: true },
    params(inputs, options) {
      const params = twin.params(inputs, options)
      for (const { name, shape, initializer } of params) if (options[initializer] === 'identity') square(twin.kind, name, shape)
      return options.trainable === false ? params.map((param) => ({ ...param, trainable: false })) : params
    },
  }
}

/** The weights of a layer inside another, whose options do not say how they begin. */
export const weightsWithin = (rule: RuleTwin, inputs: readonly Shape[], options: Options): ParamSpec[] =>
  rule
    .params(inputs, options)
    .map((param) => ({ ...param, initializer: String(options[param.initializer] ?? param.initializer) }))

// Weights ask for the option that freezes them.
type TextFor<O> = SignatureText & ('trainable' extends keyof O ? unknown : { readonly params?: undefined })

/** The run-time twin of a layer stated in the notation. */
export function stated<O>(kind: string, text: TextFor<O>, last: LastRule, checks: OptionChecks<O>): RuleTwin {
  const signature = compileSignature(text)
  const twin: RuleTwin = {
    kind,
    merge: signature.musts.length > 1,
    checks,
    defaults: signature.defaults,
    states: text.states?.length,
    kernel: text.params?.kernel && text.states === undefined ? 'kernel' : undefined,
    output: (shapes, options) => outputShapes(kind, signature, options, shapes)[0] as Dim[],
    ...(text.states && {
      more: (shapes: readonly Shape[], options: Options) => outputShapes(kind, signature, options, shapes).slice(1),
    }),
    params: (shapes, options) => paramShapes(kind, signature, options, shapes),
    last: ([before = 'unknown'], options, [input = []], output) => lastAfter(last, options, before, input, output),
  }
  return text.params === undefined ? twin : freezable(twin)
}
