// What the examples print: a table of a model's layers, and images as text.
import { type AnyModel, paramCount } from 'shapeproof'

const count = (n: number): string => n.toLocaleString('en')
const product = (shape: readonly (number | string)[]): number => shape.reduce<number>((n, size) => n * Number(size), 1)

/** The layers of a model with their output shapes and their numbers of parameters. */
export function table(model: AnyModel): string {
  const seen = new Set<string>()
  const rows = [
    ['layer', 'output', 'parameters'],
    ...model.inputs.map(({ shape }, i) => [model.inputNames?.[i] ?? 'input', `[${shape.join(', ')}]`, '']),
    ...model.nodes.map(({ name, weights, output, params }) => {
      // The calls of a shared layer have one set of weights, counted at the first.
      const own = seen.has(weights) ? 0 : params.reduce((sum, { shape }) => sum + product(shape), 0)
      seen.add(weights)
      return [name, `[${output.shape.join(', ')}]`, own > 0 ? count(own) : '']
    }),
    ['', '', count(paramCount(model))],
  ] as [string, string, string][]
  const width = (column: 0 | 1 | 2): number => Math.max(...rows.map((row) => row[column].length))
  const [first, second, third] = [width(0), width(1), width(2)]
  const lines = rows.map(([name, shape, n]) => `${name.padEnd(first)}  ${shape.padEnd(second)}  ${n.padStart(third)}`.trimEnd())
  const rule = '─'.repeat(first + second + third + 4)
  return [lines[0], rule, ...lines.slice(1, -1), rule, lines.at(-1)].join('\n')
}

/**
 * Images as text, side by side, each under its title. A character shows two pixels, one above the other, so that pixels stay
 * square; a margin of the image is left out.
 */
export function draw(images: readonly { title: string; pixels: Float32Array; side: number }[], margin = 2): string {
  const drawn = images.map(({ title, pixels, side }) => {
    const inked = (row: number, column: number): boolean => (pixels[row * side + column] ?? 0) > 0.4
    const width = side - 2 * margin
    const line = (_: unknown, half: number): string =>
      Array.from({ length: width }, (_, i) => {
        const [row, column] = [margin + 2 * half, margin + i]
        return [' ', '▄', '▀', '█'][2 * Number(inked(row, column)) + Number(inked(row + 1, column))]
      }).join('')
    return [title.padEnd(width), ...Array.from({ length: width / 2 }, line)]
  })
  return (drawn[0] ?? [])
    .map((_, i) =>
      drawn
        .map((lines) => lines[i])
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
