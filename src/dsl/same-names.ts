import { refuse, type Say } from '../types/message.js'
import type { Next } from '../types/next.js'
import type { IsUnion } from '../types/union.js'
import type { Composite, Inside } from './entries.js'
import { type AnyLayer, type RuleOf, type rule, twinOf } from './layer.js'
import { type CountsAfter, type IsKnown, type NameAt, type NameOption, numbering } from './numbering.js'

/*
 * Two layers of one name side by side are an error on the second. Only names that are given are compared, and with the automatic
 * ones (`dense_1`) that the walk reaches; layers without given names are not walked at all. A layer made of layers has no weights
 * of its own, only a path that those of its layers begin with: it is known as `name/`, and may be called as a layer is.
 */

// A comparison, which instantiates nothing: looking each layer's options up cost 26 instantiations a layer. The input that begins a
// `sequential` is no layer, and passes: without any property that must be there, nothing would that has none of these.
export interface Nameless {
  readonly [rule]?: readonly [Unnamed, { readonly name?: undefined; readonly [option: string]: unknown }]
  toString(): string
}

// A model's name stands in what its layers are.
interface Unnamed {
  readonly kind: string
  // biome-ignore lint/suspicious/noExplicitAny: an interface is no record of anything else
  readonly net?: { readonly name?: undefined; readonly [about: string]: any }
}

/** A layer without a name and without others inside. */
export interface Plain extends Nameless {
  readonly [rule]?: readonly [
    { readonly kind: string; readonly arrangement?: undefined },
    { readonly name?: undefined; readonly [option: string]: unknown },
  ]
}

type GivenNames<L extends readonly unknown[]> = Given<PartIn<L[number]>>
type PartIn<Y> = Y[typeof rule & keyof Y]
type Given<R> = NameOption<R> & string

/** The refusal where two layers have one name, or else what follows. `Any` are those that may have been given one. */
export type UnlessTwice<Any, All extends readonly unknown[], Then> = [Any] extends [Nameless]
  ? Then
  : OrThen<SecondName<All>, Then>
type OrThen<F, Then> = [F] extends [never] ? Then : F[1 & keyof F]

/** The second layer of one name, as `[index, refusal]`, or `never`. */
export type SecondName<L extends readonly unknown[]> = [L] extends [never]
  ? never
  : L[number] extends Nameless
    ? never
    : [GivenNames<L>] extends [never]
      ? never
      : number extends L['length']
        ? never
        : SecondOf<L, {}, never>

// `Shares` are the rules of shared layers by their keys: their calls have one.
type SecondOf<
  L extends readonly unknown[],
  Counts,
  Seen extends string,
  Shares = never,
  K extends number = 0,
> = K extends L['length'] ? never : SecondAt<RuleOf<L[K]>, NameAt<Counts, RuleOf<L[K]>>, L, Counts, Seen, Shares, K>

// What only the run knows is no mistake here.
type SecondAt<R, N extends string, L extends readonly unknown[], Counts, Seen extends string, Shares, K extends number> =
  IsKnown<N> extends true
    ? KeyAt<R, N> extends Taken<KeyAt<R, N>, R, Seen, Shares>
      ? [K, Say<'sameName', { name: N }>]
      : SecondOf<L, CountsAfter<Counts, R>, Seen | KeyAt<R, N>, Shares | SharedAt<KeyAt<R, N>, R>, Next[K]>
    : SecondOf<L, CountsAfter<Counts, R>, Seen, Shares, Next[K]>

type SharedAt<Key, R> = R extends readonly [{ readonly arrangement: 'shared' }, ...unknown[]] ? [Key, R] : never

// The keys that are not free: to a shared layer that was called before, its own is, if it is not another.
type Taken<Key, R, Seen extends string, Shares> = [SharedAt<Key, R>] extends [never]
  ? Seen
  : [Before<Shares, Key>] extends [never]
    ? Seen
    : true extends IsUnion<Before<Shares, Key> | R>
      ? string
      : never

type Before<Shares, Key> = Shares extends readonly [Key, infer R] ? R : never

type KeyAt<R, N extends string> = [Inside<R>] extends [never] ? N : KeyOfComposite<Inside<R>, N>

type KeyOfComposite<C extends Composite, N extends string> = C['arrangement'] extends 'shared'
  ? KeyAt<RuleOf<C['parts'][0]>, N>
  : C['arrangement'] extends 'steps'
    ? N
    : `${N}/`

/** Run-time twin of {@link SecondName}, for layers that are not in a model yet. */
export function checkLayerNames(layers: readonly AnyLayer[]): void {
  const next = numbering()
  const taken = new Map<string, object>()
  for (const layer of layers) {
    const { composite, shared } = twinOf(layer)
    const name = (layer.options as { readonly name?: string }).name ?? next('', layer.kind)
    const key = (shared?.single ?? !composite) ? name : `${name}/`
    const owner = shared?.of ?? {}
    if (taken.has(key) && taken.get(key) !== owner) refuse('sameName', { name })
    taken.set(key, owner)
  }
}
