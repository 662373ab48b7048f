// One case for each feature: a right use of it, and a wrong one where the compiler refuses. Of a wrong one, the words that its
// only error must hold: a budget of something else would be no budget.
import { proven, source } from './models.mjs'

const chain = (shape, layers, output) =>
  [`export const net = sequential(input(${shape}), ${layers.join(', ')})`, ...(output ? [proven(output)] : [])].join('\n')

const graph = (shape, calls, last, output) =>
  [
    `const x = input(${shape})`,
    ...calls,
    `export const net = model({ inputs: x, outputs: ${last} })`,
    ...(output ? [proven(output)] : []),
  ].join('\n')

const digits = [
  `conv2d({ filters: 32, kernelSize: 3, activation: 'relu' })`,
  `maxPooling2d({ poolSize: 2 })`,
  `flatten()`,
  `dense({ units: 10, activation: 'softmax' })`,
]
const digitsImports = ['conv2d', 'dense', 'flatten', 'input', 'maxPooling2d', 'sequential']
const training = (data) =>
  [
    `declare const pixels: Float32Array, bytes: Uint8Array`,
    chain('[28, 28, 1]', digits),
    `const images = ndarray(pixels, [100, 28, 28, 1])`,
    `const trainer = compile(net, { loss: 'sparseCategoricalCrossentropy', optimizer: adam(), metrics: ['accuracy'] })`,
    `export const history = trainer.fit(images, ${data}, { epochs: 2, validationSplit: 0.1 })`,
    `export const accuracy: Promise<readonly number[]> = history.then((h) => h.val_accuracy)`,
  ].join('\n')
const trainingImports = [...digitsImports, 'adam', 'classIds', 'compile', 'ndarray', 'oneHot']
const everyOption = `conv2d({ filters: 32, kernelSize: [3, 5], strides: [2, 1], padding: [[1, 1], [2, 2]], dilationRate: 1, groups: 2, activation: 'relu', useBias: false, kernelInitializer: 'heNormal', biasInitializer: 'zeros', name: 'stem' })`
const narrow = (filters) =>
  `sequential(conv2d({ filters: 16, kernelSize: 3, padding: 'same' }), conv2d({ filters: ${filters}, kernelSize: 3, padding: 'same' }))`

const halved = [
  `const image = input(['16*h', '16*w', 3])`,
  `const half = conv2d({ filters: 8, kernelSize: 3, strides: 2, padding: 'same' })`,
]

const dataOnNames = (height) =>
  [
    `declare const pixels: Float32Array`,
    ...halved,
    `const trainer = compile(model({ inputs: image, outputs: half(image) }), { loss: 'meanSquaredError', optimizer: adam() })`,
    `export const loss = trainer.fit(ndarray(pixels, [8, ${height}, 96, 3]), ndarray(pixels, [8, 56, 48, 8]))`,
  ].join('\n')

/** Name → imports, types, a right body, and `wrong`: a body and the words of its error. */
const cases = {
  conv2d: {
    imports: ['conv2d', 'input', 'sequential'],
    right: chain('[28, 28, 1]', ['conv2d({ filters: 32, kernelSize: 3 })'], '[26, 26, 32]'),
    wrong: [chain('[13, 13, 32]', ['conv2d({ filters: 8, kernelSize: 15 })']), 'kernelSize must be at most 13'],
  },
  'conv2d, every option': {
    imports: ['conv2d', 'input', 'sequential'],
    right: chain('[32, 32, 16]', [everyOption], '[16, 32, 32]'),
    wrong: [chain('[32, 32, 16]', [everyOption.replace('groups: 2', 'groups: 3')]), 'groups must divide'],
  },
  'conv2d on names': {
    imports: ['conv2d', 'input', 'sequential'],
    right: chain(`['h', 'w', 3]`, ['conv2d({ filters: 8, kernelSize: 3 })'], `['h-2', 'w-2', 8]`),
    wrong: [chain(`['h', 'w', 'c']`, ['conv2d({ filters: 8, kernelSize: 3 })']), 'must be known to size the weights'],
  },
  'model on names, called': {
    imports: ['conv2d', 'input', 'model'],
    right: [
      ...halved,
      `export const net = model({ inputs: image, outputs: half(image) })`,
      `const other = net(input([224, 320, 3]))`,
      proven('[112, 160, 8]', '(typeof other)["shape"]'),
    ].join('\n'),
    wrong: [
      [...halved, `export const net = model({ inputs: image, outputs: half(image) })`, `net(input([225, 320, 3]))`].join('\n'),
      'must be a multiple of 16 (was 225)',
    ],
  },
  maxPooling2d: {
    imports: ['input', 'maxPooling2d', 'sequential'],
    right: chain('[28, 28, 8]', ['maxPooling2d({ poolSize: 2 })'], '[14, 14, 8]'),
    wrong: [chain('[2, 2, 8]', ['maxPooling2d({ poolSize: 3 })']), 'poolSize must be at most 2'],
  },
  dense: {
    imports: ['dense', 'input', 'sequential'],
    right: chain('[16]', ['dense({ units: 10 })'], '[10]'),
    wrong: [chain('[16]', ['dense({ units: 0 })']), 'units must be a whole number'],
  },
  flatten: {
    imports: ['flatten', 'input', 'sequential'],
    right: chain('[5, 5, 64]', ['flatten()'], '[1600]'),
  },
  batchNormalization: {
    imports: ['batchNormalization', 'input', 'sequential'],
    right: chain('[8, 8, 4]', ['batchNormalization()'], '[8, 8, 4]'),
  },
  'layer called on a tensor': {
    imports: ['conv2d', 'input', 'model'],
    right: graph('[32, 32, 16]', [`const y = conv2d({ filters: 8, kernelSize: 3 })(x)`], 'y', '[30, 30, 8]'),
    wrong: [graph('[3, 3, 16]', [`const y = conv2d({ filters: 8, kernelSize: 5 })(x)`], 'y'), 'kernelSize must be at most 3'],
  },
  add: {
    imports: ['add', 'input', 'maxPooling2d', 'model'],
    right: graph('[32, 32, 16]', [`const y = add()([x, maxPooling2d({ poolSize: 1 })(x)])`], 'y', '[32, 32, 16]'),
    wrong: [graph('[32, 32, 16]', [`const y = add()([x, maxPooling2d({ poolSize: 2 })(x)])`], 'y'), 'must have the same shape'],
  },
  concatenate: {
    imports: ['concatenate', 'input', 'maxPooling2d', 'model'],
    right: graph('[32, 32, 16]', [`const y = concatenate()([x, maxPooling2d({ poolSize: 1 })(x)])`], 'y', '[32, 32, 32]'),
    wrong: [graph('[32, 32, 16]', [`const y = concatenate()([x, maxPooling2d({ poolSize: 2 })(x)])`], 'y'), 'concatenate: '],
  },
  residual: {
    imports: ['conv2d', 'input', 'residual', 'sequential'],
    right: chain('[32, 32, 16]', [`residual(${narrow(16)})`], '[32, 32, 16]'),
    wrong: [chain('[32, 32, 16]', [`residual(${narrow(8)})`]), 'its layers must keep the shape'],
  },
  'block from a helper': {
    imports: ['activation', 'conv2d', 'input', 'sequential'],
    right: [
      `const block = <const F extends number>(filters: F) => sequential(conv2d({ filters, kernelSize: 3 }), activation({ activation: 'relu' }))`,
      chain('[8, 8, 3]', ['block(4)', 'block(8)'], '[4, 4, 8]'),
    ].join('\n'),
    wrong: [
      [
        `const block = <const F extends number>(filters: F) => sequential(conv2d({ filters, kernelSize: 3 }), activation({ activation: 'relu' }))`,
        chain('[4, 4, 3]', ['block(4)', 'block(8)']),
      ].join('\n'),
      'kernelSize must be at most 2',
    ],
  },
  'compile and fit': {
    imports: trainingImports,
    right: training('classIds(bytes, 10)'),
    wrong: [training('oneHot(classIds(bytes, 10))'), 'labels must be class ids'],
  },
  'data on names': {
    imports: ['adam', 'compile', 'conv2d', 'input', 'model', 'ndarray'],
    right: dataOnNames(112),
    wrong: [dataOnNames(100), 'must be a multiple of 16 (was 100)'],
  },
  LayerShapes: {
    imports: digitsImports,
    types: ['LayerShapes'],
    right: [chain('[28, 28, 1]', digits), proven('[[26, 26, 32], [13, 13, 32], [5408], [10]]', 'LayerShapes<typeof net>')].join(
      '\n',
    ),
  },
  WeightShapes: {
    imports: digitsImports,
    types: ['WeightShapes'],
    right: [chain('[28, 28, 1]', digits), proven('[5408, 10]', `WeightShapes<typeof net>['dense']['kernel']`)].join('\n'),
  },
  ParamCount: {
    imports: digitsImports,
    types: ['ParamCount'],
    right: [chain('[28, 28, 1]', digits), proven('54410', 'ParamCount<typeof net>')].join('\n'),
  },
}

/** Each use as a case of its own: name, source, and the words of its error if it is wrong. */
export const features = Object.entries(cases).flatMap(([name, { imports, types, right, wrong }]) => [
  { name, group: 'features', ...source(imports, right, types) },
  ...(wrong ? [{ name: `${name}, wrong`, group: 'features', ...source(imports, wrong[0], types), error: wrong[1] }] : []),
])
