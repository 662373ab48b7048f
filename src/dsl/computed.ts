import type { ParamSpec } from '../types/run.js'
import type { Dim, Shape } from '../types/shape.js'
import type { Options } from '../types/values.js'
import { type LastRule, lastAfter } from './activations.js'
import type { OptionChecks } from './options.js'
import { freezable, type RuleTwin } from './rule.js'

/** What a computed rule of one input does at run time. */
export interface ComputedTwin<O> {
  readonly checks: OptionChecks<O>
  readonly defaults?: Options
  readonly last: LastRule | ((options: Options) => LastRule)
  readonly kernel?: string
  output(shape: Shape, options: Options): Dim[]
  /** Of a layer with weights, whose options have `trainable`. */
  params?: ((shape: Shape, options: Options) => ParamSpec[]) | undefined
}

/** The run-time twin of a computed rule of one input. */
export function computed<O>(kind: string, { checks, defaults = {}, last, kernel, output, params }: ComputedTwin<O>): RuleTwin {
  const twin: RuleTwin = {
    kind,
    merge: false,
    checks,
    defaults,
    kernel,
    output: ([shape = []], options) => output(shape, options),
    params: ([shape = []], options) => params?.(shape, options) ?? [],
    last: ([before = 'unknown'], options, [input = []], made) =>
      lastAfter(typeof last === 'function' ? last(options) : last, options, before, input, made),
  }
  return params === undefined ? twin : freezable(twin)
}
