import { type FunctionTag, type Instructions, instructions, type Op } from './instructions.js'
import type { Next } from './next.js'
import { type Alternatives, type Arguments, type IndexOf, type Words, words } from './words.js'

/*
 * The notation in which a layer states its shapes, after einops: words are axes of a sample, `...` is any number of axes,
 *
 *   '... features -> ... units'            an axis of the input, or an option, by its name; `$height` is the option beside an axis
 *   'height width channels -> channels'    an axis left out is reduced
 *   '... -> (...)'                         the product of the axes in parentheses
 *   'channels*depthMultiplier', '4*units'  products; 'channels/groups' an axis divided by an option
 *   'time?returnSequences units'           an axis that is there if the option is true
 *   '...outputSize channels'               one axis for each of the option's sizes
 *   'outputShape|features'                 an option, or where it is not given, the axis or option behind it
 *   'queries depth, keys width'            several inputs; a word that stands twice is one size
 *   'queries depth, ?keys depth'           the last may be left out, and is then the one before it
 *   '...queries depth, ...keys depth'      of several inputs: one axis or more before the last, by one name
 *   'window(height, kernelSize, strides, padding, dilationRate)'
 *                                          the window formula on an axis, with the options that it reads
 *   'pool(height, poolSize, strides|poolSize, padding)'
 *                                          a window with padding of at most half its size; `a|b` is b where a is not given
 *   'transposed(…)', 'pad(height, padding)', 'crop(height, cropping)', 'scale(height, size)', 'resize(height, outputSize)'
 *
 * A signature is compiled once, where it is stated, into instructions that name axes by index: by the types here for the
 * compiler, and by the functions beside them at run time.
 */

/** The shape of a weight, the option that initializes it (or its initializer), and the option that it depends on, if any. */
export interface ParamText {
  readonly shape: string
  readonly initializer: string
  readonly when?: string
  /** False for a weight that training does not move by gradients, such as a running mean. */
  readonly trainable?: boolean
  /** Where each of its values is multiplied once: at every position of the output, or of the input. For counts of operations. */
  readonly uses?: 'output' | 'input'
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
  /** True if the option `kernel` may give the weight of that name as values; its depth is checked. */
  readonly givenKernel?: true
  /** The shapes that the option `returnState` adds to the output. */
  readonly states?: readonly string[]
}

/** `[height, width, channels]`: the input as messages name it. */
export type Must<S extends string> = `[${Commas<Words<S>>}]`

type Commas<W extends readonly string[], Done extends string = ''> = W extends readonly [infer A extends string, ...infer Rest extends readonly string[]]
  ? Commas<Rest, Done extends '' ? A : `${Done}, ${A}`>
  : Done

// Windows of one layer read the same options: size, strides, padding, dilation.
type ReadsOf<S extends string> = S extends `${string}window(${infer A})${string}` ? ReadsIn<Arguments<A>> : S extends `${string}pool(${infer A})${string}` ? ReadsIn<Arguments<A>> : []

type RareOf<R> = R extends readonly [unknown, readonly [infer Strides, ...unknown[]], unknown, infer Dilation] ? Strides | Dilation : never

type ReadsIn<A> = A extends readonly [unknown, infer Size, infer Strides, infer Padding, ...infer Rest] ? [Size, Alternatives<Strides>, Padding, Rest[0 & keyof Rest]] : []

type WithoutSpread<W extends readonly string[]> = W extends readonly ['...', ...infer Rest extends readonly string[]] ? Rest : W

type Checked<Ops> = { [K in keyof Ops]: Ops[K] extends readonly [FunctionTag, ...unknown[]] ? K : never }[number & keyof Ops]

type Divisions<D, In extends readonly string[]> = { readonly [O in keyof D]: D[O] extends readonly string[] ? Instructions<D[O], In> : never }

type Params<P, In extends readonly string[]> = {
  readonly [N in keyof P]: P[N] extends ParamText
    ? { readonly ops: Instructions<Words<P[N]['shape']>, In>; readonly when: P[N]['when']; readonly uses: P[N]['uses'] }
    : never
}

// Axes by which weights are sized: a name won't do there.
type Sized<P, In extends readonly string[]> = { [N in keyof P]: P[N] extends ParamText ? SizedIn<Words<P[N]['shape']>, In> : never }[keyof P]

type SizedIn<W extends readonly string[], In extends readonly string[]> = { [K in keyof W]: W[K] extends `${infer A}/${string}` | `${infer A}*${string}` ? IndexOf<In, A> : IndexOf<In, W[K]> }[number]

/** Which of the few forms a signature has, so that each layer costs no more than its form needs. */
type FormOf<T extends SignatureText> =
  T['output'] extends T['input'] ? KeptForm<T['input']>
  : T['output'] extends '(...)' ? 'product'
  : T['input'] extends `${string}, ${string}` ? 'several'
  : T extends { readonly states: unknown } ? 'varied'
  : T['output'] extends `${string}?${string}` | `${string} ...${string}` ? 'varied'
  : T['output'] extends `...${infer A}` ? A extends ` ${string}` ? SpreadForm<T['input']> : 'varied'
  : T['output'] extends `${'window' | 'pool'}(${string}, ${string}) ${'window' | 'pool'}(${string}, ${string}) ${infer Last}`
    ? Last extends `${string} ${string}` ? 'divided' : 'image'
  : 'divided'

// A shape that is kept; one with words has at least their axes, or just those.
type KeptForm<I> = I extends '...' ? 'kept' : I extends `... ${string}` ? SpreadForm<I> : 'divided'

type SpreadForm<I> = I extends `... ${string} ${string}` ? 'lastTwo' : 'last'

// The words of all inputs in a row; those of each; and the places of words that stand twice.
type AllWords<L extends readonly string[], Done extends readonly string[] = []> = L extends readonly [infer A extends string, ...infer Rest extends readonly string[]] ? AllWords<Rest, [...Done, ...Words<A>]> : Done
type InputsOf<S extends string> = Plain<Arguments<S>>
type Plain<L extends readonly string[]> = { [K in keyof L]: L[K] extends `?${infer S}` ? S : L[K] }
type EachInstructions<L extends readonly string[], In extends readonly string[]> = { readonly [K in keyof L]: Instructions<Words<L[K]>, In> }
type EachMust<L extends readonly string[]> = { [K in keyof L]: Must<L[K]> }
type EachLength<L extends readonly string[]> = { [K in keyof L]: Words<L[K]>['length'] }
type Twice<W extends readonly string[], K extends number = 0, Done extends readonly unknown[] = []> = K extends W['length']
  ? Done
  : IndexOf<W, W[K]> extends `${K}` ? Twice<W, Next[K], Done> : Twice<W, Next[K], [...Done, [IndexOf<W, W[K]>, `${K}`, W[K]]]>

/** A compiled signature. An interface, so that the compiler works each member out once and remembers it by name. */
export interface Compiled<Kind extends string, T extends SignatureText> {
  readonly form: FormOf<T>
  readonly kind: Kind
  readonly must: Must<T['input']>
  /** Words of the input but for the spread; those of several inputs in a row. */
  readonly axes: WithoutSpread<AllWords<InputsOf<T['input']>>>
  /** Words of the output but for the spread. */
  readonly ops: Instructions<WithoutSpread<Words<T['output']>>, this['axes']>
  /** Options that the windows read. */
  readonly reads: ReadsOf<T['output']>
  /** Options that few give: of the windows' strides and dilation, and those that must divide. */
  readonly rare: RareOf<ReadsOf<T['output']>> | keyof T['divides'] | (T['givenKernel'] extends true ? 'kernel' : never)
  /** Of an image, looked up once: the options of its windows' size and padding, and that of its last size alone, which must be given. */
  readonly sizeOption: this['reads'] extends readonly [infer A, ...unknown[]] ? A : never
  readonly paddingOption: this['reads'] extends readonly [unknown, unknown, infer A, ...unknown[]] ? A : never
  readonly lastOption: this['ops'] extends readonly [unknown, unknown, readonly ['option', infer A]] ? A : false
  readonly tag: T['output'] extends `pool(${string}` ? 'pool' : 'window'
  /** Where functions stand in the output: they alone can fail, and looking at nothing else keeps a generic `filters: F` checkable. */
  readonly checked: Checked<this['ops']>
  readonly defaults: T['defaults']
  readonly divides: Divisions<T['divides'], this['axes']>
  readonly params: Params<T['params'], this['axes']>
  readonly sized: Sized<T['params'], this['axes']>
  readonly states: T['states'] extends readonly string[] ? EachInstructions<T['states'], this['axes']> : []
  /** Of several inputs: how each must be, how many axes it has, and which axes are one size. */
  readonly musts: EachMust<InputsOf<T['input']>>
  readonly lengths: EachLength<InputsOf<T['input']>>
  /** Whether the last of them may be left out. */
  readonly spare: T['input'] extends `${string}, ?${string}` ? true : false
  readonly twice: Twice<this['axes']>
}

/** A weight at run time, compiled. */
export interface CompiledParam extends Omit<ParamText, 'shape'> {
  readonly name: string
  readonly ops: readonly Op[]
}

/** A signature compiled at run time. */
export interface CompiledSignature {
  readonly spread: boolean
  /** How the input must be; one for each of several. */
  readonly musts: readonly string[]
  readonly lengths: readonly number[]
  /** Whether the last of several may be left out. */
  readonly spare: boolean
  /** Which of them have axes by one name before the last. */
  readonly open: readonly boolean[]
  /** Words of the input but for the spread; those of several inputs in a row. */
  readonly axes: readonly string[]
  readonly ops: readonly Op[]
  readonly states: readonly (readonly Op[])[]
  readonly divides: readonly (readonly [option: string, ops: readonly Op[]])[]
  readonly params: readonly CompiledParam[]
  readonly givenKernel: boolean
  readonly defaults: { readonly [option: string]: unknown }
}

/** Run-time twin of {@link Compiled}. */
export function compileSignature(text: SignatureText): CompiledSignature {
  const texts = text.input.split(', ')
  const inputs = texts.map((input) => words(input.replace(/^\?/, '')))
  const spread = inputs[0]?.[0] === '...'
  const axes = spread ? inputs.flat().slice(1) : inputs.flat()
  return {
    spread,
    musts: inputs.map((input) => `[${input.join(', ')}]`),
    lengths: inputs.map(({ length }) => length),
    open: inputs.map(([first = '']) => /^\.{3}./.test(first)),
    spare: texts.at(-1)?.startsWith('?') === true,
    axes,
    ops: instructions(words(text.output), axes),
    states: (text.states ?? []).map((state) => instructions(words(state), axes)),
    divides: Object.entries(text.divides ?? {}).map(([option, by]) => [option, instructions(by, axes)] as const),
    givenKernel: text.givenKernel ?? false,
    params: Object.entries(text.params ?? {}).map(([name, { shape, ...rest }]) => ({ name, ops: instructions(words(shape), axes), ...rest })),
    defaults: text.defaults ?? {},
  }
}
