// Whole models that are right, with some of their sizes open: chains, and graphs with merges, residuals, branches and models in them.
import type * as library from '../../src/dsl/index.js'
import { evaluated, type Grown, grow, picker, statements } from './graphs.js'

export interface OpenModel {
  readonly source: string
  readonly before: string
  readonly named: boolean
}

type Shape = readonly (number | string)[]

const ofSizes = (shape: Shape): string => `input([${shape.join(', ')}])`

/** Right models, each with sizes of its inputs replaced by numbers that only the run knows, and by names. */
export function loosenedGraphs(count: number, seed: number): OpenModel[] {
  return Array.from({ length: count }, (_, at) => loosened(seed * 1000 + at)).flat()
}

function loosened(seed: number): OpenModel[] {
  const pick = picker(seed)
  const one = <T>(values: readonly T[]): T => values[pick(values.length)] as T
  const first: Shape = pick(4) === 0 ? [one([9, 16]), 4] : [one([8, 12, 17]), one([8, 12, 15]), one([4, 6])]
  const shapes = [first, ...(pick(2) === 0 ? [one([first, first.map((size, axis) => (axis === 0 ? 8 : size))])] : [])]
  const start = shapes.map(
    (shape, at): Grown => ({ name: `x${at}`, of: [], tensor: evaluated(ofSizes(shape)) as library.AnySymbolic }),
  )
  // A graph of tensors without an end says little; one of huge ones takes long.
  const graph = grow(start, pick, 6 + pick(8), {
    accept: (shape) => shape.every((size) => Number(size) < 5000),
  })
  const made = graph.slice(start.length)
  const wanted = made.length === 0 ? start.slice(0, 1) : [made.at(-1) as Grown, ...(pick(2) === 0 ? [one(made)] : [])]
  const outputs = [...new Set(wanted.map(({ name }) => name))]
  const lines = statements(graph, wanted)
  const used = start.filter((input) => input.name === outputs[0] || lines.some((line) => line.includes(input.name)))
  const ends = (names: readonly string[]): string => (names.length === 1 ? (names[0] as string) : `{ ${names.join(', ')} }`)
  const source = `model({ inputs: ${ends(used.map(({ name }) => name))}, outputs: ${ends(outputs)} })`
  const modelOn = (change: (size: number | string, axis: number, input: number) => number | string): string =>
    [...shapes.map((shape, at) => `x${at} = ${ofSizes(shape.map((size, axis) => change(size, axis, at)))}`), ...lines]
      .map((line) => `const ${line};`)
      .join(' ')
  if (
    typeof evaluated(
      source,
      {},
      modelOn((size) => size),
    ) === 'string'
  )
    return []
  const axes = first.map((_, axis) => axis)
  const which = [...axes.map((axis) => (at: number) => at === axis), () => true, (at: number) => at < first.length - 1]
  return which.flatMap((some) => [
    { source, named: false, before: modelOn((size, axis) => (some(axis) ? `n(${size})` : size)) },
    { source, named: true, before: modelOn((size, axis) => (some(axis) ? `'${'hwc'[axis]}'` : size)) },
    // Multiples of 4, as nets that go down and up again need them.
    { source, named: true, before: modelOn((size, axis) => (some(axis) ? `'4*${'hwc'[axis]}'` : size)) },
    ...(used.length > 1
      ? [{ source, named: true, before: modelOn((size, axis, at) => (some(axis) ? `'${'hwc'[axis]}${at}'` : size)) }]
      : []),
  ])
}
