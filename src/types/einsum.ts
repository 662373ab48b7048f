import type { AgreeDim } from './agree.js'
import type { IsOneNumber } from './axis.js'
import type { AnyEquation, JoinLetters, LetterList, ParsedEquation } from './equation.js'
import type { Given } from './given.js'
import type { Refusal, Say } from './message.js'
import type { Shape, ShowDim, ShowShape, ShowSizes } from './shape.js'
import type { IsNotCount } from './whole.js'

/*
 * The shapes of a layer whose axes have letters: those of the input give sizes, and `outputShape` those that the input has not.
 */

/** Shapes of an equation with options `O` on an input: `{ output, weights }`, or a refusal. */
export type Einsum<Who, S, O> = Given<O, 'equation', string> extends infer E extends string
  ? FirstBad<Who, Items<Given<O, 'outputShape', number>>> extends infer Bad
    ? [Bad] extends [never]
      ? IsOneText<E> extends true
        ? Checked<Who, ParsedEquation<Who, E>, S, Items<Given<O, 'outputShape', number>>, Given<O, 'biasAxes', never>>
        : Open<Shape, number[], Given<O, 'biasAxes', never>>
      : Bad
    : never
  : never

/** What the output is, or why there is none. */
export type EinsumOutput<T> = T extends { readonly output: infer S } ? S : T

/** Where the kernel's values are multiplied. */
export type EinsumPositions<T> = T extends { readonly positions: infer P } ? P : Shape

/** The shapes of kernel and bias by name. */
export type EinsumWeights<T> = T extends { readonly weights: infer W } ? W : {}

interface Made<Out, Kernel, Bias, Positions = Shape> {
  readonly output: Out
  /** The axes that the kernel has not: each of its values is multiplied once for each of their places. */
  readonly positions: Positions
  readonly weights: [Bias] extends [never] ? { readonly kernel: Kernel } : { readonly kernel: Kernel; readonly bias: Bias }
}

type Open<Out, Kernel, B> = Made<Out, Kernel, [B] extends [never] ? never : number[]>

type IsOneText<E, F = E> = E extends string ? (string extends E ? false : [F] extends [E] ? true : false) : false

// One number is a list of it; of a list whose length only the run knows, sizes are open.
type Items<T, U = T> = T extends readonly unknown[]
  ? number extends T['length'] ? 'open' : [U] extends [T] ? T : 'open'
  : [U] extends [number] ? [U] : 'open'

type FirstBad<Who, T> = T extends readonly [infer A, ...infer Rest]
  ? IsOneNumber<A> extends true
    ? IsNotCount<A & number> extends true ? Say<'count', { who: Who; option: 'outputShape'; was: A & number }> : FirstBad<Who, Rest>
    : FirstBad<Who, Rest>
  : never

type Checked<Who, Q, S, T, B> =
  Q extends AnyEquation
    ? T extends 'open' ? WithBias<Who, Q, S, T, B>
    : T extends { readonly length: Q['output']['length'] } ? WithBias<Who, Q, S, T, B>
    : Say<'equationSizes', { who: Who; letters: JoinLetters<Q['output']>; was: ShowSizes<T> }>
  : Q

type WithBias<Who, Q extends AnyEquation, S, T, B> =
  [B] extends [never] ? OnInput<Who, Q, S, T, never>
  : IsOneText<B> extends false ? OnInput<Who, Q, S, T, string>
  : B extends '' ? BadBias<Who, Q, B>
  : [Characters<B>] extends [Q['output'][number]] ? OnInput<Who, Q, S, T, Characters<B>>
  : BadBias<Who, Q, B>

type BadBias<Who, Q extends AnyEquation, B> = Say<'equationBias', { who: Who; letters: JoinLetters<Q['output']>; was: B }>

type Characters<T> = T extends `${infer A}${infer Rest}` ? A | Characters<Rest> : never

// The sizes of the input's letters, and the axes without one.
type OnInput<Who, Q extends AnyEquation, S, T, B> = S extends readonly unknown[]
  ? number extends S['length']
    ? Open<Shape, AnyOf<Q['kernel']>, B>
    : Taken<Q['rest'], Q['input'], S> extends [infer Sizes, infer Rest]
      ? Q['rest'] extends 'nowhere'
        ? Rest extends readonly [] ? Sized<Who, Q, Sizes, Rest, T, B> : WrongRank<Who, Q, S>
        : Sized<Who, Q, Sizes, Rest, T, B>
      : WrongRank<Who, Q, S>
  : never

type Taken<Where, L, S, Done = {}> =
  L extends readonly [] ? [Done, S]
  : Where extends 'before'
    ? [L, S] extends [readonly [...infer More, infer A extends string], readonly [...infer Others, infer D]]
      ? Taken<Where, More, Others, Done & { [K in A]: D }> : 'short'
  : [L, S] extends [readonly [infer A extends string, ...infer More], readonly [infer D, ...infer Others]]
    ? Taken<Where, More, Others, Done & { [K in A]: D }> : 'short'

type WrongRank<Who, Q extends AnyEquation, S> = Say<'inputRank', { who: Who; must: `[${JoinLetters<Places<Q>, ', '>}]`; was: ShowShape<S> }>

type Places<Q extends AnyEquation> = Q['rest'] extends 'before' ? ['...', ...Q['input']] : Q['rest'] extends 'behind' ? [...Q['input'], '...'] : Q['input']

type Sized<Who, Q extends AnyEquation, Sizes, Rest, T, B> = OutputSizes<Who, Q['output'], Sizes, T> extends infer Out
  ? Out extends readonly unknown[]
    ? FirstNamed<Who, Q['kernel'], Sizes, Q['kernel'][number]> extends infer E
      ? [E] extends [never]
        ? FirstNamed<Who, Q['output'], Sizes, string extends B ? never : B> extends infer F
          ? [F] extends [never] ? Shapes<Q, Sizes & SizesBy<Q['output'], Out>, Rest, Out, B> : F
          : never
        : E
      : never
    : Out
  : never

type OutputSizes<Who, L, Sizes, T, Done extends readonly unknown[] = []> = L extends readonly [infer A extends string, ...infer More]
  ? SizeOf<Who, A, Sizes, T[`${Done['length']}` & keyof T]> extends infer D
    ? [D] extends [Refusal] ? D : OutputSizes<Who, More, Sizes, T, [...Done, D]>
    : never
  : Done

type SizeOf<Who, A extends string, Sizes, G> =
  A extends keyof Sizes
    ? IsOneNumber<G> extends true
      ? [AgreeDim<Sizes[A], G>] extends [never] ? Say<'equationSize', { who: Who; letter: A; must: ShowDim<Sizes[A]>; was: G }> : AgreeDim<Sizes[A], G>
      : Sizes[A]
  : IsOneNumber<G> extends true ? G
  : [G] extends [never] ? number
  : [G] extends [null] ? Say<'equationMissing', { who: Who; letter: A }>
  : number

// The first letter that sizes a weight but has only a name.
type FirstNamed<Who, L, Sizes, Used> = L extends readonly [infer A, ...infer More]
  ? A extends Used & keyof Sizes
    ? Sizes[A] extends string ? Say<'unknownAxis', { who: Who; axis: `axis ${A & string}`; was: ShowDim<Sizes[A]> }> : FirstNamed<Who, More, Sizes, Used>
    : FirstNamed<Who, More, Sizes, Used>
  : never

type AnyOf<L> = { -readonly [K in keyof L]: number }

type SizesOf<L, Sizes> = { -readonly [K in keyof L]: Sizes[L[K] & keyof Sizes] }

type SizesBy<L extends LetterList, Out> = { [K in keyof L & `${number}` as L[K] & string]: Out[K & keyof Out] }

type Shapes<Q extends AnyEquation, Sizes, Rest, Out extends readonly unknown[], B> = Rest extends readonly unknown[]
  ? Made<
      Q['rest'] extends 'before' ? [...Rest, ...Out] : [...Out, ...(Q['rest'] extends 'behind' ? Rest : [])],
      SizesOf<Q['kernel'], Sizes>,
      [B] extends [never] ? never : string extends B ? number[] : Bias<Q['output'], Out, B, Q['rest'] extends 'behind' ? { [K in keyof Rest]: 1 } : []>,
      [...Rest, ...Outside<Q['output'], Out, Q['kernel'][number]>]
    >
  : never

type Outside<L, Out, Known, Done extends readonly unknown[] = []> = [L, Out] extends [readonly [infer A, ...infer More], readonly [infer D, ...infer Others]]
  ? Outside<More, Others, Known, A extends Known ? Done : [...Done, D]>
  : Done

// From the first of its letters on, 1 for the others.
type Bias<L, Out, B, Behind, Done extends readonly unknown[] = []> =
  [L, Out] extends [readonly [infer A, ...infer More], readonly [infer D, ...infer Others]]
    ? A extends B ? Bias<More, Others, B, Behind, [...Done, D]>
    : Bias<More, Others, B, Behind, Done extends readonly [] ? [] : [...Done, 1]>
  : Behind extends readonly unknown[] ? [...Done, ...Behind] : never
