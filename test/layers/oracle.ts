// Convolutions and poolings as their formulas say them, element by element and along any number of axes: slow, and without an engine.

export interface Array_ {
  readonly shape: readonly number[]
  readonly values: ArrayLike<number>
}

interface Options {
  readonly [option: string]: unknown
}

const product = (sizes: readonly number[]): number => sizes.reduce((n, size) => n * size, 1)

/** All places in a box, in order. */
function places(sizes: readonly number[]): number[][] {
  return sizes.reduce<number[][]>((all, size) => all.flatMap((at) => Array.from({ length: size }, (_, i) => [...at, i])), [[]])
}

const indexIn = (shape: readonly number[], at: readonly number[]): number =>
  at.reduce((index, i, axis) => index * (shape[axis] as number) + i, 0)

/** The value at a place, or `undefined` outside. */
function valueAt({ shape, values }: Array_, at: readonly number[]): number | undefined {
  return at.every((i, axis) => i >= 0 && i < (shape[axis] as number)) ? values[indexIn(shape, at)] : undefined
}

const each = (axes: number, value: unknown): number[] => (Array.isArray(value) ? value : Array(axes).fill(value ?? 1)) as number[]

/** Zeros before each axis; of `'same'` the odd one goes after. */
function before(
  options: Options,
  sizes: readonly number[],
  outputs: readonly number[],
  kernel: readonly number[],
  strides: readonly number[],
): number[] {
  const { padding, dilationRate } = options
  const dilation = each(sizes.length, dilationRate)
  return sizes.map((size, axis) => {
    const extent = ((kernel[axis] as number) - 1) * (dilation[axis] as number) + 1
    if (padding === 'same')
      return Math.floor(Math.max(((outputs[axis] as number) - 1) * (strides[axis] as number) + extent - size, 0) / 2)
    if (padding === 'causal') return extent - 1
    if (typeof padding === 'number') return padding
    const pairs = (sizes.length === 1 ? [padding] : padding) as readonly (readonly number[])[]
    return Array.isArray(padding) ? (pairs[axis]?.[0] as number) : 0
  })
}

interface Windows {
  readonly sizes: readonly number[]
  readonly channels: number
  readonly outputs: readonly number[]
  readonly kernel: readonly number[]
  readonly strides: readonly number[]
  /** Where in the input the tap of a window is. */
  readonly tap: (window: readonly number[], tap: readonly number[]) => number[]
}

function windowsOf(
  x: Array_,
  options: Options,
  output: readonly number[],
  kernel: readonly number[],
  strides: readonly number[],
): Windows {
  const sizes = x.shape.slice(0, -1)
  const outputs = output.slice(0, -1)
  const dilation = each(sizes.length, options.dilationRate)
  const room = before(options, sizes, outputs, kernel, strides)
  const tap = (window: readonly number[], at: readonly number[]): number[] =>
    window.map(
      (o, axis) => o * (strides[axis] as number) + (at[axis] as number) * (dilation[axis] as number) - (room[axis] as number),
    )
  return { sizes, channels: x.shape.at(-1) as number, outputs, kernel, strides, tap }
}

/** Sums over the taps of each window: `terms` gives what a tap adds to each output channel. */
function convolved(windows: Windows, filters: number, term: (at: number[], tap: number[], filter: number) => number): number[] {
  const taps = places(windows.kernel)
  return places(windows.outputs).flatMap((window) =>
    Array.from({ length: filters }, (_, filter) =>
      taps.reduce((sum, tap) => sum + term(windows.tap(window, tap), tap, filter), 0),
    ),
  )
}

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i)

export function convolution(x: Array_, kernel: Array_, options: Options, output: readonly number[]): number[] {
  const axes = x.shape.length - 1
  const [depth, filters] = kernel.shape.slice(-2) as [number, number]
  const windows = windowsOf(x, options, output, kernel.shape.slice(0, -2), each(axes, options.strides))
  const perGroup = filters / ((options.groups as number | undefined) ?? 1)
  return convolved(windows, filters, (at, tap, filter) => {
    const first = Math.floor(filter / perGroup) * depth
    return range(depth).reduce(
      (sum, c) => sum + (valueAt(x, [...at, first + c]) ?? 0) * (valueAt(kernel, [...tap, c, filter]) as number),
      0,
    )
  })
}

export function depthwise(x: Array_, kernel: Array_, options: Options, output: readonly number[]): number[] {
  const [channels, multiplier] = kernel.shape.slice(-2) as [number, number]
  const windows = windowsOf(x, options, output, kernel.shape.slice(0, -2), each(x.shape.length - 1, options.strides))
  return convolved(windows, channels * multiplier, (at, tap, filter) => {
    const channel = Math.floor(filter / multiplier)
    return (valueAt(x, [...at, channel]) ?? 0) * (valueAt(kernel, [...tap, channel, filter % multiplier]) as number)
  })
}

/** Each value is spread over its window; of `'same'` what the convolution's padding would hold is cut off. */
export function transposed(x: Array_, kernel: Array_, options: Options, output: readonly number[]): number[] {
  const [filters, channels] = kernel.shape.slice(-2) as [number, number]
  const strides = each(x.shape.length - 1, options.strides)
  // The convolution goes from the output to x.
  const windows = windowsOf({ shape: output, values: [] }, options, x.shape, kernel.shape.slice(0, -2), strides)
  const result = Array<number>(product(output)).fill(0)
  for (const from of places(windows.outputs)) {
    for (const tap of places(windows.kernel)) {
      for (const filter of range(filters)) {
        const to = [...windows.tap(from, tap), filter]
        if (valueAt({ shape: output, values: result }, to) === undefined) continue
        const index = indexIn(output, to)
        for (const c of range(channels)) {
          result[index] =
            (result[index] as number) + (valueAt(x, [...from, c]) as number) * (valueAt(kernel, [...tap, filter, c]) as number)
        }
      }
    }
  }
  return result
}

const reducers = {
  max: (values: number[]): number => Math.max(...values),
  average: (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length,
}

export type Reducer = keyof typeof reducers

/** What padding holds is no value. */
export function pooling(reducer: Reducer, x: Array_, options: Options, output: readonly number[]): number[] {
  const axes = x.shape.length - 1
  const size = each(axes, options.poolSize ?? 2)
  const windows = windowsOf(x, options, output, size, each(axes, options.strides ?? size))
  return places(windows.outputs).flatMap((window) =>
    range(windows.channels).map((c) =>
      reducers[reducer](places(size).flatMap((tap) => valueAt(x, [...windows.tap(window, tap), c]) ?? [])),
    ),
  )
}

/** To as many windows along each axis as the output has. */
export function adaptive(reducer: Reducer, x: Array_, output: readonly number[]): number[] {
  const sizes = x.shape.slice(0, -1)
  return places(output.slice(0, -1)).flatMap((window) => {
    const starts = window.map((o, axis) => Math.floor((o * (sizes[axis] as number)) / (output[axis] as number)))
    const ends = window.map((o, axis) => Math.ceil(((o + 1) * (sizes[axis] as number)) / (output[axis] as number)))
    const inside = places(ends.map((end, axis) => end - (starts[axis] as number))).map((at) =>
      at.map((i, axis) => i + (starts[axis] as number)),
    )
    return range(x.shape.at(-1) as number).map((c) => reducers[reducer](inside.map((at) => valueAt(x, [...at, c]) as number)))
  })
}
