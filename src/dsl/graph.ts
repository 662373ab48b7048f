import { refuse } from '../types/message.js'
import type { ParamSpec } from '../types/run.js'
import { showShape } from '../types/shape.js'
import { type AnyLayer, frozenCopy, twinOf } from './layer.js'
import { numbering } from './numbering.js'
import type { AnySymbolic, Scope, Sharing } from './symbolic.js'

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
  const nameOf = namer()
  // A call that makes several tensors is one node.
  const calls = new Map([...tensors].filter((tensor) => !inputs.includes(tensor)).map((tensor) => [tensor.made, tensor]))
  const made = [...calls.values()].sort((a, b) => a.made.order - b.made.order)
  const named = made.map((output) => ({ ...nameOf(output.made.layer as AnyLayer, output.made.scope), output }))
  // A shared layer that is frozen in one of its calls is so in all: it has one set of weights.
  const frozen = new Set(named.filter(({ output }) => isFrozen(output)).map(({ weights }) => weights))
  const nodes = named.map(({ output, ...names }) => {
    const { inputs, layer: called } = output.made
    const layer = frozen.has(names.weights) ? frozenCopy(called as AnyLayer) : (called as AnyLayer)
    const { rule, options } = twinOf(layer)
    const shapes = inputs.map((x) => x.shape)
    const params = Object.freeze(rule.params(shapes, options))
    return Object.freeze({ ...names, layer, inputs, output, params })
  })
  checkShared(nodes)
  return nodes
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

const isFrozen = ({ made }: AnySymbolic): boolean => twinOf(made.layer as AnyLayer).options.trainable === false

/** The calls of a shared layer must agree on its weights. */
function checkShared(nodes: readonly ModelNode[]): void {
  const shapes = new Map<string, string>()
  for (const { weights, params } of nodes) {
    for (const { name, shape } of params) {
      const path = `${weights}/${name}`
      const [first, second] = [shapes.get(path) ?? showShape(shape), showShape(shape)]
      if (first !== second) refuse('sharedShape', { name: weights, weight: name, first, second })
      shapes.set(path, second)
    }
  }
}

interface Named {
  readonly name: string
  readonly weights: string
}

/**
 * Names as Keras makes them: the kind, then `_1`, `_2`, …, counted anew in each layer made of layers. A shared layer has its
 * name, and its calls have their weights there.
 */
function namer(): (layer: AnyLayer, scope: Scope | undefined) => Named {
  const next = numbering()
  const prefixes = new Map<Scope, Named>()
  // Whose a path of weights is: of one layer, or of all calls of a shared one. Of layers made of layers the path ends in '/'.
  const owners = new Map<string, object>()
  const taken = new Set<string>()
  const own = (path: string, owner: object): void => {
    if (owners.has(path) && owners.get(path) !== owner) refuse('sameName', { name: path.replace(/\/$/, '') })
    owners.set(path, owner)
  }
  const take = (name: string): void => {
    if (taken.has(name)) refuse('sameName', { name: name.replace(/\/$/, '') })
    taken.add(name)
  }
  // Calls of a shared layer are told apart by their number, which no automatic name has.
  const call = ({ name, of, single }: Sharing): Named => {
    own(single ? name : `${name}/`, of)
    return { name: next('', `${name} `).replace(' _', ' ').trimEnd(), weights: name }
  }
  const inside = (outer: Named, scope: Scope): Named => {
    const name = scope.name === undefined ? next(outer.name, scope.kind) : outer.name + scope.name
    const weights = outer.weights + name.slice(outer.name.length)
    take(`${name}/`)
    own(`${weights}/`, shareOf(scope) ?? {})
    return { name, weights }
  }
  const prefixOf = (scope: Scope | undefined): Named => {
    if (scope === undefined) return { name: '', weights: '' }
    const known = prefixes.get(scope)
    if (known !== undefined) return known
    // A layer made of shared ones alone is one, and counts.
    const outer = prefixOf(scope.parent)
    const { name, weights } = scope.shared ? call(scope.shared) : inside(outer, scope)
    const prefix = { name: `${name}/`, weights: `${weights}/` }
    prefixes.set(scope, prefix)
    return prefix
  }
  return (layer, scope) => {
    const prefix = prefixOf(scope)
    if (scope?.shared?.single) return { name: prefix.name.slice(0, -1), weights: prefix.weights.slice(0, -1) }
    const given = (layer.options as { readonly name?: string }).name
    const name = given === undefined ? next(prefix.name, layer.kind) : prefix.name + given
    take(name)
    const weights = prefix.weights + name.slice(prefix.name.length)
    // Within a shared layer the layers of each call are the same ones.
    own(weights, shareOf(scope) ?? {})
    return { name, weights }
  }
}

// The shared layer that a scope lies in, if any.
function shareOf(scope: Scope | undefined): object | undefined {
  return scope === undefined ? undefined : (scope.shared?.of ?? shareOf(scope.parent))
}
