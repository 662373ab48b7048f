import { refuse, type Say } from '../../types/message.js'
import { namedScale } from '../../types/named.js'
import type { Dim, Shape } from '../../types/shape.js'
import type { Scale } from '../../types/steps.js'
import type { OnlyOne } from '../../types/varied.js'
import { makeAround } from '../around.js'
import type { ExactIfGiven } from '../exact.js'
import { type AnyLayer, type Layer, type ManyLayer, type RuleOf, twinOf } from '../layer.js'
import { checkOneLayer } from '../one-layer.js'
import { layerName, type OptionCheck, type Weighted } from '../options.js'
import { capitalized } from '../recurrent.js'
import { type ComputedWithWeights, freezable, type OutputsOf, type OwnWeights, type RuleTwin, weightsWithin } from '../rule.js'

/** How {@link bidirectional} puts its two outputs together; null leaves them apart. */
export type MergeMode = 'concat' | 'sum' | 'mul' | 'ave' | null

/** Options of {@link bidirectional}. */
export interface BidirectionalOptions extends Weighted {
  /** `'concat'` puts both outputs in a row (the default), `'sum'`, `'mul'` and `'ave'` take them element by element, and null returns both. */
  readonly mergeMode?: MergeMode | undefined
}

/** The layer of {@link bidirectional} among its options. */
export interface BothWays<L> {
  readonly layer: L
}

type Inner<O> = O extends BothWays<infer L> ? RuleOf<L> : never

type ModeOf<O> = 'mergeMode' extends keyof O
  ? undefined extends O['mergeMode']
    ? Exclude<O['mergeMode'], undefined> | 'concat'
    : O['mergeMode']
  : 'concat'

// All outputs: merged, or both; then the states forwards and backwards. A union of lists where the run decides how many.
type Both<L, Mode> = 0 extends 1 & L
  ? L
  : L extends readonly [infer M, ...infer States]
    ?
        | (null extends Mode ? [M, M, ...States, ...States] : never)
        | ([Exclude<Mode, null>] extends [never] ? never : [Merged<M, Exclude<Mode, null>>, ...States, ...States])
    : L

type Merged<M, Mode> = M extends readonly [...infer Lead, infer Z]
  ? [...Lead, [Mode] extends ['concat'] ? Scale<Z, 2> : 'concat' extends Mode ? number : Z]
  : M

// A layer that takes no steps has been refused where it was given: nothing else lights up.
type AllOf<O, S> =
  Inner<O> extends readonly [infer G extends WithStates, infer P, ...unknown[]] ? Both<OutputsOf<G, P, S>, ModeOf<O>> : NotAgain
// biome-ignore lint/suspicious/noExplicitAny: see above
type NotAgain = any

type OptionAtFault<O> = null extends ModeOf<O> ? 'mergeMode: null' : 'returnState'

type WeightsOf<O, S> = Inner<O> extends readonly [infer G, infer P, ...unknown[]] ? BothWeights<OwnWeights<G, P, S>> : never
type BothWeights<W> = { readonly [N in keyof W & string as `${'forward' | 'backward'}${Capitalize<N>}`]: W[N] }

/** The rule of {@link bidirectional}. */
export interface Bidirectional extends ComputedWithWeights {
  readonly kind: 'bidirectional'
  readonly outputs: AllOf<this['options'], this['input']>
  readonly output: AllOf<this['options'], this['input']> extends infer L
    ? 0 extends 1 & L
      ? L
      : OnlyOne<L, 'bidirectional', OptionAtFault<this['options']>>
    : never
  readonly last: 'unknown'
  readonly weights: WeightsOf<this['options'], this['input']>
}

type WithStates = { readonly states: readonly [unknown, ...unknown[]] }

// The layer, or the sentence why it is none that takes steps.
type Stepping<L> =
  RuleOf<L> extends readonly [infer G, ...unknown[]]
    ? G extends WithStates
      ? L
      : Say<'recurrent', { who: 'bidirectional'; was: G extends { readonly kind: infer K } ? K : 'another' }>
    : L

/** One output, unless the options of either layer may ask for more. */
type BidirectionalLayer<O> =
  null extends ModeOf<O>
    ? ManyLayer<Bidirectional, O>
    : MayReturnState<Inner<O>> extends true
      ? ManyLayer<Bidirectional, O>
      : Layer<Bidirectional, O>

type MayReturnState<R> = R extends readonly [unknown, { readonly returnState?: infer V }, ...unknown[]]
  ? [V] extends [false | undefined]
    ? false
    : unknown extends V
      ? false
      : true
  : false

const modes: readonly unknown[] = ['concat', 'sum', 'mul', 'ave', null]
const mode: OptionCheck = (value, who, option) => {
  if (!modes.includes(value))
    refuse('oneOf', {
      who,
      option,
      names: "'concat', 'sum', 'mul', 'ave', null",
      was: typeof value === 'string' ? `'${value}'` : String(value),
    })
}

function ruleOf(layer: AnyLayer): RuleTwin {
  const { rule, options } = twinOf(layer)
  const { more } = rule
  if (more === undefined || rule.kind === 'bidirectional') return refuse('recurrent', { who: 'bidirectional', was: rule.kind })
  const doubled = (shape: Shape): Dim[] =>
    shape.map((size, axis) => (axis < shape.length - 1 ? size : typeof size === 'number' ? 2 * size : namedScale(size, 2)))
  return freezable({
    kind: 'bidirectional',
    merge: false,
    checks: { mergeMode: mode, name: layerName },
    defaults: { mergeMode: 'concat' },
    output(inputs, { mergeMode }) {
      const output = rule.output(inputs, options)
      rule.params(inputs, options)
      return mergeMode === 'concat' ? doubled(output) : output
    },
    more(inputs, { mergeMode }) {
      const states = more(inputs, options)
      return [...(mergeMode === null ? [rule.output(inputs, options)] : []), ...states, ...states]
    },
    params: (inputs) =>
      ['forward', 'backward'].flatMap((way) =>
        weightsWithin(rule, inputs, options).map((param) => ({ ...param, name: way + capitalized(param.name) })),
      ),
    last: () => 'unknown',
  })
}

/**
 * A recurrent layer twice, from the first step to the last and back, each with its own weights: `forwardKernel`,
 * `backwardKernel`, and so on. With `mergeMode: 'concat'` the last axis doubles, `'sum'`, `'mul'` and `'ave'` keep it, and null
 * gives both outputs in a list. If the layer returns states, those forwards and then those backwards follow. Source: Schuster
 * and Paliwal, Bidirectional recurrent neural networks (1997).
 *
 * @throws ShapeError if the layer is not recurrent, or where the compiler would have refused.
 */
export function bidirectional<const L extends AnyLayer, const O extends BidirectionalOptions = {}>(
  layer: Stepping<L>,
  options?: ExactIfGiven<O, BidirectionalOptions, 'bidirectional'>,
): BidirectionalLayer<BothWays<L> & O> {
  checkOneLayer('bidirectional', layer)
  return makeAround<AnyLayer>(ruleOf(layer), { layer }, options) as unknown as BidirectionalLayer<BothWays<L> & O>
}
