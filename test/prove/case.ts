// A case is the source of one model as data, so that it can be printed for the compiler, run as it stands, and made smaller.

/** A number that the compiler sees as `number`: `n(3)`. */
export class Hidden {
  constructor(readonly value: number) {}
}

/** A number that the compiler sees as one of two: `either(3, 5)`, which is 3. */
export class Either {
  constructor(
    readonly value: number,
    readonly other: number,
  ) {}
}

export type Value = number | string | boolean | null | undefined | Hidden | Either | readonly Value[]
export type Size = number | Hidden
export type Options = { readonly [option: string]: Value }
/** A layer by the function that makes it; `parts` are layers in its parentheses, as `residual` takes them. */
export interface LayerSource {
  readonly kind: string
  readonly options?: Options | undefined
  readonly parts?: readonly LayerSource[] | undefined
}

/** Layers one after another on the first input, or one merge of all of them. */
export interface Case {
  readonly inputs: readonly (readonly Size[])[]
  readonly layers: readonly LayerSource[]
  /** Called on tensors, or listed in a `sequential`. */
  readonly form: 'called' | 'merged' | 'sequential'
}

/** What stands above the cases, and what it stands for when they are run. */
export const preamble = [
  "import * as library from '../../src/dsl/index.js'",
  'const n = (value: number): number => value',
  'const either = <const A, const B>(a: A, b: B): A | B => a',
]
export const bindings = { n: (value: number) => value, either: (a: number) => a }

type Print = (value: Hidden) => string

export function printValue(value: Value, hidden: Print): string {
  if (value instanceof Hidden) return hidden(value)
  if (value instanceof Either) return `either(${value.value}, ${value.other})`
  if (Array.isArray(value)) return `[${value.map((one) => printValue(one, hidden)).join(', ')}]`
  return typeof value === 'string' ? `'${value}'` : String(value)
}

function printLayer({ kind, options, parts }: LayerSource, hidden: Print): string {
  if (parts) return `${kind}(${parts.map((part) => printLayer(part, hidden)).join(', ')})`
  const entries = Object.entries(options ?? {}).map(([name, value]) => `${name}: ${printValue(value, hidden)}`)
  return entries.length === 0 ? `${kind}()` : `${kind}({ ${entries.join(', ')} })`
}

/** An expression for a symbolic tensor or a model. */
export function sourceOf({ inputs, layers, form }: Case, hidden: Print = ({ value }) => `n(${value})`): string {
  const tensors = inputs.map((shape) => `input(${printValue(shape, hidden)})`)
  const parts = layers.map((layer) => printLayer(layer, hidden))
  if (form === 'sequential') return `sequential(${[tensors[0], ...parts].join(', ')})`
  const first = form === 'merged' ? `[${tensors.join(', ')}]` : tensors[0]
  return parts.reduce((inner, layer) => `${layer}(${inner})`, first ?? '')
}

/** The same with every hidden number changed: an axis that stays has no reason to be unknown to the compiler. */
export const variedSource = (one: Case): string => sourceOf(one, ({ value }) => String(3 * value + 7))

/** The same with every hidden number 1: an axis of size 1 may have a rule of its own. */
export const narrowSource = (one: Case): string => sourceOf(one, () => '1')

/** The same on an input that is twelve times as large, which divides by whatever the small one does. */
export const enlarged = (one: Case): Case => ({
  ...one,
  inputs: one.inputs.map((shape) => shape.map((size) => (size instanceof Hidden ? new Hidden(size.value * 12) : size * 12))),
})

const someValue = (value: Value, test: (one: Value) => boolean): boolean =>
  test(value) || (Array.isArray(value) && value.some((one) => someValue(one, test)))

/** Whether any number of the case meets a test. */
export function holds(one: Case, test: (value: Value) => boolean): boolean {
  const inLayer = ({ options, parts }: LayerSource): boolean =>
    Object.values(options ?? {}).some((value) => someValue(value, test)) || (parts ?? []).some(inLayer)
  return one.inputs.some((shape) => someValue(shape, test)) || one.layers.some(inLayer)
}

/** What leaves a size open for the compiler. `undefined` does not: it is as if the option were left out. */
export const isOpen = (value: Value): boolean => value instanceof Hidden || value instanceof Either

/** Smaller cases: fewer layers and options, smaller numbers, nothing hidden. */
export function smaller(one: Case): Case[] {
  const found: Case[] = []
  one.inputs.forEach((shape, at) => {
    for (const next of smallerValues(shape)) found.push({ ...one, inputs: one.inputs.with(at, next as readonly Size[]) })
  })
  if (one.layers.length > 1) one.layers.forEach((_, at) => void found.push({ ...one, layers: one.layers.toSpliced(at, 1) }))
  one.layers.forEach((layer, at) => {
    for (const next of smallerLayers(layer)) found.push({ ...one, layers: one.layers.with(at, next) })
  })
  return found
}

function smallerLayers(layer: LayerSource): LayerSource[] {
  const { options = {}, parts } = layer
  const found: LayerSource[] = []
  for (const [name, value] of Object.entries(options)) {
    const { [name]: _, ...rest } = options
    found.push({ ...layer, options: rest })
    for (const next of smallerValues(value)) found.push({ ...layer, options: { ...options, [name]: next } })
  }
  parts?.forEach((part, at) => {
    found.push(part)
    for (const next of smallerLayers(part)) found.push({ ...layer, parts: parts.with(at, next) })
  })
  return found
}

function smallerValues(value: Value): Value[] {
  if (value instanceof Hidden || value instanceof Either) return [value.value]
  if (typeof value === 'number')
    return value > 1 ? [...new Set([1, Math.floor(value / 2), value - 1])].filter((less) => less >= 1) : []
  if (!Array.isArray(value)) return []
  return value.flatMap((one, at) => smallerValues(one).map((next) => value.with(at, next)))
}
