import type { Arguments, IndexOf } from './words.js'

/*
 * Instructions: what a word of the notation means, with axes by index.
 */

// The axis, its number among functions ('' for the only one), its words in messages, and the options it reads.
type FunctionOp<Tag extends string, A, In extends readonly string[], Ordinal> = A extends readonly [infer Axis, infer Size, ...infer Rest]
  ? [Tag, IndexOf<In, Axis>, Ordinal, { option: Size; axis: Axis }, [Size, ...Rest]]
  : never

/** An instruction: a tag, and what it needs. */
export type AnyOp = readonly [tag: OpTag, a?: unknown, b?: unknown, words?: unknown, reads?: unknown]

/** The tags of instructions. */
export type OpTag = 'spread' | 'product' | 'each' | 'lead' | 'either' | 'optional' | 'axis' | 'over' | 'times' | 'constant' | 'option' | FunctionTag

/** The functions of axes. */
export type FunctionTag = 'window' | 'pool' | 'transposed' | 'pad' | 'crop' | 'scale' | 'resize'

/** One word of an output or of a weight, as an instruction. `Ordinal` counts the functions before it. */
export type Instruction<W extends string, In extends readonly string[], Ordinal> =
  W extends '...' ? ['spread']
  : W extends '(...)' ? ['product']
  : W extends `...${infer Option}` ? (W extends In[number] ? ['lead', IndexOf<In, W>] : ['each', Option])
  : W extends In[number] ? ['axis', IndexOf<In, W>]
  : W extends `${infer Tag extends FunctionTag}(${infer A})` ? FunctionOp<Tag, Arguments<A>, In, Ordinal>
  : W extends `${infer A}?${infer Option}` ? ['optional', Option, Instruction<A, In, Ordinal>]
  : W extends `${infer A}*${infer B}` ? ['times', Instruction<A, In, Ordinal>, Instruction<B, In, Ordinal>]
  : W extends `${infer Axis}/${infer Option}` ? ['over', IndexOf<In, Axis>, Option]
  : W extends `${infer A}|${infer B}` ? ['either', A, Instruction<B, In, Ordinal>]
  : W extends `${infer N extends number}` ? ['constant', N]
  : W extends `$${infer Option}` ? ['option', Option]
  : ['option', W]

/** The words of a text as instructions. */
export type Instructions<W extends readonly string[], In extends readonly string[], Single = IsSingle<W>, Seen extends readonly 0[] = [], Done extends readonly unknown[] = []> =
  W extends readonly [infer A extends string, ...infer Rest extends readonly string[]]
    ? Instructions<Rest, In, Single, A extends `${FunctionTag}(${string}` ? [...Seen, 0] : Seen, [...Done, Instruction<A, In, Single extends true ? '' : `${Seen['length']}`>]>
    : Done

// One function alone: a pair of sizes is then that axis' own.
type IsSingle<W extends readonly string[], Found = false> = W extends readonly [infer A, ...infer Rest extends readonly string[]]
  ? A extends `${FunctionTag}(${string}` ? (Found extends true ? false : IsSingle<Rest, true>) : IsSingle<Rest, Found>
  : Found

/** An instruction at run time; the types' tuples with names. */
export type Op =
  | { readonly tag: 'spread' | 'product' }
  | { readonly tag: 'constant'; readonly value: number }
  | { readonly tag: 'each' | 'option'; readonly option: string }
  | { readonly tag: 'optional' | 'either'; readonly option: string; readonly op: Op }
  | { readonly tag: 'axis'; readonly index: number; readonly axis: string }
  | { readonly tag: 'lead'; readonly index: number }
  | { readonly tag: 'over'; readonly index: number; readonly axis: string; readonly option: string }
  | { readonly tag: 'times'; readonly a: Op; readonly b: Op }
  | FunctionInstruction

/** A function of an axis at run time: `ordinal` is undefined for the only one of its layer. */
export interface FunctionInstruction {
  readonly tag: FunctionTag
  readonly index: number
  readonly axis: string
  readonly ordinal: number | undefined
  /** Options that it reads, by place; `a|b` is b where a is not given. */
  readonly reads: readonly (readonly string[])[]
}

const functionCall = /^(window|pool|transposed|pad|crop|scale|resize)\((.*)\)$/

/** Run-time twin of {@link Instructions}. */
export function instructions(text: readonly string[], axes: readonly string[]): Op[] {
  const single = text.filter((word) => functionCall.test(word)).length === 1
  let ordinal = 0
  const parse = (word: string): Op => {
    if (word === '...') return { tag: 'spread' }
    if (word === '(...)') return { tag: 'product' }
    if (word.startsWith('...')) return axes.includes(word) ? { tag: 'lead', index: axes.indexOf(word) } : { tag: 'each', option: word.slice(3) }
    if (axes.includes(word)) return { tag: 'axis', index: axes.indexOf(word), axis: word }
    const call = functionCall.exec(word)
    if (call) {
      const [axis = '', ...reads] = (call[2] as string).split(', ')
      const number = single ? undefined : ordinal++
      return { tag: call[1] as FunctionTag, index: axes.indexOf(axis), axis, ordinal: number, reads: reads.map((names) => names.split('|')) }
    }
    const [, a = '', sign, b = ''] = /^([^?*/|]*)([?*/|])(.*)$/.exec(word) ?? []
    if (sign === '?') return { tag: 'optional', option: b, op: parse(a) }
    if (sign === '|') return { tag: 'either', option: a, op: parse(b) }
    if (sign === '*') return { tag: 'times', a: parse(a), b: parse(b) }
    if (sign === '/') return { tag: 'over', index: axes.indexOf(a), axis: a, option: b }
    if (/^\d+$/.test(word)) return { tag: 'constant', value: Number(word) }
    return { tag: 'option', option: word.replace(/^\$/, '') }
  }
  return text.map(parse)
}
