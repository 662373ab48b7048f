import { refuse } from '../types/message.js'
import { type AnyLayer, twinOf } from './layer.js'
import type { ParamSpec } from '../types/run.js'
import type { AnySymbolic, Scope } from './symbolic.js'

/** A layer in a model: its name there, and the tensors around it. */
export interface ModelNode {
  /** Unique in the model: `conv2d_1`, `block/conv2d`, or the name of its options. */
  readonly name: string
  /** Where its weights are: its name, but for the later calls of a shared layer. */
  readonly weights: string
  readonly layer: AnyLayer
  readonly inputs: readonly AnySymbolic[]
  readonly output: AnySymbolic
  /** Its weights, with shapes. */
  readonly params: readonly ParamSpec[]
}

/** The layers between inputs and outputs, named, each after those it needs. */
export function nodesOf(inputs: readonly AnySymbolic[], outputs: readonly AnySymbolic[]): ModelNode[] {
  const tensors = reach(inputs, outputs)
  for (const input of inputs) if (!tensors.has(input)) refuse('unusedInput', {})
  const name = namer()
  const made = [...tensors].filter((tensor) => !inputs.includes(tensor)).sort((a, b) => a.made.order - b.made.order)
  return made.map((output) => {
    const layer = output.made.layer as AnyLayer
    const { rule, options } = twinOf(layer)
    const shapes = output.made.inputs.map((x) => x.shape)
    const own = name(layer, output.made.scope)
    return Object.freeze({
      name: own,
      weights: own,
      layer,
      inputs: output.made.inputs,
      output,
      params: Object.freeze(rule.params(shapes, options)),
    })
  })
}

function reach(inputs: readonly AnySymbolic[], outputs: readonly AnySymbolic[]): Set<AnySymbolic> {
  const seen = new Set<AnySymbolic>()
  const open = [...outputs]
  for (let tensor = open.pop(); tensor !== undefined; tensor = open.pop()) {
    if (seen.has(tensor)) continue
    seen.add(tensor)
    if (inputs.includes(tensor)) continue
    if (tensor.made.layer === undefined) refuse('missingInput', { was: String(tensor.shape) })
    open.push(...tensor.made.inputs)
  }
  return seen
}

/** Names as Keras makes them: the kind, then `_1`, `_2`, …, counted anew in each layer made of layers. */
function namer(): (layer: AnyLayer, scope: Scope | undefined) => string {
  const counts = new Map<string, number>()
  const scopes = new Map<Scope, string>()
  const taken = new Set<string>()
  const next = (prefix: string, kind: string): string => {
    const count = counts.get(prefix + kind) ?? 0
    counts.set(prefix + kind, count + 1)
    return prefix + kind + (count === 0 ? '' : `_${count}`)
  }
  const prefixOf = (scope: Scope | undefined): string => {
    if (scope === undefined) return ''
    const known = scopes.get(scope)
    if (known !== undefined) return known
    const prefix = `${next(prefixOf(scope.parent), scope.kind)}/`
    scopes.set(scope, prefix)
    return prefix
  }
  return (layer, scope) => {
    const prefix = prefixOf(scope)
    const given = (layer.options as { readonly name?: string }).name
    const name = given === undefined ? next(prefix, layer.kind) : prefix + given
    if (taken.has(name)) refuse('sameName', { name })
    taken.add(name)
    return name
  }
}
