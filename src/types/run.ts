import type { FunctionInstruction, Op } from './instructions.js'
import { checkKernel, type KernelValues } from './kernels.js'
import { refuse } from './message.js'
import { product } from './product.js'
import { type Dim, type Shape, showDim, showShape } from './shape.js'
import type { CompiledSignature } from './signature.js'
import { type BothSides, crop, pad, resize, scale, transposed } from './steps.js'
import { refuseUnknownLast } from './unknown-last.js'
import { type Options, optionOf } from './values.js'
import { isCount } from './whole.js'
import { type AxisPadding, window } from './window.js'

/*
 * The run-time side of signatures: what `evaluate.ts`, `values.ts` and `divides.ts` say to the compiler, with the same sentences.
 */

interface Environment {
  readonly kind: string
  readonly signature: CompiledSignature
  readonly options: Options
  readonly lead: Shape
  /** The axes that have words; those of several inputs in a row, and several by one name as one element. */
  readonly named: readonly (Dim | Shape)[]
}

/** A weight of a layer: its shape, what initializes it, and whether gradients move it. */
export interface ParamSpec {
  readonly name: string
  readonly shape: readonly Dim[]
  /** The option that names the initializer, or the initializer. */
  readonly initializer: string
  readonly trainable: boolean
  /** Where each of its values is multiplied once, if it is. */
  readonly uses?: 'output' | 'input' | undefined
  /** Or the sizes of the places where each of its values is multiplied once. */
  readonly positions?: readonly Dim[] | undefined
  /** Its first values, where they are given. */
  readonly values?: ArrayLike<number> | undefined
}

/** Run-time twin of `Outputs`; throws its sentences. With states, the first shape is the output. */
export function outputShapes(kind: string, signature: CompiledSignature, options: Options, inputs: readonly Shape[]): Dim[][] {
  const environment = bind(kind, signature, options, inputs)
  for (const [option, ops] of signature.divides) checkDivides(environment, option, ops)
  const output = signature.ops.flatMap((op) => evaluate(environment, op))
  const kernel = signature.givenKernel && options.kernel !== undefined && signature.params.find(({ name }) => name === 'kernel')
  if (kernel) checkKernel(kind, options, kernel.ops.flatMap((op) => evaluate(environment, op)))
  const states = optionOf(signature, options, 'returnState') === true ? signature.states : []
  return [output, ...states.map((ops) => ops.flatMap((op) => evaluate(environment, op)))]
}

/** Run-time twin of `ParamShapes`; throws where a name won't do. */
export function paramShapes(kind: string, signature: CompiledSignature, options: Options, inputs: readonly Shape[]): ParamSpec[] {
  const environment = bind(kind, signature, options, inputs)
  checkKnown(environment)
  return signature.params
    .filter(({ when }) => when === undefined || optionOf(signature, options, when) !== false)
    .map(({ name, ops, initializer, trainable = true, uses }) => ({
      name,
      initializer,
      uses,
      trainable,
      shape: ops.flatMap((op) => evaluate(environment, op)),
      values: signature.givenKernel && name === 'kernel' ? (options.kernel as KernelValues | undefined)?.values : undefined,
    }))
}

function bind(kind: string, signature: CompiledSignature, options: Options, given: readonly Shape[]): Environment {
  const { axes, spread, musts, lengths, spare, open } = signature
  if (given.length === 1 && musts.length > 1) refuse('twoInputs', { who: kind, was: showShape(given[0] as Shape) })
  // The last that is left out is the one before it.
  const inputs = spare && given.length === musts.length - 1 ? [...given, given.at(-1) as Shape] : given
  if (inputs.length !== musts.length) refuse('inputCount', { who: kind, must: spare ? `${musts.length - 1} or ${musts.length}` : musts.length, was: given.length })
  for (const [at, shape] of inputs.entries()) {
    const cut = shape.length - (spread ? axes.length : (lengths[at] as number))
    if (cut < 0 || (cut > 0 && !spread && !open[at])) refuse('inputRank', { who: kind, must: musts[at] as string, was: showShape(shape) })
  }
  const row = inputs.flatMap((shape, at): (Dim | Shape)[] => (open[at] ? [shape.slice(0, -1), ...shape.slice(-1)] : [...shape]))
  const cut = row.length - axes.length
  const named = row.slice(cut)
  for (const [at, axis] of axes.entries()) {
    const [first, second] = [named[axes.indexOf(axis)], named[at]] as [Dim | Shape, Dim | Shape]
    const same = typeof first === 'object' ? String(first) === String(second) : first === second
    if (!same) refuse('sameAxis', { who: kind, axis: axis.replace('...', ''), first: show(first), second: show(second) })
  }
  return { kind, signature, options, lead: row.slice(0, cut) as Dim[], named }
}

const show = (size: Dim | Shape): string => (typeof size === 'object' ? showShape(size) : showDim(size))

// Of several axes that size weights and have names, the first speaks.
function checkKnown({ kind, signature, named }: Environment): void {
  const sized = new Set(signature.params.flatMap(({ ops }) => ops.flatMap(axesOf)))
  const index = named.findIndex((size, at) => typeof size === 'string' && sized.has(at))
  if (index < 0) return
  const name = named[index] as string
  if (signature.spread && signature.axes.length === 1) refuseUnknownLast(kind, name)
  refuse('unknownAxis', { who: kind, axis: signature.axes[index] as string, was: showDim(name) })
}

function axesOf(op: Op): number[] {
  if (op.tag === 'axis' || op.tag === 'over') return [op.index]
  return op.tag === 'times' ? [...axesOf(op.a), ...axesOf(op.b)] : 'op' in op ? axesOf(op.op) : []
}

function evaluate(environment: Environment, op: Op): Dim[] {
  const { signature, options, lead, named } = environment
  switch (op.tag) {
    case 'spread':
      return [...lead]
    case 'product':
      return [product(lead)]
    case 'constant':
      return [op.value]
    case 'axis':
      return [named[op.index] as Dim]
    case 'lead':
      return [...(named[op.index] as Shape)]
    case 'option':
      return [optionOf(signature, options, op.option) as number]
    case 'optional':
      return optionOf(signature, options, op.option) === true ? evaluate(environment, op.op) : []
    case 'either':
      return options[op.option] === undefined ? evaluate(environment, op.op) : [options[op.option] as number]
    case 'times':
      return [product([...evaluate(environment, op.a), ...evaluate(environment, op.b)])]
    case 'over':
      return [Math.floor((named[op.index] as number) / (optionOf(signature, options, op.option) as number))]
    case 'each': {
      const value = optionOf(signature, options, op.option) as number | readonly number[]
      const axes = signature.axes.length - (signature.axes[0] === 'time' ? 2 : 1)
      return typeof value === 'number' ? Array<number>(axes).fill(value) : [...value]
    }
    default:
      return [evaluateFunction(environment, op)]
  }
}

function evaluateFunction({ kind, signature, options, named }: Environment, op: FunctionInstruction): Dim {
  const size = named[op.index] as Dim
  const option = op.reads[0]?.at(-1) ?? ''
  const read = (place: number): unknown => {
    const names = op.reads[place]
    if (names === undefined) return undefined
    const name = names.find((one) => options[one] !== undefined) ?? (names.at(-1) as string)
    const value = optionOf(signature, options, name)
    // On the only axis of a layer a pair is its two sides.
    return Array.isArray(value) && op.ordinal !== undefined ? value[op.ordinal] : value
  }
  switch (op.tag) {
    case 'pad':
      return pad(size, read(0) as BothSides, kind, option)
    case 'crop':
      return crop(size, read(0) as BothSides, kind, option, op.axis)
    case 'scale':
      return scale(size, read(0) as number, kind, option)
    case 'resize':
      return resize(read(0) as number, kind, option)
    case 'transposed': {
      const [kernel, stride, padding, outputPadding, dilation] = [0, 1, 2, 3, 4].map(read) as [number, number, 'valid' | 'same', number | undefined, number]
      return transposed(size, { kernel, stride, padding, outputPadding, dilation }, kind)
    }
    default: {
      const [kernel, stride, padding, dilation = 1] = [0, 1, 2, 3].map(read) as [number, number, AxisPadding, number | undefined]
      return window(size, { kernel, stride, padding, dilation, pool: op.tag === 'pool' }, { who: kind, option, axis: op.axis })
    }
  }
}

function checkDivides(environment: Environment, option: string, ops: readonly Op[]): void {
  const { kind, signature, options } = environment
  const by = optionOf(signature, options, option)
  if (!isCount(by)) refuse('count', { who: kind, option, was: String(by) })
  for (const op of ops) {
    const [size] = evaluate(environment, op)
    if (typeof size !== 'number' || size % by === 0) continue
    if (op.tag === 'axis') refuse('dividesInput', { who: kind, option, size, axis: op.axis, was: by })
    if (op.tag === 'option') refuse('dividesOption', { who: kind, option, other: op.option, size, was: by })
  }
}
