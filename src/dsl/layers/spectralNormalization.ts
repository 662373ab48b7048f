import { type Refusal, refuse, type Say } from '../../types/message.js'
import type { Dim, Shape } from '../../types/shape.js'
import { makeAround } from '../around.js'
import type { ChainLast } from '../chain.js'
import type { ExactCounts } from '../exact.js'
import { type AnyLayer, type Layer, type RuleOf, twinOf } from '../layer.js'
import { checkOneLayer } from '../one-layer.js'
import { count, layerName, type Weighted } from '../options.js'
import { type ComputedWithWeights, freezable, type OutputOf, type OwnWeights, type RuleTwin, weightsWithin } from '../rule.js'

/** Options of {@link spectralNormalization}. */
export interface SpectralNormalizationOptions extends Weighted {
  /** How many steps each pass takes towards the largest singular value. Default 1. */
  readonly powerIterations?: number | undefined
}

/** The layer of {@link spectralNormalization} among its options. */
export interface Normalized<L> {
  readonly layer: L
}

type LayerOf<O> = O extends Normalized<infer L> ? L : never

// What has no kernel has been refused where it was given: nothing else lights up.
// biome-ignore lint/suspicious/noExplicitAny: see above
type OutputIn<L, S> = [WithKernel<L>] extends [Refusal] ? any : OutputBy<RuleOf<L>, S>

type OutputBy<R, S> = R extends readonly [infer G, infer P, ...unknown[]] ? OutputOf<G, P, S> : never

type WeightsIn<R, S> = R extends readonly [infer G, infer P, ...unknown[]] ? WithVector<OwnWeights<G, P, S>> : never

type WithVector<W> = W & { readonly vectorU: [1, LastOf<W[KernelName & keyof W]>] }

type LastOf<K> = K extends readonly [...unknown[], infer Z] ? Z : number

type KernelName = 'kernel' | 'embeddings'

/** The rule of {@link spectralNormalization}. */
export interface SpectralNormalization extends ComputedWithWeights {
  readonly kind: 'spectralNormalization'
  readonly output: OutputIn<LayerOf<this['options']>, this['input']>
  readonly weights: WeightsIn<RuleOf<LayerOf<this['options']>>, this['input']>
  readonly last: ChainLast<never, readonly [LayerOf<this['options']>]>
}

// The layer, or the sentence why it has no kernel of its own.
type WithKernel<L> =
  RuleOf<L> extends readonly [infer G, infer P, ...unknown[]]
    ? [KernelName & keyof OwnWeights<G, P, Shape>] extends [never]
      ? Kernelless<G>
      : G extends { readonly states: readonly [unknown, ...unknown[]] }
        ? Kernelless<G>
        : L
    : L

type Kernelless<G> = Say<
  'kernelless',
  { who: 'spectralNormalization'; was: G extends { readonly kind: infer K } ? K : 'another' }
>

function ruleOf(layer: AnyLayer): RuleTwin {
  const { rule, options } = twinOf(layer)
  const kernel = rule.kernel ?? refuse('kernelless', { who: 'spectralNormalization', was: rule.kind })
  return freezable({
    kind: 'spectralNormalization',
    merge: false,
    checks: { powerIterations: count, name: layerName },
    defaults: { powerIterations: 1 },
    output: (inputs) => rule.output(inputs, options),
    params(inputs) {
      const params = weightsWithin(rule, inputs, options)
      const last = params.find(({ name }) => name === kernel)?.shape.at(-1) as Dim
      // Only its direction counts.
      return [...params, { name: 'vectorU', shape: [1, last], initializer: 'glorotNormal', trainable: false }]
    },
    last: (before, _, inputs, output) => rule.last(before, options, inputs, output),
  })
}

/**
 * A layer whose kernel, or embeddings, are divided by their largest singular value, so that what it does to distances is bounded;
 * shapes and weights are those of the layer, and `vectorU`, `[1, last axis of the kernel]`, by which that value is found. Source:
 * Miyato et al., Spectral normalization for generative adversarial networks (2018).
 *
 * @throws ShapeError if the layer has no kernel, or where the compiler would have refused.
 */
export function spectralNormalization<const L extends AnyLayer, const O extends SpectralNormalizationOptions = {}>(
  layer: WithKernel<L>,
  options?: ExactCounts<O, SpectralNormalizationOptions, 'spectralNormalization', 'powerIterations'>,
): Layer<SpectralNormalization, Normalized<L> & O> {
  checkOneLayer('spectralNormalization', layer)
  return makeAround(ruleOf(layer), { layer }, options)
}
