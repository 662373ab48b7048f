import { describe, expect, it } from 'vitest'
import { completions, hover } from '../../scripts/types/editor.mjs'

// What an editor offers while a model is being written, which most of the time does not compile. The names come from dist, as in
// a user's project.

const imports = `import {
  activation, adam, add, batchNormalization, compile, concatenate, conv2d, dense, dropout, flatten, globalAveragePooling2d, init, input,
  maxPooling2d, model, residual, sequential, upSampling2d, weights,
} from 'shapeproof'
`
const ofConv2d = [
  'filters',
  'kernelSize',
  'strides',
  'padding',
  'dilationRate',
  'groups',
  'activation',
  'useBias',
  'kernelInitializer',
]

// 5.9 answers as 6.0 does, and takes as long again.
describe.each(['6.0', '7.0'] as const)('TypeScript %s offers', (compiler) => {
  const at = (source: string) => completions(imports + source, { compiler })

  it.each([
    ['in a layer by itself', 'conv2d({ /*|*/ })'],
    ['in a layer called on a tensor', 'conv2d({ /*|*/ })(input([28, 28, 1]))'],
    [
      'in a model that is right',
      'sequential(input([28, 28, 1]), conv2d({ filters: 8, kernelSize: 3, /*|*/ }), flatten(), dense({ units: 3 }))',
    ],
    ['in a layer without its options', 'sequential(input([28, 28, 1]), conv2d({ /*|*/ }), flatten(), dense({ units: 3 }))'],
    ['in a block', 'sequential(conv2d({ /*|*/ }), activation({ activation: "relu" }))'],
    ['in a residual in a model', 'sequential(input([28, 28, 8]), residual(conv2d({ /*|*/ })), flatten())'],
    ['where parentheses are missing', 'const net = sequential(input([28, 28, 1]), conv2d({ filters: 8, /*|*/'],
    [
      'where a brace is missing',
      'const net = sequential(input([28, 28, 1]), conv2d({ filters: 8, kernelSize: 3, /*|*/ ), flatten()',
    ],
    ['after a layer that does not fit', 'sequential(input([3, 3, 1]), conv2d({ filters: 8, kernelSize: 9 }), conv2d({ /*|*/ }))'],
    [
      'before a layer that does not fit',
      'sequential(input([3, 3, 1]), conv2d({ filters: 8, kernelSize: 1, /*|*/ }), conv2d({ filters: 8, kernelSize: 9 }))',
    ],
  ])('names of options %s', async (_, source) => {
    const missing = ofConv2d.filter((name) => !source.includes(`${name}:`))
    // Before whatever else is offered, and without the options of other layers.
    const offered = (await at(source)).slice(0, 16)
    expect(offered).toEqual(expect.arrayContaining(missing.slice(0, 6)))
    expect(offered).not.toContain('poolSize')
  })

  it.each([
    ['maxPooling2d({ /*|*/ })', ['poolSize', 'strides', 'padding', 'name']],
    ['sequential(input([28, 28, 1]), maxPooling2d({ poolSize: 2, /*|*/ }), flatten())', ['strides', 'padding', 'name']],
    ['sequential(input([28, 28, 1]), residual(batchNormalization({ /*|*/', ['momentum', 'epsilon', 'center', 'scale']],
    ['batchNormalization({ momentum: 0.9, /*|*/ })(input([8]))', ['epsilon', 'center', 'scale']],
    ['upSampling2d({ /*|*/ })', ['size', 'interpolation', 'name']],
    ['globalAveragePooling2d({ /*|*/ })', ['keepdims', 'name']],
    ['add({ /*|*/ })([input([8]), input([8])])', ['broadcast', 'name']],
    ['concatenate({ /*|*/ })', ['axis', 'name']],
    ['flatten({ /*|*/ })', ['name']],
  ])('names of options that may all be left out: %s', async (source, names) => {
    const offered = await at(source)
    expect(offered.slice(0, 12)).toEqual(expect.arrayContaining(names))
    expect(offered).not.toContain('Array')
  })

  it('of a kernel or its sizes what goes with what is written', async () => {
    expect((await at('conv2d({ /*|*/ })')).slice(0, 14)).toEqual(expect.arrayContaining(['filters', 'kernel']))
    const sized = await at('sequential(input([28, 28, 1]), conv2d({ filters: 8, kernelSize: 3, /*|*/ }), flatten())')
    expect(sized).toContain('kernelInitializer')
    expect(sized).not.toContain('kernel')
    const given = 'const kernel = weights([1], [1, 1, 1, 1])\n'
    const beside = [
      'activation',
      'biasInitializer',
      'dilationRate',
      'groups',
      'name',
      'padding',
      'strides',
      'trainable',
      'useBias',
    ]
    for (const source of [
      'conv2d({ kernel: weights([1], [1, 1, 1, 1]), /*|*/ })',
      `${given}conv2d({ kernel, /*|*/ })(input([28, 28, 1]))`,
      `${given}conv2d({ kernel, f/*|*/ })`,
    ])
      expect((await at(source)).sort(), source).toEqual(beside)
    // In another call 7.0 does not say what it has inferred, and names of both forms are offered.
    const inside = await at(`${given}sequential(input([28, 28, 1]), conv2d({ kernel, strides: 2, /*|*/ }), flatten())`)
    const [others, filters] = [beside.filter((name) => name !== 'strides'), ['filters', 'kernelInitializer', 'kernelSize']]
    expect(inside.sort()).toEqual(compiler === '7.0' ? [...others, ...filters].sort() : others)
  })

  it('the names that begin as written', async () => {
    expect(await at('sequential(input([28, 28, 1]), conv2d({ filters: 8, kern/*|*/ }))')).toEqual(
      expect.arrayContaining(['kernelSize', 'kernelInitializer']),
    )
    expect(await at('sequential(input([28, 28, 1]), maxPooling2d({ po/*|*/')).toContain('poolSize')
  })

  it.each([
    ['padding', "conv2d({ filters: 8, kernelSize: 3, padding: '/*|*/' })", ['same', 'valid']],
    [
      'padding in a model',
      "sequential(input([28, 28, 1]), conv2d({ filters: 8, kernelSize: 3, padding: '/*|*/' }), flatten())",
      ['same', 'valid'],
    ],
    ['padding of a pool', "sequential(input([28, 28, 1]), maxPooling2d({ padding: '/*|*/' }))", ['same', 'valid']],
    [
      'activation',
      "sequential(input([8]), dense({ units: 3, activation: '/*|*/' }))",
      ['linear', 'relu', 'sigmoid', 'softmax', 'tanh'],
    ],
    ['activation, half written', "sequential(input([8]), dense({ units: 3, activation: '/*|*/", ['relu', 'softmax']],
    [
      'kernelInitializer',
      "dense({ units: 3, kernelInitializer: '/*|*/' })",
      ['glorotNormal', 'glorotUniform', 'heNormal', 'heUniform', 'ones', 'zeros'],
    ],
    [
      'kernelInitializer of conv2d',
      "sequential(input([8, 8, 1]), conv2d({ filters: 8, kernelSize: 3, kernelInitializer: '/*|*/' }))",
      ['glorotNormal', 'glorotUniform', 'heNormal', 'heUniform', 'ones', 'zeros'],
    ],
    ['kernelInitializer before all else', "conv2d({ kernelInitializer: '/*|*/' })(input([8, 8, 1]))", ['glorotNormal', 'zeros']],
    [
      'biasInitializer in a model',
      "sequential(input([8]), dense({ units: 3, biasInitializer: '/*|*/' }))",
      ['glorotUniform', 'zeros'],
    ],
  ])('values of %s', async (_, source, values) => {
    expect(await at(source)).toEqual(expect.arrayContaining(values))
  })

  // 7.0 offers no names of the file itself through its API: they need its auto imports, which only an editor has.
  it.skipIf(compiler === '7.0').each([
    ['between two layers', 'sequential(input([28, 28, 1]), conv2d({ filters: 8, kernelSize: 3 }), /*|*/ flatten())'],
    ['at the end', 'sequential(input([28, 28, 1]), conv2d({ filters: 8, kernelSize: 3 }), /*|*/)'],
    ['half written', 'sequential(input([28, 28, 1]), conv2d({ filters: 8, kernelSize: 3 }), max/*|*/'],
  ])('layers %s', async (_, source) => {
    expect(await at(source)).toEqual(expect.arrayContaining(['maxPooling2d']))
  })

  const digits = `const digits = sequential(
    input([28, 28, 1]),
    conv2d({ filters: 8, kernelSize: 3 }),
    conv2d({ filters: 8, kernelSize: 3, name: 'second' }),
    flatten(),
    dense({ units: 10, activation: 'softmax' }),
  )
`

  it('names of losses', async () => {
    const losses = ['binaryCrossentropy', 'categoricalCrossentropy', 'meanSquaredError', 'sparseCategoricalCrossentropy']
    expect(await at(`${digits}compile(digits, { optimizer: adam(), loss: '/*|*/' })`)).toEqual(expect.arrayContaining(losses))
    expect(await at(`${digits}compile(digits, { loss: '/*|*/`)).toEqual(expect.arrayContaining(losses))
    expect(await at(`${digits}compile(digits, { /*|*/ })`)).toEqual(
      expect.arrayContaining(['loss', 'optimizer', 'metrics', 'seed']),
    )
  })

  it('names of the inputs of a model that is called', async () => {
    const called = `const [left, right] = [input([4]), input([4])]
const m = model({ inputs: { left, rights: right }, outputs: add()([left, right]) })
`
    expect((await at(`${called}m({ /*|*/ })`)).slice(0, 2).sort()).toEqual(['left', 'rights'])
    expect((await at(`${called}m({ /*|*/`)).slice(0, 2).sort()).toEqual(['left', 'rights'])
    expect((await at(`${called}m({ left: input([4]), /*|*/ })`)).slice(0, 1)).toEqual(['rights'])
    expect(await at(`${called}m({ left, ri/*|*/ })`)).toContain('rights')
    expect(await at(`${called}m({ le/*|*/ })`)).toContain('left')
  })

  it('names of layers with weights, and of their weights', async () => {
    const net = `${digits}const net = await init(digits)\n`
    expect((await at(`${net}net.weights./*|*/`)).sort()).toEqual(['conv2d', 'dense', 'second'])
    expect((await at(`${net}net.weights.second./*|*/`)).sort()).toEqual(['bias', 'kernel'])
    expect((await at(`${net}net.setWeights({ /*|*/ })`)).slice(0, 3).sort()).toEqual(['conv2d', 'dense', 'second'])
    expect((await at(`${net}net.setWeights({ second: { /*|*/ } })`)).slice(0, 2).sort()).toEqual(['bias', 'kernel'])
    expect(await at(`${net}net.setWeights({ second: { kernel: net.weights.second./*|*/`)).toContain('kernel')
    expect(await at(`${net}net./*|*/`)).toEqual(
      expect.arrayContaining(['weights', 'setWeights', 'predict', 'forward', 'dispose']),
    )
  })
})

describe.each(['5.9', '6.0'] as const)('the hover of TypeScript %s', (compiler) => {
  it('begins with input, output and the last activation', () => {
    const layers = 'conv2d({ filters: 8, kernelSize: 3 }), flatten(), dense({ units: 10, activation: "softmax" })'
    const shown = (more: string) =>
      hover(`${imports}const /*|*/digits = sequential(input([28, 28, 1]), ${more}${layers})`, { compiler })
    expect(shown('')).toMatch(/^const digits: Model<\[28, 28, 1\], \[10\], "softmax"/)
    const deep = 'conv2d({ filters: 8, kernelSize: 3, padding: "same", activation: "relu" }), '.repeat(40)
    expect(shown(deep)).toMatch(/^const digits: Model<\[28, 28, 1\], \[10\], "softmax"/)
  })
})
