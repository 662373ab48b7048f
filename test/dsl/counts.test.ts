import { expect, test } from 'vitest'
import * as library from '../../src/index.js'

const {
  add,
  conv2d,
  dense,
  flatten,
  flops,
  input,
  maxPooling2d,
  model,
  paramCount,
  residual,
  sequential,
  shared,
  weights,
  weightShapes,
} = library

const digits = sequential(
  input([28, 28, 1]),
  conv2d({ filters: 32, kernelSize: 3, activation: 'relu' }),
  maxPooling2d(),
  conv2d({ filters: 64, kernelSize: 3, activation: 'relu' }),
  maxPooling2d(),
  flatten(),
  dense({ units: 10, activation: 'softmax' }),
)

test('counts of the digits model, worked out by hand', () => {
  const count: 34826 = paramCount(digits)
  expect(count).toBe(34826)
  // Twice the kernel's values at each position: 26*26 of 3*3*1*32, 11*11 of 3*3*32*64, one of 1600*10.
  const operations: 4881920 = flops(digits)
  expect(operations).toBe(2 * (26 * 26 * 9 * 32 + 11 * 11 * 9 * 32 * 64 + 16000))
})

test('shapes of weights by path', () => {
  const shapes = weightShapes(
    sequential(
      input([8, 8, 4]),
      residual(conv2d({ filters: 4, kernelSize: 3, padding: 'same' })),
      conv2d({ filters: 2, kernelSize: 1, name: 'head' }),
    ),
  )
  expect(shapes).toEqual({ 'residual/conv2d': { kernel: [3, 3, 4, 4], bias: [4] }, head: { kernel: [1, 1, 4, 2], bias: [2] } })
  const head: readonly [1, 1, 4, 2] = shapes.head.kernel
  expect(head).toEqual([1, 1, 4, 2])
})

test('a shared layer has one set of weights and works twice', () => {
  const [left, right] = [input([16]), input([16])]
  const encoder = shared('encoder', dense({ units: 8 }))
  const two = model({ inputs: { left, right }, outputs: add()([encoder(left), encoder(right)]) })
  const count: 136 = paramCount(two)
  expect(count).toBe(136)
  // How often it is called is not in the types.
  const operations: number = flops(two)
  expect(operations).toBe(2 * 2 * 16 * 8)
})

test('a kernel given as values is the first value of the weight, and fixed if it is said so', async () => {
  const sobel = weights([1, 0, -1, 2, 0, -2, 1, 0, -1], [3, 3, 1, 1])
  const edges = sequential(input([4, 4, 1]), conv2d({ kernel: sobel, useBias: false, trainable: false }))
  const net = await library.init(edges, { seed: 1 })
  expect([...(await net.weights.conv2d.kernel.data())]).toEqual([1, 0, -1, 2, 0, -2, 1, 0, -1])
  expect([...net.network.variables.keys()]).toEqual([])
  const image = library.ndarray(
    Float32Array.from({ length: 16 }, (_, at) => at % 4),
    [1, 4, 4, 1],
  )
  const { values, shape } = await net.predict(image)
  expect([shape, [...values]]).toEqual([
    [1, 2, 2, 1],
    [-8, -8, -8, -8],
  ])
  net.dispose()
})

test('a kernel given as values goes through JSON', async () => {
  const net = sequential(
    input([5, 5, 2]),
    conv2d({
      kernel: weights(
        Float32Array.from({ length: 36 }, (_, at) => at),
        [3, 3, 2, 2],
      ),
    }),
  )
  const again = library.fromJSON(JSON.parse(JSON.stringify(library.toJSON(net))))
  const made = await library.init(again)
  expect(
    [...(await (made.network.variables.get('conv2d/kernel') as { data(): Promise<Float32Array> }).data())].slice(0, 3),
  ).toEqual([0, 1, 2])
  made.dispose()
})

test('a kernel of another depth, and sizes that contradict it', () => {
  const deep = weights(new Float32Array(216), [3, 3, 3, 8]) as unknown as library.GivenWeights<[number, number, number, number]>
  expect(() => conv2d({ kernel: deep })(input([8, 8, 2]))).toThrow(
    'conv2d: each filter must have as many kernels as the input has channels: 2 (was 3)',
  )
  expect(() => conv2d({ kernel: deep, filters: 4 } as never)).toThrow(
    'conv2d: filters must be left out where kernel is given: it is 8 (was 4)',
  )
  expect(() => conv2d({ kernel: [1, 2] } as never)).toThrow(
    'conv2d: kernel must be weights(values, [height, width, channels, filters]) (was an array)',
  )
})

test('what only the run knows is no literal', () => {
  const layers: ReturnType<typeof dense>[] = [dense({ units: 4 }), dense({ units: 4 })] as never
  const many = sequential(input([4]), ...layers)
  const count: 12 | number = paramCount(many)
  // @ts-expect-error a number, for how many layers there are is not known
  const literal: 0 = paramCount(many)
  expect([count, literal]).toEqual([40, 40])
  const withBias = (useBias: boolean) => sequential(input([4]), dense({ units: 4, useBias }))
  // @ts-expect-error 16 or 20
  const twenty: 20 = paramCount(withBias(false))
  expect(twenty).toBe(16)
})

test('a shared layer has its weights under its own name, wherever it is called', () => {
  const block = shared('enc', sequential(dense({ units: 4, name: 'a' })))
  const x = input([4])
  const graph = model({ inputs: x, outputs: block(block(x)) })
  expect(Object.keys(weightShapes(graph))).toEqual(['enc/a'])
  const kernel: readonly [4, 4] = weightShapes(graph)['enc/a'].kernel
  expect(kernel).toEqual([4, 4])
  const inner = shared('s', dense({ units: 4 }))
  const nested = sequential(input([4]), inner, sequential(input([4]), inner))
  const once: 20 = paramCount(nested)
  expect(once).toBe(20)
  expect(Object.keys(weightShapes(nested))).toEqual(['s'])
})

test('two layers of one name are refused, shared or not', () => {
  const x = input([4])
  const [a, b] = [shared('s', dense({ units: 4 })), shared('s', dense({ units: 4, activation: 'relu' }))]
  const twice = "model: names of layers must differ (was 's' twice); give one of them another name"
  expect(() => model({ inputs: x, outputs: add()([a(x), b(x)]) as never })).toThrow(twice)
  expect(() => model({ inputs: x, outputs: add()([a(x), dense({ units: 4, name: 's' })(x)]) as never })).toThrow(twice)
})

test('names of outputs that would be keys of validation are refused', () => {
  const x = input([4])
  const y = dense({ units: 1 })(x)
  for (const name of ['val', 'val_x']) {
    expect(() => model({ inputs: x, outputs: { x: y, [name]: dense({ units: 1 })(x) } as never })).toThrow(
      "names of outputs must not begin with 'val'",
    )
  }
})

test('operations of models on names are counted for sizes that are said', () => {
  const chain = sequential(
    input(['16*h', 'w', 3]),
    conv2d({ filters: 8, kernelSize: 3, padding: 'same' }),
    maxPooling2d(),
    conv2d({ filters: 4, kernelSize: 3 }),
  )
  const known = sequential(
    input([224, 224, 3]),
    conv2d({ filters: 8, kernelSize: 3, padding: 'same' }),
    maxPooling2d(),
    conv2d({ filters: 4, kernelSize: 3 }),
  )
  const count: 28645632 = flops(chain, { h: 14, w: 224 })
  const same: 28645632 = flops(known)
  expect([count, same]).toEqual([28645632, 28645632])
  const width: number = 224
  const open: number = flops(chain, { h: 14, w: width })
  expect(open).toBe(28645632)
  const read = library.fromJSON(library.toJSON(chain))
  expect(flops(read, { h: 14, w: 224 })).toBe(28645632)
  expect(() => flops(read)).toThrow("flops: sizes must say what 'h' is (was left out)")
  const unsaid: library.Flops<typeof chain> = 1 as number
  expect(unsaid).toBe(1)
})

test('operations of a model in a model, whose names are its own', () => {
  const x = input(['h', 'w', 8])
  const inner = model({
    inputs: x,
    outputs: conv2d({ filters: 8, kernelSize: 3, padding: 'same', name: 'c' })(maxPooling2d()(x)),
  })
  const outer = sequential(input(['2*h', 'w', 8]), inner, inner)
  // On [16, 16] the first gives [8, 8], the second [4, 4].
  const twice: 92160 = flops(outer, { h: 8, w: 16 })
  expect(twice).toBe(2 * 9 * 8 * 8 * (8 * 8 + 4 * 4))
  const once: 73728 = flops(sequential(input([16, 16, 8]), inner))
  expect(once).toBe(2 * 9 * 8 * 8 * 64)
  const count: 1168 = paramCount(outer)
  expect(count).toBe(2 * (9 * 8 * 8 + 8))
})

test('layers without weights are not among those with weights, those that may have some are, in types and when run', () => {
  const { groupNormalization, layerNormalization, rmsNormalization, unitNormalization } = library
  const bare = { center: false, scale: false } as const
  const normalised = sequential(
    input([4, 6]),
    unitNormalization(),
    layerNormalization(bare),
    groupNormalization({ ...bare, groups: 2 }),
    rmsNormalization(),
  )
  const shapes = weightShapes(normalised)
  const keys: readonly (keyof typeof shapes)[] = ['layerNormalization', 'groupNormalization', 'rmsNormalization']
  expect(Object.keys(shapes).sort()).toEqual([...keys].sort())
  // @ts-expect-error it has no weights
  expect(shapes.unitNormalization).toBeUndefined()
  const none: {} = shapes.layerNormalization
  expect(none).toEqual({})
  expect(shapes.rmsNormalization).toEqual({ scale: [6] })
})
