import { type IsTooSmall, isTooSmall, type ShapeAt, shapeAt } from '../types/at.js'
import { sizesBy } from '../types/binding.js'
import { refuse, type Say } from '../types/message.js'
import { inOrder, type Least } from '../types/order.js'
import { type Shape, type ShowShape, showShape } from '../types/shape.js'
import { twinOf } from './layer.js'
import type { AnyModel } from './model.js'
import type { HasNames } from './rule.js'
import type { AnySymbolic } from './symbolic.js'

/*
 * What a model on sizes with names makes of other sizes: of those that it is called on as a layer, and of those of data.
 */

/**
 * A graph's output where its names are what `Sizes` says, or a refusal. Where it compares models, the compiler stops at a check that
 * holds all there is; without, it works out what stands behind for any two, at 18,000 instantiations a file.
 */
export type GraphOutput<Output, Sizes> = [Output, Sizes] extends [infer O, infer B] ? OutputAt<O, B> : never

/** An output, or outputs by name, where names are what `B` says; or the refusal of one that is too small. */
export type OutputAt<Output, B> = Output extends readonly unknown[]
  ? LargeEnough<At<Output, B>>
  : LargeOutputs<{ [N in keyof Output]: At<Output[N], B> }>

type At<S, B> = HasNames<S> extends false ? S : ShapeAt<S, B>

type LargeEnough<S> = IsTooSmall<S> extends true ? Say<'modelSmall', { was: ShowShape<S> }> : S

type LargeOutputs<All> = { [N in keyof All]: IsTooSmall<All[N]> extends true ? N : never }[keyof All] extends infer N
  ? [N] extends [never]
    ? All
    : LargeEnough<All[Least<N> & keyof All]>
  : never

/** Refuses inputs of which a name is two sizes or a multiple is none, and, as types do of a graph, those that are too small. */
export function checkNames({ inputs, outputs, outputNames, isChain }: AnyModel, shapes: readonly Shape[]): void {
  const pairs = inputs.map(({ shape }, at) => [shape as Shape, shapes[at] as Shape] as const)
  // Each input by itself, then all: as types do.
  for (const pair of pairs) sizesBy([pair])
  const sizes = sizesBy(pairs)
  if (isChain) return
  const order = outputNames === undefined ? [0] : inOrder(outputNames).map((name) => outputNames.indexOf(name))
  const small = order.map((at) => shapeAt(outputs[at]?.shape as Shape, sizes)).find(isTooSmall)
  if (small) refuse('modelSmall', { was: showShape(small) })
}

/**
 * The shapes of all tensors of a model on inputs whose sizes are known: names must be one size each, and every layer is checked
 * against the real sizes with the sentences of the types. The engine itself takes a kernel larger than its input without a word.
 *
 * @throws ShapeError where names or layers do not fit
 */
export function shapesOn(model: AnyModel, inputs: readonly Shape[]): Map<AnySymbolic, Shape> {
  checkNames(model, inputs)
  const shapes = new Map<AnySymbolic, Shape>(model.inputs.map((input, at) => [input, inputs[at] as Shape]))
  for (const { layer, inputs: from, output } of model.nodes) {
    const { rule, options } = twinOf(layer)
    const given = from.map((tensor) => shapes.get(tensor) as Shape)
    shapes.set(output, rule.output(given, options))
  }
  return shapes
}

/** The shapes of a model's outputs on inputs whose sizes are known, as {@link shapesOn}. */
export function outputsOn(model: AnyModel, inputs: readonly Shape[]): Shape[] {
  const shapes = shapesOn(model, inputs)
  return model.outputs.map((output) => shapes.get(output) as Shape)
}
