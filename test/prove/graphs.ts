// Graphs as text: layers of every kind called on tensors at random, as far as they fit, merges and layers made of layers among them.
import * as fc from 'fast-check'
import * as library from '../../src/dsl/index.js'
import type { Dim } from '../../src/types/shape.js'
import { bindings } from './case.js'

/** A decision below `n`; a graph is made by a row of them. */
export type Pick = (n: number) => number

/** A tensor under a name, and the call that makes it of others; inputs have none. */
export interface Grown {
  readonly name: string
  readonly call?: string | undefined
  readonly of: readonly Grown[]
  /** The statements that the call needs besides: those of a model in the model. */
  readonly before?: readonly string[] | undefined
  readonly tensor: library.AnySymbolic
}

const names: { readonly [name: string]: unknown } = { ...library, ...bindings }

/** What a source gives when it runs, or the sentence it throws; `before` are the statements above it. */
export function evaluated(source: string, also: { readonly [name: string]: unknown } = {}, before = ''): unknown {
  const all = { ...names, ...also }
  try {
    return new Function(...Object.keys(all), `${before}\nreturn ${source}`)(...Object.values(all))
  } catch (error) {
    if (error instanceof library.ShapeError) return error.message
    throw new Error(`${source} threw what is no ShapeError`, { cause: error })
  }
}

const one = <T>(pick: Pick, values: readonly T[]): T => values[pick(values.length)] as T
const options = (...texts: readonly string[]): string => {
  const all = texts.filter((text) => text !== '').join(', ')
  return all === '' ? '' : `{ ${all} }`
}

/** Layers that slide along `axes` axes, or change their sizes. */
function sliding(axes: number, channels: Dim, pick: Pick): string {
  const each = (most: number) => 1 + pick(most)
  const sizes = (most: number) =>
    axes > 1 && pick(3) === 0 ? `[${Array.from({ length: axes }, () => each(most)).join(', ')}]` : `${each(most)}`
  const pair = () => `[${pick(3)}, ${pick(3)}]`
  const sides = () => (pick(2) === 0 ? `${pick(3)}` : axes === 1 ? pair() : `[${Array.from({ length: axes }, pair).join(', ')}]`)
  const padding = one(pick, ['', "padding: 'same'", `padding: ${sides()}`])
  const steps = one(pick, ['', `strides: ${sizes(3)}`, `dilationRate: ${each(2)}`])
  const filters = `filters: ${one(pick, [2, 4])}`
  const kernel = `kernelSize: ${sizes(4)}`
  const groups = channels === 2 || channels === 4 ? one(pick, ['', '', 'groups: 2']) : ''
  const pool = () => options(`poolSize: ${sizes(3)}`, one(pick, ['', `strides: ${each(3)}`]), one(pick, ['', "padding: 'same'"]))
  const transposed = () => options(filters, kernel, `strides: ${each(3)}`, one(pick, ['', "padding: 'same'"]))
  const two =
    axes < 3
      ? [
          `depthwiseConv${axes}d(${options(kernel, steps, padding)})`,
          `separableConv${axes}d(${options(filters, kernel, steps, padding)})`,
        ]
      : []
  return one(pick, [
    `conv${axes}d(${options(filters, kernel, steps, padding, groups)})`,
    `conv${axes}d(${options(filters, `kernelSize: ${each(3)}`, "padding: 'same'")})`,
    ...two,
    `conv${axes}dTranspose(${transposed()})`,
    `${one(pick, ['max', 'average'])}Pooling${axes}d(${pool()})`,
    `maxPooling${axes}d()`,
    `upSampling${axes}d(${options(`size: ${sizes(3)}`)})`,
    `upSampling${axes}d()`,
    `zeroPadding${axes}d(${options(`padding: ${sides()}`)})`,
    `cropping${axes}d(${options(`cropping: ${sides()}`)})`,
    `global${one(pick, ['Max', 'Average'])}Pooling${axes}d(${one(pick, ['', '{ keepdims: true }'])})`,
    `adaptive${one(pick, ['Max', 'Average'])}Pooling${axes}d(${options(`outputSize: ${each(3)}`)})`,
  ])
}

const letters = 'bcd'

/** Layers for any rank. */
function general(shape: readonly Dim[], pick: Pick): string {
  const rank = shape.length
  const last = shape.at(-1)
  const others = shape.slice(0, -1).map((_, k) => letters[k])
  const known = shape.filter((size) => typeof size === 'number')
  return one(pick, [
    'flatten()',
    'dense({ units: 3 })',
    `activation(${options(`activation: '${one(pick, ['relu', 'softmax'])}'`)})`,
    'dropout({ rate: 0.5 })',
    'batchNormalization()',
    'layerNormalization()',
    'rmsNormalization()',
    'unitNormalization()',
    'softmax()',
    `groupNormalization({ groups: ${last === 4 ? 2 : 1} })`,
    `prelu({ sharedAxes: [${others.map((_, k) => k).join(', ')}] })`,
    `permute({ dims: [${Array.from({ length: rank }, (_, k) => rank - k).join(', ')}] })`,
    `reshape({ targetShape: [-1, ${one(pick, [...known, 1])}] })`,
    `reshape({ targetShape: [${one(pick, [2, 3])}, -1] })`,
    `reshape({ targetShape: [-1] })`,
    ...(rank === 1 ? [`repeatVector({ n: ${1 + pick(3)} })`] : []),
    ...(rank === 3 ? ['resizing({ height: 4, width: 5 })'] : []),
    `einsumDense({ equation: 'a${others.join('')}x,xy->a${others.join('')}y', outputShape: [${[...others.map(() => 'null'), 3].join(', ')}] })`,
  ])
}

function made(shape: readonly Dim[], pick: Pick, depth: number): string {
  const axes = shape.length - 1
  const plain = () => (axes >= 1 && axes <= 3 && pick(4) > 0 ? sliding(axes, shape.at(-1) as Dim, pick) : general(shape, pick))
  if (depth === 0 || pick(5) > 0) return plain()
  const inner = () => made(shape, pick, depth - 1)
  const keeping =
    axes === 2 && typeof shape.at(-1) === 'number'
      ? `conv2d({ filters: ${shape.at(-1)}, kernelSize: 3, padding: 'same' })`
      : "activation({ activation: 'relu' })"
  return one(pick, [
    `residual(${one(pick, [keeping, inner()])})`,
    `parallel('concatenate', ${inner()}, ${one(pick, [keeping, inner()])})`,
    `parallel('add', ${keeping}, ${inner()})`,
    `sequential(${inner()}, ${plain()})`,
    `shared('s${pick(1000)}', ${plain()})`,
  ])
}

const merges = ['add', 'subtract', 'multiply', 'average', 'maximum', 'minimum']

function merged(rank: number, pick: Pick): string {
  return one(pick, [
    `${one(pick, merges)}()`,
    `${one(pick, merges)}({ broadcast: true })`,
    `concatenate(${one(pick, ['', `{ axis: ${pick(rank)} }`])})`,
    `concatenate(${one(pick, ['', `{ axis: ${pick(rank)} }`])})`,
    `dot({ axes: ${one(pick, ['-1', '0', '[0, -1]'])} })`,
  ])
}

/**
 * All tensors of a graph that starts from some: each step calls a layer on one of them, or on two, if it fits.
 *
 * @param accept which new tensors go on; a graph of tiny or huge ones tells little
 */
export function grow(
  from: readonly Grown[],
  pick: Pick,
  steps: number,
  { accept = () => true, prefix = '' }: { accept?: (shape: readonly Dim[]) => boolean; prefix?: string } = {},
): Grown[] {
  const tensors = [...from]
  for (let step = 0; step < steps; step++) {
    const x = one(pick, pick(2) === 0 ? tensors : tensors.slice(-1))
    // What has the same shape, if anything: others seldom fit each other.
    const alike = tensors.filter(({ tensor }) => tensor !== x.tensor && String(tensor.shape) === String(x.tensor.shape))
    const y = one(pick, alike.length > 0 && pick(2) === 0 ? alike : tensors)
    const shape = x.tensor.shape as readonly Dim[]
    const name = `${prefix}t${tensors.length}`
    const isMerge = tensors.length > 1 && pick(3) === 0
    const inner = !isMerge && prefix === '' && pick(8) === 0 ? modelOn(shape, pick, name) : undefined
    const layer = inner?.name ?? (isMerge ? merged(shape.length, pick) : made(shape, pick, 1))
    const of = isMerge ? [x, y] : [x]
    const call = isMerge ? `${layer}([${x.name}, ${y.name}])` : `${layer}(${x.name})`
    const known = Object.fromEntries(of.map((one) => [one.name, one.tensor]))
    const before = inner?.before
    const tensor = evaluated(call, known, (before ?? []).map((line) => `const ${line};`).join(' ')) as library.AnySymbolic
    if (typeof tensor !== 'string' && accept(tensor.shape)) tensors.push({ name, call, of, before, tensor })
  }
  return tensors
}

/** A model that may be called on a shape, on names of its own or on just those sizes. */
function modelOn(shape: readonly Dim[], pick: Pick, name: string): { name: string; before: readonly string[] } | undefined {
  const sizes = shape.map((size, axis) => {
    const letter = 'abcde'[axis] ?? 'z'
    if (typeof size === 'string') return `'${letter}'`
    const factor = [2, 3, 4].find((by) => size % by === 0) ?? 1
    const named = `'${pick(2) === 0 && factor > 1 ? `${factor}*` : ''}${letter}'`
    return pick(3) === 0 || axis === shape.length - 1 ? String(size) : named
  })
  const input = `input([${sizes.join(', ')}])`
  const start: Grown = { name: `${name}x`, of: [], tensor: evaluated(input) as library.AnySymbolic }
  const graph = grow([start], pick, 3, { prefix: name })
  const end = graph.at(-1) as Grown
  if (end === start) return undefined
  const inside = [`${start.name} = ${input}`, ...statements(graph, [end])]
  return { name: `${name}m`, before: [...inside, `${name}m = model({ inputs: ${start.name}, outputs: ${end.name} })`] }
}

/** The statements that make some tensors of a graph, in their order: `t3 = flatten()(t1)`. */
export function statements(graph: readonly Grown[], wanted: readonly Grown[]): string[] {
  const needed = new Set<Grown>()
  const need = (one: Grown): void => {
    needed.add(one)
    one.of.forEach(need)
  }
  wanted.forEach(need)
  return graph.flatMap((one) =>
    needed.has(one) && one.call !== undefined ? [...(one.before ?? []), `${one.name} = ${one.call}`] : [],
  )
}

/** The same decisions for one seed. */
export function picker(seed: number): Pick {
  const drawn = fc.sample(fc.nat({ max: 0x7ffffffe }), { numRuns: 1200, seed })
  let at = 0
  return (n) => (drawn[at++ % drawn.length] as number) % n
}

/** The functions of the library that sources need. */
export const functionsIn = (sources: readonly string[]): string[] =>
  [...new Set(sources.join().match(/\b[a-z]\w*(?=\()/g))].filter((name) => name in library)
