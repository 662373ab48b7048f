import type { Say } from '../types/message.js'
import type { ShowShape, ShowValue } from '../types/shape.js'
import type { GivenWeights } from './data/weights.js'

/*
 * Options that are lists, or values in a shape. The compiler finds a wrong one at each of its elements, and says so in two or three
 * lines: here is one sentence on the option. All else that does not fit is left to the compiler, whose suggestions are better.
 */

/**
 * The options `P`, or where lists in `W` do not fit, sentences on those. Behind an `infer`: at right calls, too, the compiler asks
 * what this may be, to complete options, and an `infer` may be anything. That W stands here by itself makes the compiler infer it.
 */
export type Told<P, Who, W> = Sentences<P, Misfits<P, W, Who>> extends infer M ? ([W] extends [never] ? W : M) : never

type Sentences<P, Bad> = [Bad] extends [never]
  ? P
  : { readonly [E in Bad as E[0 & keyof E] & PropertyKey]: E[1 & keyof E] } & { readonly [option: string]: unknown }

// Over the keys of W, which are not known yet where the compiler asks what this may be: those of P would be looked at one by one.
type Misfits<P, W, Who> = { [K in keyof W]-?: K extends keyof P ? MisfitAt<P[K], W[K], Who, K> : never }[keyof W]

type MisfitAt<M, V, Who, K> = V extends M
  ? never
  : [M] extends [GivenWeights]
    ? [K, Say<'kernelShape', { who: Who; was: ShowWeights<V> }>]
    : V extends readonly unknown[]
      ? Misfit<V, M, ListsOf<M>, Who, K>
      : never

// As `describe` says it at run time.
type ShowWeights<V> = V extends { readonly shape: infer S extends readonly unknown[] }
  ? ShowShape<S>
  : V extends readonly unknown[]
    ? 'an array'
    : V extends { readonly [Symbol.toStringTag]: infer T extends string }
      ? `a ${T}`
      : ShowValue<V>

type ListsOf<M> = Extract<M, readonly unknown[]>

// `M` is what the option may be, `L` the lists among it. A list of the right length has its fault inside, where the compiler shows it.
type Misfit<V extends readonly unknown[], M, L extends readonly unknown[], Who, K> = [L] extends [never]
  ? never
  : number extends L['length']
    ? [K, Say<'numbers', { who: Who; option: K; was: ShowValue<V> }>]
    : number extends V['length']
      ? [K, Say<'listLength', { who: Who; option: K }>]
      : V['length'] extends L['length']
        ? 'valid' extends M
          ? IsPairs<V, L> extends true
            ? never
            : [K, Say<'padding', { who: Who; was: ShowValue<V> }>]
          : never
        : 'valid' extends M
          ? [K, Say<'padding', { who: Who; was: ShowValue<V> }>]
          : Who extends `${string}1d`
            ? [K, Say<'sidesPair', { who: Who; option: K; was: ShowValue<V> }>]
            : [K, Say<'perAxis', { who: Who; option: K; axes: L['length']; was: ShowValue<V> }>]

// Along one axis the list is the pair itself.
type IsPairs<V, L> = L extends readonly [number, ...unknown[]]
  ? true
  : V extends readonly (readonly [unknown, unknown])[]
    ? true
    : false
