import type { Agree, AgreeDim } from './agree.js'
import type { Divided } from './divides.js'
import type { Each } from './each.js'
import type { AnyCompiled, FirstRefusal, Unsure, Values, WrongRank } from './evaluate.js'
import type { AnyOp } from './instructions.js'
import type { Refusal, Say } from './message.js'
import type { Previous } from './next.js'
import type { Shape, ShowDim, ShowShape } from './shape.js'
import type { OptionOf, Value } from './values.js'

/*
 * The output of signatures whose words stand for as many axes as options say, of those that return their states besides, and
 * of those with several inputs. What an option that is only known at run time decides is left open.
 */

/** An option with its default where it is not, or may not be, given. */
type Given<G extends AnyCompiled, O, K> = OptionOf<G, O, K> extends infer V ? (undefined extends V ? Exclude<V, undefined> | G['defaults'][K & keyof G['defaults']] : V) : never

// Of `any` nobody knows.
type Flag<G extends AnyCompiled, O, K> = 0 extends 1 & OptionOf<G, O, K> ? boolean : Given<G, O, K>

type IsOne<V, All = V> = V extends unknown ? ([All] extends [V] ? true : false) : never

// How many sizes a list has, if that is known.
type IsList<V> = V extends readonly unknown[] ? (number extends V['length'] ? false : true) : false

/** Values of instructions in a row; `Shape` where only the run knows how many there are. */
export type VariedValues<G extends AnyCompiled, Ops, S, O, Done extends readonly unknown[] = []> = Ops extends readonly [infer A extends AnyOp, ...infer Rest]
  ? A extends readonly ['optional', infer Option, infer Op]
    ? [Flag<G, O, Option>] extends [true] ? VariedValues<G, Rest, S, O, [...Done, Value<G, Op, S, O>]>
      : [Flag<G, O, Option>] extends [false] ? VariedValues<G, Rest, S, O, Done>
      : Shape
    : A extends readonly ['each', infer Option]
      ? Many<G, Given<G, O, Option>> extends infer V extends readonly unknown[] ? (number extends V['length'] ? Shape : VariedValues<G, Rest, S, O, [...Done, ...V]>) : never
    : A extends readonly ['lead', infer I]
      ? S[I & keyof S] extends infer V extends readonly unknown[] ? (number extends V['length'] ? Shape : VariedValues<G, Rest, S, O, [...Done, ...V]>) : never
    : VariedValues<G, Rest, S, O, [...Done, Value<G, A, S, O>]>
  : Done

// One number for each axis, or a list.
type Many<G extends AnyCompiled, V> = 0 extends 1 & V ? Shape : [V] extends [number] ? Each<V, G['axes']> : IsOne<V> extends true ? (IsList<V> extends true ? V : Shape) : Shape

// Functions of axes fail as in any signature; the others have no part in it.
type Main<G extends AnyCompiled, O, S, T extends readonly unknown[] = Values<G, G['ops'], S, O>> = [T[G['checked'] & keyof T] & Refusal] extends [never]
  ? VariedValues<G, G['ops'], S, O>
  : FirstRefusal<G, O, S, T, G['ops']> extends infer E
    ? [E] extends [never] ? Open<VariedValues<G, G['ops'], S, O>> : E
    : never

type Open<T extends readonly unknown[]> = number extends T['length'] ? T : Unsure<T>

/** As many axes as options say. */
export type Varied<G extends AnyCompiled, O, S> = G['states'] extends readonly [] ? MainOf<G, O, S> : OnlyOne<ListOf<G, O, S>, G['kind'], 'returnState'>

type MainOf<G extends AnyCompiled, O, S> = S[keyof S & 'length'] extends G['axes']['length'] ? Main<G, O, S> : WrongRank<G, S>

/** All outputs in a list, the states behind the output, or a refusal. A union of lists where only the run knows whether states are returned. */
export type ListOf<G extends AnyCompiled, O, S> = MainOf<G, O, S> extends infer M
  ? [M] extends [Refusal] ? M
    : [Flag<G, O, 'returnState'>] extends [false] ? [M]
    : [Flag<G, O, 'returnState'>] extends [true] ? [M, ...States<G, G['states'], O, S>]
    : [M] | [M, ...States<G, G['states'], O, S>]
  : never

type States<G extends AnyCompiled, All extends readonly unknown[], O, S> = { -readonly [K in keyof All]: number extends S[keyof S & 'length'] ? Shape : Unsure<Values<G, Extract<All[K], readonly unknown[]>, S, O>> }

/** The one output of a list, or the refusal of a layer that has several. Where the run decides, it has one or throws. */
export type OnlyOne<L, Who, Option> = [L] extends [Refusal] ? L
  : [Extract<L, readonly [unknown]>] extends [never] ? Say<'severalOutputs', { who: Who; option: Option }>
  : Extract<L, readonly [unknown]>[0]

// ---- several inputs: their axes in a row are one input, after a look at ranks and at words that stand twice

/** Several inputs: `S` is the list of their shapes. */
export type Several<G extends AnyCompiled, O, S> = S extends readonly [readonly unknown[], readonly unknown[], ...unknown[]]
  ? number extends S['length'] ? Shape
    : AllInputs<G, S>['length'] extends G['musts']['length'] ? Joined<G, O, RanksFit<G, AllInputs<G, S>, G['musts'], G['lengths']>>
    : Say<'inputCount', { who: G['kind']; must: G['spare'] extends true ? `${Previous[G['musts']['length']]} or ${G['musts']['length']}` : G['musts']['length']; was: S['length'] }>
  : S extends readonly [infer A, ...unknown[]] ? (0 extends 1 & A ? A : Alone<G, S>) : Alone<G, S>

// One tensor where several are wanted, as in a `sequential`.
type Alone<G extends AnyCompiled, S> = Say<'twoInputs', { who: G['kind']; was: ShowShape<S> }>

/**
 * The shapes with the last that is left out, which is the one before it; axes that stand before the last by one name are one
 * element, a list.
 */
export type AllInputs<G extends AnyCompiled, S> = Folded<Completed<G, S>, G['musts']>

type Folded<S, Musts> = S extends readonly [infer A, ...infer Rest]
  ? Musts extends readonly [infer M, ...infer Ms] ? [M extends `[...${string}` ? Fold<A> : A, ...Folded<Rest, Ms>] : S
  : []

// Without any it is left as it is, and refused for its rank.
type Fold<A> = 0 extends 1 & A ? A : A extends readonly [...infer Lead, infer Z] ? (Lead extends readonly [] ? A : [Lead, Z]) : A

type Completed<G extends AnyCompiled, S> = G['spare'] extends true
  ? S extends readonly [...infer Others, infer Z] ? ([...S, 0]['length'] extends G['musts']['length'] ? [...Others, Z, Z] : S) : S
  : S

type Joined<G extends AnyCompiled, O, Row> = 0 extends 1 & Row ? Row
  : Row extends readonly unknown[]
    ? number extends Row['length'] ? Shape
    : TwiceCheck<G, Row, G['twice']> extends infer Wrong
      ? [Wrong] extends [never] ? Divided<G, O, Row, Main<G, O, Row>> : Wrong
      : never
  : Row

type RanksFit<G extends AnyCompiled, S, Musts, Lengths, Row extends readonly unknown[] = []> = S extends readonly [infer A extends readonly unknown[], ...infer Rest]
  ? 0 extends 1 & A ? A
  : Lengths extends readonly [infer N, ...infer Ns]
    ? Musts extends readonly [infer M, ...infer Ms]
      ? A['length'] extends N ? RanksFit<G, Rest, Ms, Ns, Joint<Row, A>>
        : number extends A['length'] ? RanksFit<G, Rest, Ms, Ns, Shape>
        : Say<'inputRank', { who: G['kind']; must: M; was: ShowShape<A> }>
      : never
    : never
  : Row

// A rank that is only known at run time leaves the row open.
type Joint<Row extends readonly unknown[], A extends readonly unknown[]> = number extends Row['length'] ? Row : [...Row, ...A]

type TwiceCheck<G extends AnyCompiled, Row, T> = T extends readonly [readonly [infer I, infer J, infer Axis], ...infer Rest]
  ? [Both<Row[I & keyof Row], Row[J & keyof Row]>] extends [never]
    ? Say<'sameAxis', { who: G['kind']; axis: Axis extends `...${infer N}` ? N : Axis; first: ShowBoth<Row[I & keyof Row]>; second: ShowBoth<Row[J & keyof Row]> }>
    : TwiceCheck<G, Row, Rest>
  : never

// One axis, or several by one name.
type Both<A, B> = A extends readonly unknown[] ? Agree<A, B> : AgreeDim<A, B>
type ShowBoth<A> = A extends readonly unknown[] ? ShowShape<A> : ShowDim<A>

/** The axes of all inputs in a row. */
export type RowOf<S, Row extends readonly unknown[] = []> = S extends readonly [infer A extends readonly unknown[], ...infer Rest] ? RowOf<Rest, [...Row, ...A]> : Row
