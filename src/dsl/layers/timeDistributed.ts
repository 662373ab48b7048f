import type { Refusal, Say } from '../../types/message.js'
import { refuse } from '../../types/message.js'
import type { ParamSpec } from '../../types/run.js'
import { type Dim, type Shape, type ShowShape, showShape } from '../../types/shape.js'
import type { Options } from '../../types/values.js'
import type { LastActivation } from '../activations.js'
import { makeAround } from '../around.js'
import type { ChainLast } from '../chain.js'
import type { Composite } from '../entries.js'
import type { ExactIfGiven } from '../exact.js'
import { type ModelNode, nodesOf } from '../graph.js'
import { type AnyLayer, type Layer, type RuleOf, twinOf } from '../layer.js'
import { checkOneLayer } from '../one-layer.js'
import { layerName, type Weighted } from '../options.js'
import { type Computed, freezable, type OutputOf, type RuleTwin } from '../rule.js'
import { type AnySymbolic, symbolic, whileFreezing, withScope } from '../symbolic.js'

/** Options of {@link timeDistributed}. */
export interface TimeDistributedOptions extends Weighted {}

/** The layer of {@link timeDistributed} among its options. */
export interface EachStep<L> {
  readonly layer: L
}

type LayerOf<O> = O extends EachStep<infer L> ? L : never

type Each<L, S> = S extends readonly [infer T, infer A, ...infer Rest]
  ? RuleOf<L> extends readonly [infer G, infer P, ...unknown[]]
    ? Timed<T, OutputOf<G, P, [A, ...Rest]>>
    : never
  : S extends readonly unknown[]
    ? number extends S['length']
      ? Shape
      : Say<'inputRank', { who: 'timeDistributed'; must: '[time, ...]'; was: ShowShape<S> }>
    : never

type Timed<T, Out> = 0 extends 1 & Out
  ? Out
  : [Out] extends [Refusal]
    ? Out
    : Out extends readonly unknown[]
      ? number extends Out['length']
        ? Shape
        : [T, ...Out]
      : never

/** The rule of {@link timeDistributed}. */
export interface TimeDistributed extends Computed, Composite {
  readonly kind: 'timeDistributed'
  readonly output: Each<LayerOf<this['options']>, this['input']>
  readonly last: ChainLast<never, readonly [LayerOf<this['options']>]>
  readonly parts: readonly [LayerOf<this['options']>]
  readonly arrangement: 'steps'
}

// The layer on one step, for its shape and its weights.
function onStep(
  layer: AnyLayer,
  { trainable }: Options,
  [shape = []]: readonly Shape[],
  before: LastActivation = 'unknown',
): { input: AnySymbolic; output: AnySymbolic } {
  if (shape.length < 2) refuse('inputRank', { who: 'timeDistributed', must: '[time, ...]', was: showShape(shape) })
  return withScope(undefined, () => {
    const input = symbolic(shape.slice(1), before, undefined, [])
    const call = (): AnySymbolic => twinOf(layer).call([input])
    return { input, output: trainable === false ? whileFreezing(call) : call() }
  })
}

// Where it is multiplied on one step, it is so on all.
function onEachStep({ uses, ...param }: ParamSpec, time: Dim, node: ModelNode): ParamSpec {
  const places = param.positions ?? (uses && (uses === 'output' ? node.output : node.inputs[0])?.shape.slice(0, -1))
  return places === undefined ? param : { ...param, positions: [time, ...places] }
}

function ruleOf(layer: AnyLayer): RuleTwin {
  return freezable({
    kind: 'timeDistributed',
    merge: false,
    checks: { name: layerName },
    defaults: {},
    output: (shapes, options) => [shapes[0]?.[0] as Dim, ...onStep(layer, options, shapes).output.shape],
    params(shapes, options) {
      const { input, output } = onStep(layer, options, shapes)
      const time = shapes[0]?.[0] as Dim
      return nodesOf([input], [output]).flatMap((node) =>
        node.params.map((param) => ({ ...onEachStep(param, time, node), name: `${node.weights}/${param.name}` })),
      )
    },
    last: ([before], options, shapes) => onStep(layer, options, shapes, before).output.last as LastActivation,
  })
}

/**
 * A layer on each step by itself, with the same weights: `[time, ...]` to `[time, ...output]`.
 *
 * @throws ShapeError where the compiler would have refused, if sizes were only known at run time.
 */
export function timeDistributed<const L extends AnyLayer, const O extends TimeDistributedOptions = {}>(
  layer: L,
  options?: ExactIfGiven<O, TimeDistributedOptions, 'timeDistributed'>,
): Layer<TimeDistributed, EachStep<L> & O> {
  checkOneLayer('timeDistributed', layer)
  return makeAround(ruleOf(layer), { layer }, options)
}
