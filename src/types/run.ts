import { refuse } from './message.js'
import { product } from './product.js'
import { type Dim, type Shape, showShape } from './shape.js'
import type { CompiledSignature, Op } from './signature.js'
import { optionOf, type Options } from './values.js'
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
  readonly named: Shape
}

/** Run-time twin of {@link Output}; throws its sentences. */
export function outputShape(kind: string, signature: CompiledSignature, options: Options, shape: Shape): Dim[] {
  const environment = bind(kind, signature, options, shape)
  for (const [option, ops] of signature.divides) checkDivides(environment, option, ops)
  return signature.ops.flatMap((op) => evaluate(environment, op))
}

/** Run-time twin of {@link ParamShapes}, with the option that initializes each weight. */
export function paramShapes(kind: string, signature: CompiledSignature, options: Options, shape: Shape): { name: string; shape: Dim[]; initializer: string }[] {
  const environment = bind(kind, signature, options, shape)
  return signature.params
    .filter(({ when }) => when === undefined || optionOf(signature, options, when) !== false)
    .map(({ name, ops, initializer }) => ({ name, initializer, shape: ops.flatMap((op) => evaluate(environment, op)) }))
}

function bind(kind: string, signature: CompiledSignature, options: Options, shape: Shape): Environment {
  const { axes, spread, must } = signature
  const cut = shape.length - axes.length
  if (cut < 0 || (cut > 0 && !spread)) refuse('inputRank', { who: kind, must, was: showShape(shape) })
  return { kind, signature, options, lead: shape.slice(0, cut), named: shape.slice(cut) }
}

function evaluate({ kind, signature, options, lead, named }: Environment, op: Op): Dim[] {
  switch (op.tag) {
    case 'spread':
      return [...lead]
    case 'product':
      return [product(lead)]
    case 'axis':
      return [named[op.index] as Dim]
    case 'option':
      return [optionOf(signature, options, op.option) as number]
    case 'over': {
      const size = named[op.index] as Dim
      const by = optionOf(signature, options, op.option) as number
      return [typeof size === 'number' ? Math.floor(size / by) : by === 1 ? size : `${size}/${by}`]
    }
    case 'each': {
      const value = optionOf(signature, options, op.option) as number | readonly number[]
      const windows = signature.ops.filter(({ tag }) => tag === 'window' || tag === 'pool').length
      return typeof value === 'number' ? Array<number>(windows).fill(value) : [...value]
    }
    default: {
      const at = <T>(value: T | readonly T[]): T => (Array.isArray(value) ? value[op.ordinal] : value) as T
      const given = op.strides.find((name) => options[name] !== undefined) ?? op.strides.at(-1) ?? ''
      const values = {
        kernel: at(optionOf(signature, options, op.size) as number),
        stride: at(optionOf(signature, options, given) as number),
        padding: at(optionOf(signature, options, op.padding) as AxisPadding),
        dilation: op.dilation === undefined ? 1 : at(optionOf(signature, options, op.dilation) as number),
        pool: op.tag === 'pool',
      }
      return [window(named[op.index] as Dim, values, { who: kind, option: op.size, axis: op.axis })]
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
