/*
 * The notation in which a layer states its shapes, after einops: words are axes of a sample, `...` is any number of axes,
 *
 *   '... features -> ... units'            an axis of the input, or an option, by its name
 *   'height width channels -> channels'    an axis left out is reduced
 *   '... -> (...)'                         the product of the axes in parentheses
 *   'window(height, kernelSize, strides, padding, dilationRate)'
 *                                          the window formula on an axis, with the options that it reads
 *   'pool(height, poolSize, strides|poolSize, padding)'
 *                                          a window with padding of at most half its size; `a|b` is b where a is not given
 *   '...kernelSize'                        (weights) one axis for each window, of that option's sizes
 *   'channels/groups'                      (weights) an axis divided by an option
 *
 * A signature is compiled once, where it is stated, into instructions that name axes by index: by the types here for the
 * compiler, and by the functions beside them at run time.
 */

/** The shape of a weight, the option that initializes it, and the option that it depends on, if any. */
export interface ParamText {
  readonly shape: string
  readonly initializer: string
  readonly when?: string
}

/** A layer's shapes as it states them. */
export interface SignatureText {
  readonly input: string
  readonly output: string
  readonly params?: { readonly [name: string]: ParamText }
  /** What options are where they are not given. */
  readonly defaults?: { readonly [option: string]: unknown }
  /** Options that must divide axes of the input or other options. */
  readonly divides?: { readonly [option: string]: readonly string[] }
}

type Closed<W extends string> = W extends `${string}(${infer Inside}` ? (Inside extends `${string})` ? true : false) : true

/** The words of a text, split at spaces outside parentheses. */
export type Words<S extends string, Done extends readonly string[] = [], Open extends string = ''> = S extends `${infer W} ${infer Rest}`
  ? Closed<`${Open}${W}`> extends true
    ? Words<Rest, [...Done, `${Open}${W}`]>
    : Words<Rest, Done, `${Open}${W} `>
  : S extends ''
    ? Done
    : [...Done, `${Open}${S}`]

/** Run-time twin of {@link Words}. */
export function words(text: string): string[] {
  return text.match(/[^\s(]*\([^)]*\)|\S+/g) ?? []
}

type Arguments<S extends string, Done extends readonly string[] = []> = S extends `${infer A}, ${infer Rest}`
  ? Arguments<Rest, [...Done, A]>
  : [...Done, S]

type Alternatives<S> = S extends `${infer A}|${infer B}` ? [A, B] : [S]

type IndexOf<W extends readonly string[], X> = { [K in keyof W]: W[K] extends X ? K : never }[number]

/** `[height, width, channels]`: the input as messages name it. */
export type Must<S extends string> = `[${Commas<Words<S>>}]`

type Commas<W extends readonly string[], Done extends string = ''> = W extends readonly [infer A extends string, ...infer Rest extends readonly string[]]
  ? Commas<Rest, Done extends '' ? A : `${Done}, ${A}`>
  : Done

// The axis, the window's number, and its words in messages.
type WindowOp<A, In extends readonly string[], Ordinal> = A extends readonly [infer Axis, infer Size, ...unknown[]]
  ? ['window', IndexOf<In, Axis>, Ordinal, { option: Size; axis: Axis }]
  : never

// Windows of one layer read the same options: size, strides, padding, dilation.
type ReadsOf<S extends string> = S extends `${string}window(${infer A})${string}` ? ReadsIn<Arguments<A>> : S extends `${string}pool(${infer A})${string}` ? ReadsIn<Arguments<A>> : []

type RareOf<R> = R extends readonly [unknown, readonly [infer Strides, ...unknown[]], unknown, infer Dilation] ? Strides | Dilation : never

type ReadsIn<A> = A extends readonly [unknown, infer Size, infer Strides, infer Padding, ...infer Rest] ? [Size, Alternatives<Strides>, Padding, Rest[0 & keyof Rest]] : []

/** An instruction: a tag, and what it needs. */
export type AnyOp = readonly [tag: OpTag, a?: string | number, b?: string | number, words?: unknown]

/** The tags of instructions. */
export type OpTag = 'spread' | 'product' | 'each' | 'axis' | 'window' | 'over' | 'option'

/** One word of an output or of a weight, as an instruction. `Ordinal` counts the windows before it. */
export type Instruction<W extends string, In extends readonly string[], Ordinal> =
  W extends '...' ? ['spread']
  : W extends '(...)' ? ['product']
  : W extends `...${infer Option}` ? ['each', Option]
  : W extends In[number] ? ['axis', IndexOf<In, W>]
  : W extends `window(${infer A})` ? WindowOp<Arguments<A>, In, Ordinal>
  : W extends `pool(${infer A})` ? WindowOp<Arguments<A>, In, Ordinal>
  : W extends `${infer Axis}/${infer Option}` ? ['over', IndexOf<In, Axis>, Option]
  : ['option', W]

/** The words of a text as instructions. */
export type Instructions<W extends readonly string[], In extends readonly string[], Seen extends readonly 0[] = [], Done extends readonly unknown[] = []> =
  W extends readonly [infer A extends string, ...infer Rest extends readonly string[]]
    ? Instructions<Rest, In, A extends `${string}(${string},${string}` ? [...Seen, 0] : Seen, [...Done, Instruction<A, In, `${Seen['length']}`>]>
    : Done

type WithoutSpread<W extends readonly string[]> = W extends readonly ['...', ...infer Rest extends readonly string[]] ? Rest : W

type Checked<Ops> = { [K in keyof Ops]: Ops[K] extends ['window', ...unknown[]] ? K : never }[number & keyof Ops]

type Divisions<D, In extends readonly string[]> = { readonly [O in keyof D]: D[O] extends readonly string[] ? Instructions<D[O], In> : never }

type Params<P, In extends readonly string[]> = {
  readonly [N in keyof P]: P[N] extends ParamText
    ? { readonly ops: Instructions<Words<P[N]['shape']>, In>; readonly when: P[N]['when'] }
    : never
}

// Which of the few forms a signature has, so that each layer costs no more than its form needs.
type FormOf<T extends SignatureText> =
  T['output'] extends T['input'] ? 'kept'
  : T['output'] extends '(...)' ? 'product'
  : T['input'] extends `... ${string} ${string}` ? 'lastTwo'
  : T['input'] extends `... ${string}` ? 'last'
  : T['output'] extends `${string}(${string}, ${string}) ${string}(${string}, ${string}) ${infer Last}`
    ? Last extends `${string} ${string}` ? 'fixed' : 'image'
  : T extends { readonly divides: unknown } ? 'divided' : 'fixed'

/** A compiled signature. An interface, so that the compiler works each member out once and remembers it by name. */
export interface Compiled<Kind extends string, T extends SignatureText> {
  readonly form: FormOf<T>
  readonly kind: Kind
  readonly must: Must<T['input']>
  /** Words of the input but for the spread. */
  readonly axes: WithoutSpread<Words<T['input']>>
  /** Words of the output but for the spread. */
  readonly ops: Instructions<WithoutSpread<Words<T['output']>>, WithoutSpread<Words<T['input']>>>
  /** Options that the windows read. */
  readonly reads: ReadsOf<T['output']>
  /** Options that few give: of the windows' strides and dilation, and those that must divide. */
  readonly rare: RareOf<ReadsOf<T['output']>> | keyof T['divides']
  readonly tag: T['output'] extends `pool(${string}` ? 'pool' : 'window'
  /** Where windows stand in the output: they alone can fail, and looking at nothing else keeps a generic `filters: F` checkable. */
  readonly checked: Checked<Instructions<Words<T['output']>, WithoutSpread<Words<T['input']>>>>
  readonly defaults: T['defaults']
  readonly divides: Divisions<T['divides'], WithoutSpread<Words<T['input']>>>
  readonly params: Params<T['params'], WithoutSpread<Words<T['input']>>>
}

/** An instruction at run time; the types' tuples with names. */
export type Op =
  | { readonly tag: 'spread' | 'product' }
  | { readonly tag: 'each' | 'option'; readonly option: string }
  | { readonly tag: 'axis'; readonly index: number; readonly axis: string }
  | { readonly tag: 'over'; readonly index: number; readonly axis: string; readonly option: string }
  | {
      readonly tag: 'window' | 'pool'
      readonly index: number
      readonly axis: string
      readonly ordinal: number
      readonly size: string
      readonly strides: readonly string[]
      readonly padding: string
      readonly dilation: string | undefined
    }

/** Run-time twin of {@link Instructions}. */
export function instructions(text: readonly string[], axes: readonly string[]): Op[] {
  let ordinal = 0
  return text.map((word): Op => {
    if (word === '...') return { tag: 'spread' }
    if (word === '(...)') return { tag: 'product' }
    if (word.startsWith('...')) return { tag: 'each', option: word.slice(3) }
    if (axes.includes(word)) return { tag: 'axis', index: axes.indexOf(word), axis: word }
    const call = /^(window|pool)\((.*)\)$/.exec(word)
    if (call) {
      const [axis = '', size = '', strides = '', padding = '', dilation] = (call[2] ?? '').split(', ')
      const tag = call[1] as 'window' | 'pool'
      return { tag, index: axes.indexOf(axis), axis, ordinal: ordinal++, size, strides: strides.split('|'), padding, dilation }
    }
    const [axis = '', option] = word.split('/')
    return option === undefined ? { tag: 'option', option: word } : { tag: 'over', index: axes.indexOf(axis), axis, option }
  })
}

/** A signature compiled at run time. */
export interface CompiledSignature {
  readonly spread: boolean
  readonly must: string
  readonly axes: readonly string[]
  readonly ops: readonly Op[]
  readonly divides: readonly (readonly [option: string, ops: readonly Op[]])[]
  readonly params: readonly { readonly name: string; readonly ops: readonly Op[]; readonly initializer: string; readonly when: string | undefined }[]
  readonly defaults: { readonly [option: string]: unknown }
}

/** Run-time twin of {@link Compiled}. */
export function compileSignature(text: SignatureText): CompiledSignature {
  const input = words(text.input)
  const spread = input[0] === '...'
  const axes = spread ? input.slice(1) : input
  return {
    spread,
    must: `[${input.join(', ')}]`,
    axes,
    ops: instructions(words(text.output), axes),
    divides: Object.entries(text.divides ?? {}).map(([option, by]) => [option, instructions(by, axes)] as const),
    params: Object.entries(text.params ?? {}).map(([name, { shape, initializer, when }]) => ({
      name,
      ops: instructions(words(shape), axes),
      initializer,
      when,
    })),
    defaults: text.defaults ?? {},
  }
}
