import { refuse } from '../types/message.js'
import type { Shape } from '../types/shape.js'
import type { LastActivation } from './activations.js'
import { describe } from './data/check.js'
import { type AnyLayer, twinOf } from './layer.js'
import * as layers from './layers/index.js'
import { type AnyModel, aboutOf, byNames, checkModel, type Model, makeModel } from './model.js'
import { type AnySymbolic, input, type Scope, type Sharing, withScope } from './symbolic.js'

/** A model as plain data: inputs by shape, layers by kind and options, tensors by number, inputs first. */
export interface ModelJSON {
  readonly format: 'shapeproof'
  readonly version: 1
  readonly inputs: readonly Shape[]
  /** Names of several inputs and outputs. */
  readonly inputNames?: readonly string[]
  readonly outputNames?: readonly string[]
  /** What it is called inside another model. */
  readonly name?: string
  readonly layers: readonly LayerJSON[]
  /** Layers made of layers that others lie in: `parent` is a number in this list. */
  readonly scopes: readonly ScopeJSON[]
  readonly outputs: readonly number[]
}

/** A layer made of layers as plain data: where it was called, and what it is called. */
export interface ScopeJSON {
  readonly kind: string
  readonly parent?: number
  readonly name?: string
  readonly shared?: SharingJSON
}

/** A shared layer as plain data. */
export type SharingJSON = Omit<Sharing, 'of'>

/** A layer of a model as plain data. */
export interface LayerJSON {
  readonly kind: string
  readonly options: object
  /** Numbers of the tensors it is called on. */
  readonly inputs: readonly number[]
  readonly scope?: number
}

/**
 * A model as plain data, for `JSON.stringify`. Weights are not in it.
 *
 * @example
 * ```ts
 * import { dense, fromJSON, input, sequential, toJSON } from 'shapeproof'
 * const text = JSON.stringify(toJSON(sequential(input([4]), dense({ units: 3 }))))
 * const model = fromJSON(JSON.parse(text))
 * ```
 */
export function toJSON(model: AnyModel): ModelJSON {
  checkModel('toJSON', model)
  const { name } = aboutOf(model)
  const tensors: AnySymbolic[] = [...model.inputs, ...model.nodes.map(({ output }) => output)]
  const scopes = new Map<Scope, number>()
  const list: ScopeJSON[] = []
  const scopeNumber = (scope: Scope): number => {
    const known = scopes.get(scope)
    if (known !== undefined) return known
    const parent = scope.parent && scopeNumber(scope.parent)
    scopes.set(scope, list.length)
    return (
      list.push({
        kind: scope.kind,
        ...(parent === undefined ? {} : { parent }),
        ...(scope.name === undefined ? {} : { name: scope.name }),
        ...(scope.shared ? { shared: { name: scope.shared.name, single: scope.shared.single } } : {}),
      }) - 1
    )
  }
  return {
    format: 'shapeproof',
    version: 1,
    inputs: model.inputs.map(({ shape }) => shape as Shape),
    ...(model.inputNames ? { inputNames: model.inputNames } : {}),
    ...(model.outputNames ? { outputNames: model.outputNames } : {}),
    ...(name === undefined ? {} : { name }),
    layers: model.nodes.map(({ layer, inputs, output }) => ({
      kind: layer.kind,
      options: layer.options,
      inputs: inputs.map((tensor) => tensors.indexOf(tensor)),
      ...(output.made.scope ? { scope: scopeNumber(output.made.scope) } : {}),
    })),
    scopes: list,
    outputs: model.outputs.map((tensor) => tensors.indexOf(tensor)),
  }
}

/**
 * The model that {@link toJSON} wrote. Its shapes are known when it runs, not to the compiler.
 *
 * @throws ShapeError if the data is none of a model, or if a layer does not fit
 */
export function fromJSON(json: ModelJSON): Model<Shape, Shape, LastActivation> {
  checkJSON(json)
  const inputs = json.inputs.map((shape) => input(shape) as AnySymbolic)
  const tensors = [...inputs]
  const scopes: Scope[] = []
  // One name is one shared layer: what was written had no two of a name.
  const bodies = new Map<string, object>()
  for (const { kind, parent, name, shared } of json.scopes) {
    if (shared && !bodies.has(shared.name)) bodies.set(shared.name, {})
    const sharing = shared && { shared: { ...shared, of: bodies.get(shared.name) as object } }
    const naming = name === undefined ? {} : { name }
    scopes.push({ kind, parent: parent === undefined ? undefined : scopes[parent], ...naming, ...sharing })
  }
  for (const { kind, options, inputs: from, scope } of json.layers) {
    const call = twinOf(layerOf(kind, options)).call
    const args = from.map((at) => tensors[at] ?? refuse('notModelJSON', { was: `a layer that needs tensor ${at}` }))
    tensors.push(withScope(scope === undefined ? undefined : scopes[scope], () => call(args)))
  }
  const outputs = json.outputs.map((at) => tensors[at] as AnySymbolic)
  for (const one of [inputs, outputs]) if (one.length === 0) refuse('notModelJSON', { was: 'a model without ends' })
  const about = { name: json.name }
  return makeModel(byNames(inputs, json.inputNames), byNames(outputs, json.outputNames), about) as Model<
    Shape,
    Shape,
    LastActivation
  >
}

// What lies deeper is checked as it is read.
function checkJSON(json: unknown): void {
  const refuseAs = (was: string): never => refuse('notModelJSON', { was })
  if (json === undefined) refuseAs('nothing')
  if (typeof json === 'string') refuseAs('a text; give it to JSON.parse first')
  if (typeof json !== 'object' || json === null || Array.isArray(json)) refuseAs(describe(json))
  const { format, version, ...parts } = json as { readonly [name: string]: unknown }
  if (format !== 'shapeproof') refuseAs(format === undefined ? 'an object without a format' : `of format ${describe(format)}`)
  if (version !== 1) refuseAs(`of version ${describe(version)}`)
  for (const part of ['inputs', 'layers', 'scopes', 'outputs']) if (!Array.isArray(parts[part])) refuseAs(`without ${part}`)
}

function layerOf(kind: string, options: object): AnyLayer {
  const make = Object.hasOwn(layers, kind)
    ? (layers as unknown as { [kind: string]: (options: object) => AnyLayer })[kind]
    : undefined
  return make?.(options) ?? refuse('unknownKind', { was: kind })
}
