import { checkInputSizes, type InputSizes } from '../types/input-sizes.js'
import { refuse } from '../types/message.js'
import type { Shape } from '../types/shape.js'
import type { LastActivation } from './activations.js'
import type { AnyLayer } from './layer.js'

declare const past: unique symbol

/**
 * A tensor that is not there yet: its shape, its last activation, and how it is made. Layers are called on it. `Past` is
 * the union of the layers with weights behind it; a union holds each once, however often paths meet.
 */
export interface SymbolicTensor<Shape, Last = unknown, Past = unknown> {
  /** Never there at run time. */
  readonly [past]: Past
  /** Sizes of a sample, the batch left out. */
  readonly shape: Shape
  readonly last: Last
  /** What makes it: an input or a layer called on other tensors. */
  readonly made: Made
}

/** Any symbolic tensor. */
// biome-ignore lint/suspicious/noExplicitAny: a constraint that every symbolic tensor meets
export type AnySymbolic = SymbolicTensor<any, any, any>

/** The layers with weights behind a tensor. */
export type PastOf<X> = X[typeof past & keyof X]

/** A layer made of layers, once for each time it is called: the start of the names of those inside. */
export interface Scope {
  readonly kind: string
  readonly parent: Scope | undefined
  /** A name in place of its kind's. */
  readonly name?: string
  /** Of a shared layer: its name, under which all calls have their weights. */
  readonly shared?: Sharing
}

/** What the calls of a shared layer have in common. */
export interface Sharing {
  readonly name: string
  /** What is shared; two layers of one name are two, and refused. */
  readonly of: object
  /** True where the layer has its weights itself, and no layers inside. */
  readonly single: boolean
}

/** How a tensor came to be. */
export interface Made {
  /** Counts the tensors made; an order in which each stands after those it needs. */
  readonly order: number
  /** Undefined for an input. */
  readonly layer: AnyLayer | undefined
  readonly inputs: readonly AnySymbolic[]
  readonly scope: Scope | undefined
}

let made = 0
let current: Scope | undefined
let naming: Pick<Scope, 'name' | 'shared'> | undefined
let freezing = false

/** A new symbolic tensor. */
export function symbolic(
  shape: Shape,
  last: LastActivation,
  layer: AnyLayer | undefined,
  inputs: readonly AnySymbolic[],
): AnySymbolic {
  return symbolics([shape], last, layer, inputs)[0] as AnySymbolic
}

/** The tensors that one call of a layer makes. */
export function symbolics(
  shapes: readonly Shape[],
  last: LastActivation,
  layer: AnyLayer | undefined,
  inputs: readonly AnySymbolic[],
): AnySymbolic[] {
  const call = Object.freeze({ order: made++, layer, inputs: Object.freeze([...inputs]), scope: current })
  return shapes.map((shape) => Object.freeze({ shape: Object.freeze([...shape]), last, made: call }) as unknown as AnySymbolic)
}

/** Whether a value is a symbolic tensor. */
export function isSymbolic(value: unknown): value is AnySymbolic {
  return typeof value === 'object' && value !== null && 'made' in value && 'shape' in value
}

/** Runs `make` so that the layers called in it are named as parts of a layer of this kind. */
export function inScope<T>(kind: string, make: () => T): T {
  const given = naming
  naming = undefined
  return withScope({ kind, parent: current, ...given }, make)
}

/** Runs `make` so that the layer called in it has its weights under the name of a sharing. */
export function asShared<T>(shared: Sharing, make: () => T): T {
  if (shared.single) return withScope({ kind: 'shared', parent: current, shared }, make)
  return whileNaming({ shared }, make)
}

/** Runs `make` so that the layer made of layers called in it has a name, if one is given; a shared one has that of its sharing. */
export function withName<T>(name: string | undefined, make: () => T): T {
  return name === undefined || naming?.shared ? make() : whileNaming({ name }, make)
}

// The layer made of layers that is called opens the scope, and has the name in place of its kind's.
function whileNaming<T>(given: Pick<Scope, 'name' | 'shared'>, make: () => T): T {
  naming = given
  try {
    return make()
  } finally {
    naming = undefined
  }
}

/** The layer made of layers that is being called. */
export function currentScope(): Scope | undefined {
  return current
}

/** Runs `make` so that the layers called in it are named as parts of this one call of a layer. */
export function withScope<T>(scope: Scope | undefined, make: () => T): T {
  const before = current
  current = scope
  try {
    return make()
  } finally {
    current = before
  }
}

/** Runs `make` so that the layers called in it are frozen. */
export function whileFreezing<T>(make: () => T): T {
  const before = freezing
  freezing = true
  try {
    return make()
  } finally {
    freezing = before
  }
}

/** Whether the layers that are called now are to be frozen. */
export function isFreezing(): boolean {
  return freezing
}

/**
 * The start of a model: the shape of one sample, the batch left out; images are `[height, width, channels]`. A size is a
 * whole number of at least 1, a `number` known only at run time, or a name for a size that is not known yet: `'h'`, or
 * `'16*h'` where it must be a multiple.
 *
 * @throws ShapeError if a size is anything else.
 * @example
 * ```ts
 * import { input } from 'shapeproof'
 * const image = input([28, 28, 1])
 * ```
 */
export function input<const S extends Shape>(shape: InputSizes<S>): SymbolicTensor<Mutable<S>, 'linear', never> {
  if (!Array.isArray(shape)) refuse('inputRank', { who: 'input', must: 'an array of sizes', was: String(shape) })
  checkInputSizes(shape)
  return symbolic(shape, 'linear', undefined, []) as unknown as SymbolicTensor<Mutable<S>, 'linear', never>
}

/** A tuple without `readonly`, which is how shapes are shown; `any` stays, and with it nothing lights up. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Mutable<S> = 0 extends 1 & S ? any : { -readonly [K in keyof S]: S[K] }
