import type * as tf from '@tensorflow/tfjs-core'
import type { NumbersLike } from '../dsl/data/ndarray.js'
import type { AnyModel, Chain, NetOf } from '../dsl/model.js'
import type { WeightShapes } from '../dsl/weights.js'
import type { Agree } from '../types/agree.js'
import type { Say } from '../types/message.js'
import type { ShowShape } from '../types/shape.js'
import type { Tensor } from './tensor.js'

/** Values for some of the weights, by layer and name, the last axis fastest. */
export type WeightValues<M extends AnyModel> = {
  readonly [L in keyof WeightShapes<M>]?: { readonly [W in keyof WeightShapes<M>[L]]?: NumbersLike | tf.Tensor }
}

/** The values `V`, or a sentence in the place of each tensor whose shape is not that of its weight, or that belongs to none. */
export type FittingValues<M extends AnyModel, V> = [V] extends [Fitted<WeightShapes<M>, V, AllNames<M>>]
  ? V
  : Fitted<WeightShapes<M>, V, AllNames<M>>

// Of a graph there are layers whose names only the run knows.
type AllNames<M extends AnyModel> = NetOf<M> extends Chain<unknown, readonly unknown[]> ? true : false

type Fitted<Shapes, V, All> = {
  readonly [L in keyof V]: L extends keyof Shapes
    ? {
        readonly [W in keyof V[L]]: W extends keyof Shapes[L]
          ? FittedValue<V[L][W], Shapes[L][W], L, W>
          : NoWeight<V[L][W], L, W, All>
      }
    : { readonly [W in keyof V[L]]: NoWeight<V[L][W], L, W, All> }
}

// What only the run knows is looked at then: shapes of tensors of tfjs, and names.
type FittedValue<X, S, L, W> =
  X extends Tensor<infer T>
    ? unknown extends T
      ? X
      : [Agree<T, Exclude<S, undefined>>] extends [never]
        ? Say<'weightShape', { path: `${L & string}/${W & string}`; must: ShowShape<Exclude<S, undefined>>; was: ShowShape<T> }>
        : X
    : X

type NoWeight<X, L, W, All> = string extends L | W
  ? X
  : All extends true
    ? Say<'weightName', { was: `${L & string}/${W & string}`; names: 'those of its model' }>
    : X
