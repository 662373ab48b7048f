import { parseEquation } from './equation.js'
import { refuse } from './message.js'
import { type Dim, type Shape, showDim, showShape, showSizes } from './shape.js'

/*
 * Run-time twin of `einsum.ts`, with the same sentences in the same order.
 */

/** Sizes of an output, a kernel and, where there is one, a bias. */
export interface EinsumShapes {
  readonly output: Dim[]
  readonly kernel: Dim[]
  /** The axes that the kernel has not. */
  readonly positions: Dim[]
  readonly bias: Dim[] | undefined
}

/** What the options say. */
export interface EinsumGiven {
  readonly equation: string
  readonly outputShape: number | readonly (number | null)[]
  readonly biasAxes?: string | undefined
}

/** Run-time twin of `Einsum`. */
export function einsumShapes(who: string, shape: Shape, { equation, outputShape: given, biasAxes }: EinsumGiven): EinsumShapes {
  const { rest: where, input, kernel, output } = parseEquation(who, equation)
  const items = typeof given === 'number' ? [given] : given
  if (items.length !== output.length)
    refuse('equationSizes', { who, letters: output.join(''), was: showSizes(items) })
  if (biasAxes !== undefined && (biasAxes === '' || [...biasAxes].some((letter) => !output.includes(letter))))
    refuse('equationBias', { who, letters: output.join(''), was: biasAxes })
  const from = where === 'before' ? shape.length - input.length : 0
  if (shape.length < input.length || (where === 'nowhere' && shape.length > input.length)) {
    const places = [...(where === 'before' ? ['...'] : []), ...input, ...(where === 'behind' ? ['...'] : [])]
    refuse('inputRank', { who, must: `[${places.join(', ')}]`, was: showShape(shape) })
  }
  const sizes = new Map(input.map((letter, at) => [letter, shape[from + at] as Dim]))
  for (const [at, letter] of output.entries()) {
    const [size, item = null] = [sizes.get(letter), items[at]]
    if (size === undefined) sizes.set(letter, item ?? refuse('equationMissing', { who, letter }))
    else if (item !== null && item !== size) refuse('equationSize', { who, letter, must: showDim(size), was: item })
  }
  const bias = [...new Set(biasAxes)]
  for (const letter of [...kernel, ...output.filter((one) => bias.includes(one))]) {
    const size = sizes.get(letter) as Dim
    if (typeof size === 'string') refuse('unknownAxis', { who, axis: `axis ${letter}`, was: showDim(size) })
  }
  const sizeOf = (letter: string) => sizes.get(letter) as Dim
  const rest = where === 'before' ? shape.slice(0, from) : shape.slice(input.length)
  const made = output.map(sizeOf)
  const first = output.findIndex((letter) => bias.includes(letter))
  return {
    output: where === 'before' ? [...rest, ...made] : [...made, ...rest],
    kernel: kernel.map(sizeOf),
    positions: [...rest, ...output.filter((letter) => !kernel.includes(letter)).map(sizeOf)],
    bias:
      biasAxes === undefined
        ? undefined
        : [
            ...output.slice(first).map((letter) => (bias.includes(letter) ? sizeOf(letter) : 1)),
            ...(where === 'behind' ? rest.map(() => 1) : []),
          ],
  }
}
