import { refuse, type Say } from './message.js'
import { type ShowDim, showDim } from './shape.js'

/*
 * Equations such as 'abc,cd->abd': letters for the axes of an input, a kernel and an output. `...` stands for axes that stay,
 * before all letters (and then the batch is among them) or behind them.
 */

type Letter =
  | 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j' | 'k' | 'l' | 'm' | 'n' | 'o' | 'p' | 'q' | 'r' | 's' | 't' | 'u' | 'v' | 'w' | 'x' | 'y' | 'z'
  | 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z'

/** A list of letters. */
export type LetterList = readonly string[]

/** An equation taken apart; letters are those of a sample. */
export interface AnyEquation {
  /** Where `...` stands. */
  readonly rest: 'before' | 'behind' | 'nowhere'
  readonly input: LetterList
  readonly kernel: LetterList
  readonly output: LetterList
}

interface Equation<Rest, X, Y, Z> {
  readonly rest: Rest
  readonly input: X
  readonly kernel: Y
  readonly output: Z
}

// At least one letter, each once; or `never`.
type Letters<T extends string, Done extends LetterList = []> = T extends `${infer A}${infer More}`
  ? A extends Exclude<Letter, Done[number]> ? Letters<More, [...Done, A]> : never
  : Done extends readonly [] ? never : Done

/** An equation taken apart, or a refusal. */
export type ParsedEquation<Who, E extends string> =
  E extends `...${infer X},${infer Y}->...${infer Z}` ? Parts<Who, E, 'before', Letters<X>, Letters<Y>, Letters<Z>>
  : E extends `${infer X}...,${infer Y}->${infer Z}...` ? Parts<Who, E, 'behind', Letters<X>, Letters<Y>, Letters<Z>>
  : E extends `${infer X},${infer Y}->${infer Z}` ? Parts<Who, E, 'nowhere', Letters<X>, Letters<Y>, Letters<Z>>
  : Say<'equation', { who: Who; was: ShowDim<E> }>

type Parts<Who, E, Rest, X, Y, Z> =
  true extends IsNever<X> | IsNever<Y> | IsNever<Z> ? Say<'equation', { who: Who; was: ShowDim<E> }>
  : Rest extends 'before' ? Bound<Who, E, Equation<Rest, X, Y, Z>>
  : [X, Z] extends [readonly [infer B, ...infer Xs], readonly [infer C, ...infer Zs]]
    ? [C, Y] extends [B, LetterList]
      ? B extends Y[number & keyof Y] ? Say<'equationBatch', { who: Who; was: ShowDim<E> }>
      : Zs extends readonly [] ? Say<'equationBatch', { who: Who; was: ShowDim<E> }>
      : Bound<Who, E, Equation<Rest, Xs, Y, Zs>>
    : Say<'equationBatch', { who: Who; was: ShowDim<E> }>
  : never

type IsNever<T> = [T] extends [never] ? true : false

type Bound<Who, E, Q> = Q extends AnyEquation
  ? FirstOutside<Q['output'], Q['input'][number] | Q['kernel'][number]> extends infer L
    ? [L] extends [never]
      ? FirstOutside<Q['kernel'], Q['input'][number] | Q['output'][number]> extends infer M
        ? [M] extends [never] ? Q : Say<'equationLetter', { who: Who; letter: M; part: 'kernel'; other: 'output'; was: ShowDim<E> }>
        : never
      : Say<'equationLetter', { who: Who; letter: L; part: 'output'; other: 'kernel'; was: ShowDim<E> }>
    : never
  : never

type FirstOutside<L, Known> = L extends readonly [infer A, ...infer More] ? (A extends Known ? FirstOutside<More, Known> : A) : never

/** Letters in a row. */
export type JoinLetters<L, By extends string = '', Done extends string = ''> = L extends readonly [infer A extends string, ...infer More]
  ? JoinLetters<More, By, Done extends '' ? A : `${Done}${By}${A}`>
  : Done

/** Run-time twin of {@link ParsedEquation}. */
export function parseEquation(who: string, equation: string): AnyEquation {
  const malformed = (): never => refuse('equation', { who, was: showDim(equation) })
  const parts = /^(\.\.\.)?([A-Za-z]+)(\.\.\.)?,([A-Za-z]+)->(\.\.\.)?([A-Za-z]+)(\.\.\.)?$/.exec(equation) ?? malformed()
  const [, before, x = '', behind, y = '', outBefore, z = '', outBehind] = parts
  if (before !== outBefore || behind !== outBehind || (before && behind)) malformed()
  if ([x, y, z].some((part) => new Set(part).size < part.length)) malformed()
  if (!before && (x[0] !== z[0] || y.includes(x[0] as string) || z.length < 2)) refuse('equationBatch', { who, was: showDim(equation) })
  const [input, kernel, output] = [before ? x : x.slice(1), y, before ? z : z.slice(1)].map((part) => [...part]) as [string[], string[], string[]]
  const outside = (letters: LetterList, known: LetterList) => letters.find((letter) => !known.includes(letter))
  const free = outside(output, [...input, ...kernel])
  if (free) refuse('equationLetter', { who, letter: free, part: 'output', other: 'kernel', was: showDim(equation) })
  const loose = outside(kernel, [...input, ...output])
  if (loose) refuse('equationLetter', { who, letter: loose, part: 'kernel', other: 'output', was: showDim(equation) })
  return { rest: before ? 'before' : behind ? 'behind' : 'nowhere', input, kernel, output }
}
