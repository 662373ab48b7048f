// Models as source texts, as large as people really make them, and longer. Each is written as a user writes it, with names of its
// own for what it needs from 'shapeproof', and ends by asking for what it proves: a model that had become `any` would be cheap.

const SAME = `type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false`

/** A file: what it imports, and a body. Without the body it is what the library costs by itself. */
export const source = (imports, body, types = ['OutputShape']) => ({
  without: [`import { ${imports.join(', ')}, ${types.map((t) => `type ${t}`).join(', ')} } from 'shapeproof'`, SAME, ''].join(
    '\n',
  ),
  body,
})

export const textOf = ({ without, body }) => `${without}${body}\n`

/** A line that holds only if a model's output is that shape. */
export const proven = (shape, what = 'OutputShape<typeof net>') => `export const proven: Same<${what}, ${shape}> = true`

const sequential = (shape, layers, output, imports) =>
  source(
    ['input', 'sequential', ...imports],
    [`export const net = sequential(`, `  input(${shape}),`, ...layers.map((l) => `  ${l},`), `)`, proven(output)].join('\n'),
  )

const range = (n) => Array.from({ length: n }, (_, i) => i)

/** Convolutions of which no two have one type: filters count up, and each leaves another size. */
export const convolutions = (n) =>
  sequential(
    '[2000, 2000, 3]',
    range(n).map((i) => `conv2d({ filters: ${i + 8}, kernelSize: 3 })`),
    `[${2000 - 2 * n}, ${2000 - 2 * n}, ${n + 7}]`,
    ['conv2d'],
  )

/** The same, each followed by an activation. */
export const pairs = (n) =>
  sequential(
    '[2000, 2000, 3]',
    range(n).flatMap((i) => [
      `conv2d({ filters: ${i + 8}, kernelSize: 3 })`,
      `activation({ activation: '${i % 2 ? 'tanh' : 'relu'}' })`,
    ]),
    `[${2000 - 2 * n}, ${2000 - 2 * n}, ${n + 7}]`,
    ['activation', 'conv2d'],
  )

/** Calls in a graph: convolutions, and an addition after every fourth. */
export function calls(n) {
  const lines = [`const x0 = input([64, 64, 16])`]
  for (let i = 1; i <= n; i++) {
    const before = `x${i - 1}`
    lines.push(
      i % 5 === 0
        ? `const x${i} = add()([${before}, x${i - 4}])`
        : `const x${i} = conv2d({ filters: 16, kernelSize: ${1 + 2 * (i % 3)}, padding: 'same', name: 'c${i}' })(${before})`,
    )
  }
  lines.push(`export const net = model({ inputs: x0, outputs: x${n} })`, proven('[64, 64, 16]'))
  return source(['add', 'conv2d', 'input', 'model'], lines.join('\n'))
}

/** Simonyan and Zisserman (2014), configuration E. */
export function vgg19({ params = false } = {}) {
  const conv = (filters) => `conv2d({ filters: ${filters}, kernelSize: 3, padding: 'same', activation: 'relu' })`
  const stage = (filters, times) => [...range(times).map(() => conv(filters)), `maxPooling2d({ poolSize: 2 })`]
  const layers = [
    ...[stage(64, 2), stage(128, 2), stage(256, 4), stage(512, 4), stage(512, 4)].flat(),
    `flatten()`,
    `dense({ units: 4096, activation: 'relu' })`,
    `dropout({ rate: 0.5 })`,
    `dense({ units: 4096, activation: 'relu' })`,
    `dropout({ rate: 0.5 })`,
    `dense({ units: 1000, activation: 'softmax' })`,
  ]
  const made = sequential('[224, 224, 3]', layers, '[1000]', ['conv2d', 'dense', 'dropout', 'flatten', 'maxPooling2d'])
  return params ? counted(made, 143667240) : made
}

const withType = ({ without, body }, type, line) => ({
  without: without.replace('type OutputShape', `type OutputShape, type ${type}`),
  body: `${body}\n${line}`,
})

const counted = (made, count) =>
  withType(made, 'ParamCount', `export const counted: Same<ParamCount<typeof net>, ${count}> = true`)

/** He et al. (2015) as Keras has it: 175 calls with batch normalisation, and every layer with weights named. */
export function resnet50({ weights = false, params = false } = {}) {
  const lines = [`const image = input([224, 224, 3])`]
  let last = 'image'
  const call = (id, layer, from = last) => {
    lines.push(`const ${id} = ${layer}(${from})`)
    last = id
    return id
  }
  const conv = (id, filters, kernelSize, strides, from = last) => {
    const more = strides > 1 ? `, strides: ${strides}` : ''
    const padding = kernelSize === 1 && strides === 1 ? '' : `, padding: 'same'`
    call(id, `conv2d({ filters: ${filters}, kernelSize: ${kernelSize}${more}${padding}, name: '${id}_conv' })`, from)
    return call(`${id}_n`, `batchNormalization({ name: '${id}_bn' })`)
  }
  const relu = (id) => call(id, `activation({ activation: 'relu' })`)
  conv('stem', 64, 7, 2)
  relu('stem_r')
  call('pool', `maxPooling2d({ poolSize: 3, strides: 2, padding: 'same' })`)
  const stages = [
    [64, 3, 1],
    [128, 4, 2],
    [256, 6, 2],
    [512, 3, 2],
  ]
  for (const [stage, [filters, blocks, strides]] of stages.entries()) {
    for (const block of range(blocks)) {
      const id = `s${stage + 2}b${block + 1}`
      const start = last
      const around = block === 0 ? conv(`${id}_0`, filters * 4, 1, strides, start) : start
      conv(`${id}_1`, filters, 1, block === 0 ? strides : 1, start)
      relu(`${id}_1r`)
      conv(`${id}_2`, filters, 3, 1)
      relu(`${id}_2r`)
      const inner = conv(`${id}_3`, filters * 4, 1, 1)
      lines.push(`const ${id}_a = add()([${around}, ${inner}])`)
      last = `${id}_a`
      relu(`${id}_r`)
    }
  }
  call('average', `globalAveragePooling2d()`)
  call('scores', `dense({ units: 1000, activation: 'softmax', name: 'scores' })`)
  lines.push(`export const net = model({ inputs: image, outputs: scores })`, proven('[1000]'))
  const imports = [
    'activation',
    'add',
    'batchNormalization',
    'conv2d',
    'dense',
    'globalAveragePooling2d',
    'input',
    'maxPooling2d',
    'model',
  ]
  let made = source(imports, lines.join('\n'))
  // Running means and variances count among the weights.
  if (params) made = counted(made, 25636712)
  if (weights) {
    const kernel = proven('[3, 3, 512, 512]', `WeightShapes<typeof net>['s5b3_2_conv']['kernel']`).replace('proven', 'kernel')
    made = withType(made, 'WeightShapes', kernel)
  }
  return made
}

/** Ronneberger et al. (2015) with padding: four levels down and up again, on sizes that are multiples of a name. */
export function unet({ named = false } = {}) {
  const sizes = named ? `['16*h', '16*w', 1]` : '[256, 256, 1]'
  const lines = [`const image = input(${sizes})`]
  const conv = (filters, kernelSize = 3) =>
    `conv2d({ filters: ${filters}, kernelSize: ${kernelSize}, padding: 'same', activation: 'relu' })`
  const call = (id, layer, from) => {
    lines.push(`const ${id} = ${layer}(${from})`)
    return id
  }
  let last = 'image'
  const double = (id, filters) => {
    call(`${id}a`, conv(filters), last)
    last = call(`${id}b`, conv(filters), `${id}a`)
    return last
  }
  const down = [64, 128, 256, 512].map((filters, level) => {
    const kept = double(`down${level}`, filters)
    last = call(`pool${level}`, `maxPooling2d({ poolSize: 2 })`, kept)
    return [kept, filters, level]
  })
  double('bottom', 1024)
  for (const [kept, filters, level] of down.reverse()) {
    call(`up${level}`, `upSampling2d({ size: 2 })`, last)
    call(`half${level}`, conv(filters, 2), `up${level}`)
    lines.push(`const join${level} = concatenate()([${kept}, half${level}])`)
    last = `join${level}`
    double(`across${level}`, filters)
  }
  call('mask', `conv2d({ filters: 1, kernelSize: 1, activation: 'sigmoid' })`, last)
  lines.push(`export const net = model({ inputs: image, outputs: mask })`, proven(sizes))
  return source(['concatenate', 'conv2d', 'input', 'maxPooling2d', 'model', 'upSampling2d'], lines.join('\n'))
}

/** Blocks of self-attention and two dense layers, each with a sum around it and a normalization; no two blocks are alike. */
export function transformer(blocks, { params = false } = {}) {
  const block = (i) => [
    `const attended${i} = add()([x${i}, multiHeadAttention({ numHeads: 8, keyDim: 64, name: 'attention${i}' })([x${i}, x${i}])])`,
    `const normal${i} = layerNormalization({ name: 'first${i}' })(attended${i})`,
    `const wide${i} = dense({ units: ${2048 + i}, activation: 'relu', name: 'wide${i}' })(normal${i})`,
    `const narrow${i} = dense({ units: 512, name: 'narrow${i}' })(wide${i})`,
    `const x${i + 1} = layerNormalization({ name: 'second${i}' })(add()([normal${i}, narrow${i}]))`,
  ]
  const made = source(
    ['add', 'dense', 'input', 'layerNormalization', 'model'],
    [
      `const x0 = input([128, 512])`,
      ...range(blocks).flatMap(block),
      `export const net = model({ inputs: x0, outputs: x${blocks} })`,
      proven('[128, 512]'),
    ].join('\n'),
  )
  // Not exported before it has a forward pass; files of the bench lie two folders below the root.
  made.without += `import { multiHeadAttention } from '../../dist/dsl/layers/multiHeadAttention.js'\n`
  return params
    ? withType(made, 'ParamCount', `export const known: number extends ParamCount<typeof net> ? false : true = true`)
    : made
}
