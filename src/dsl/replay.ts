import { refuse } from '../types/message.js'
import { type Shape, showShape } from '../types/shape.js'
import { sizesMatch } from './data/sizes.js'
import { twinOf } from './layer.js'
import type { AnyModel } from './model.js'
import { checkNames } from './refit.js'
import { type AnySymbolic, currentScope, inScope, type Scope, withScope } from './symbolic.js'

/** A model's layers called as parts of a layer, on other tensors. */
export function replay(model: AnyModel, inputs: readonly AnySymbolic[]): AnySymbolic[] {
  checkFit(model, inputs)
  return inScope('model', () => anew(model, inputs))
}

/** A model's layers called anew, on other tensors that fit. */
export function anew(model: AnyModel, inputs: readonly AnySymbolic[]): AnySymbolic[] {
  const scopes = new Map<Scope | undefined, Scope | undefined>([[undefined, currentScope()]])
  const tensors = new Map(model.inputs.map((input, at) => [input, inputs[at] as AnySymbolic]))
  for (const { layer, inputs: from, output } of model.nodes) {
    const again = (): AnySymbolic => twinOf(layer).call(from.map((tensor) => tensors.get(tensor) as AnySymbolic))
    tensors.set(output, withScope(moved(output.made.scope, scopes), again))
  }
  return model.outputs.map((output) => tensors.get(output) as AnySymbolic)
}

function checkFit(model: AnyModel, inputs: readonly AnySymbolic[]): void {
  for (const [at, input] of model.inputs.entries()) {
    const [must, was] = [input.shape as Shape, inputs[at]?.shape as Shape]
    if (!sizesMatch(must, was)) refuse('modelInput', { who: 'model', must: showShape(must), was: showShape(was) })
  }
  checkNames(
    model,
    inputs.map(({ shape }) => shape as Shape),
  )
}

// The same layers made of layers, one level down.
function moved(scope: Scope | undefined, scopes: Map<Scope | undefined, Scope | undefined>): Scope | undefined {
  if (scopes.has(scope)) return scopes.get(scope)
  const made = { ...(scope as Scope), parent: moved(scope?.parent, scopes) }
  scopes.set(scope, made)
  return made
}
