// Sources of models of recurrent and attention layers, right and wrong. `n(3)`, `b(true)` and `either(2, 3)` hide from the
// compiler what they are.
import * as fc from 'fast-check'

const record = (options: { readonly [option: string]: fc.Arbitrary<string | undefined> }): fc.Arbitrary<string> =>
  fc.record(options).map((given) => {
    const entries = Object.entries(given).filter(([, value]) => value !== undefined)
    return entries.length === 0 ? '' : `{ ${entries.map(([name, value]) => `${name}: ${value}`).join(', ')} }`
  })

const seldom = (rare: fc.Arbitrary<string>, usual: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 1, arbitrary: rare }, { weight: 9, arbitrary: usual })
const maybe = (value: fc.Arbitrary<string>): fc.Arbitrary<string | undefined> => fc.option(value, { nil: undefined })

const literal = (min: number, max: number): fc.Arbitrary<string> => fc.integer({ min, max }).map(String)
const hidden = (min: number, max: number): fc.Arbitrary<string> =>
  fc.oneof(
    literal(min, max).map((k) => `n(${k})`),
    fc.tuple(literal(min, max), literal(min, max)).map(([a, b]) => `either(${a}, ${b})`),
  )
const count = (max: number): fc.Arbitrary<string> => seldom(hidden(1, max), literal(1, max))
const flag: fc.Arbitrary<string> = seldom(fc.constantFrom('b(true)', 'b(false)', 'undefined'), fc.constantFrom('true', 'false'))
const size = (max: number, ...names: string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 12, arbitrary: literal(1, max) },
    { weight: 1, arbitrary: hidden(1, max) },
    { weight: 1, arbitrary: fc.constantFrom(...names.map((name) => `'${name}'`)) },
  )

const shape = (...sizes: fc.Arbitrary<string>[]): fc.Arbitrary<string> => fc.tuple(...sizes).map((all) => `[${all.join(', ')}]`)
const ofRank = (right: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 9, arbitrary: right },
    {
      weight: 1,
      arbitrary: fc.constantFrom('[]', '[4]', '[3, 4, 5]', '[2, 6, 6, 3, 1]', "['t', 4]", "[4, 'f']", 'rank([4, 3])'),
    },
  )

const recurrence = {
  returnSequences: maybe(flag),
  returnState: maybe(seldom(flag, fc.constantFrom('false'))),
  useBias: maybe(fc.constantFrom('true', 'false')),
}
const wrongUnits = fc
  .record({ kind: fc.constantFrom('simpleRNN', 'lstm', 'gru'), units: fc.constantFrom('0', '2.5', 'n(0)', '-1') })
  .map(({ kind, units }) => `${kind}({ units: ${units} })`)

const recurrent: fc.Arbitrary<string> = fc.oneof(
  record({ units: count(6), ...recurrence }).map((options) => `simpleRNN(${options})`),
  record({ units: count(6), ...recurrence, recurrentActivation: maybe(fc.constant("'relu'")) }).map(
    (options) => `lstm(${options})`,
  ),
  record({ units: count(6), ...recurrence, resetAfter: maybe(flag) }).map((options) => `gru(${options})`),
)
// One that returns states in half of the cases.
const stateful: fc.Arbitrary<string> = fc
  .constantFrom('simpleRNN', 'lstm', 'gru')
  .chain((kind) => record({ units: count(6), ...recurrence, returnState: maybe(flag) }).map((options) => `${kind}(${options})`))

const kernel = fc.oneof(
  count(4),
  fc.tuple(literal(1, 4), literal(1, 4)).map(([h, w]) => `[${h}, ${w}]`),
)
const convLstm = record({
  filters: count(4),
  kernelSize: kernel,
  strides: maybe(fc.oneof(count(2), fc.constant('[1, 2]'))),
  padding: maybe(fc.constantFrom("'same'", "'valid'")),
  dilationRate: maybe(seldom(literal(2, 2), literal(1, 1))),
  ...recurrence,
  returnState: maybe(flag),
}).map((options) => `convLstm2d(${options})`)

const mode = maybe(
  seldom(
    fc.constantFrom("either('sum', 'concat')", "either('sum', null)", 'undefined'),
    fc.constantFrom("'concat'", "'sum'", "'mul'", "'ave'", 'null'),
  ),
)
const both = (layer: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(layer, record({ mergeMode: mode }))
    .map(([inner, options]) => `bidirectional(${[inner, options].filter(Boolean).join(', ')})`)
const bidirectional = both(
  fc.oneof(
    { weight: 8, arbitrary: fc.oneof(recurrent, stateful) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('dense({ units: 3 })', 'bidirectional(gru({ units: 2 }))', 'sequential(gru({ units: 2 }))'),
    },
  ),
)

// Cells say nothing of sequences and states; now and then one does.
const cell = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(fc.constantFrom('simpleRNN', 'lstm', 'gru'), count(5), fc.constantFrom('', ', useBias: false', ', trainable: false'))
      .map(([kind, units, more]) => `${kind}({ units: ${units}${more} })`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'dense({ units: 3 })',
      'rnn([gru({ units: 2 })])',
      'bidirectional(gru({ units: 2 }))',
      'lstm({ units: 2, returnSequences: true })',
      "gru({ units: 2, name: 'a' })",
      'gru({ units: 2, goBackwards: undefined })',
      'convLstm2d({ filters: 2, kernelSize: 3 })',
    ),
  },
)
const stack = fc
  .tuple(
    fc.array(cell, { minLength: 1, maxLength: 3 }),
    record({ returnSequences: maybe(flag), returnState: maybe(seldom(flag, fc.constantFrom('false', 'true'))) }),
  )
  .map(([cells, options]) => `rnn([${cells.join(', ')}]${options ? `, ${options}` : ''})`)
const quietStack = fc
  .array(cell, { minLength: 1, maxLength: 3 })
  .map((cells) => `rnn([${cells.join(', ')}], { returnSequences: true })`)

// Around layers with a kernel, and around others.
const spectral = fc
  .tuple(
    fc.oneof(
      { weight: 4, arbitrary: count(5).map((units) => `dense({ units: ${units}, activation: 'relu' })`) },
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          'embedding({ inputDim: 7, outputDim: 3 })',
          "einsumDense({ equation: 'abc,cd->abd', outputShape: [null, 3], biasAxes: 'd' })",
          'conv1d({ filters: 3, kernelSize: 2, useBias: false })',
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          'flatten()',
          'gru({ units: 2 })',
          'maxPooling2d()',
          'separableConv1d({ filters: 2, kernelSize: 2 })',
        ),
      },
    ),
    fc.constantFrom('', ', { powerIterations: 3 }', ', { trainable: false }'),
  )
  .map(([layer, options]) => `spectralNormalization(${layer}${options})`)

const time = size(7, 't')
const features = size(7, 'f')
const steps = ofRank(shape(time, features))

const called = (layer: fc.Arbitrary<string>, of: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(layer, of).map(([one, x]) => `${one}(input(${x}))`)
const inRow = (layers: fc.Arbitrary<string[]>, of: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(layers, of).map(([all, x]) => `sequential(${[`input(${x})`, ...all].join(', ')})`)

const image = ofRank(shape(time, size(8, 'h'), size(8, 'w'), size(4, 'c')))
const stepwise = fc
  .oneof(
    fc.record({ units: count(5) }).map(({ units: k }) => `dense({ units: ${k}, activation: 'softmax' })`),
    fc.constantFrom('flatten()', 'conv2d({ filters: 2, kernelSize: 3 })', 'add()', 'maxPooling2d({ poolSize: 9 })'),
    fc.constantFrom(
      'sequential(flatten(), dense({ units: 3 }), dense({ units: 2 }))',
      'bidirectional(lstm({ units: 2 }))',
      'lstm({ units: 2, returnState: true })',
      'timeDistributed(dense({ units: 2 }))',
    ),
  )
  .map((layer) => `timeDistributed(${layer})`)

// Sizes out of few, so that they are often equal.
const few = size(3, 't', 'd')
const matrices = (least: number, most: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      { weight: 1, arbitrary: fc.array(ofRank(shape(few, few)), { minLength: least, maxLength: most }) },
      // Of equal depths and lengths.
      {
        weight: 2,
        arbitrary: fc
          .tuple(few, few, few, few, fc.boolean())
          .map(([q, k, d, v, key]) => [`[${q}, ${d}]`, `[${k}, ${key ? v : d}]`, ...(key ? [`[${k}, ${d}]`] : [])]),
      },
    )
    .map((shapes) => `[${shapes.map((one) => `input(${one})`).join(', ')}]`)
// With several axes of queries and of keys; of equal keys in most cases.
const grids: fc.Arbitrary<string> = fc
  .record({
    queries: fc.array(few, { minLength: 1, maxLength: 3 }),
    keys: fc.array(few, { minLength: 0, maxLength: 2 }),
    others: fc.array(few, { minLength: 0, maxLength: 2 }),
    depths: fc.tuple(few, few, few),
    count: fc.constantFrom(2, 3, 3),
    equal: fc.constantFrom(true, true, true, false),
    open: fc.nat({ max: 12 }),
  })
  .map(({ queries, keys, others, depths: [q, v, k], count, equal, open }) => {
    const shapes = [
      [...queries, q],
      [...keys, v],
      [...(equal ? keys : others), k],
    ].slice(0, count)
    const texts = shapes.map((one) => `[${one.join(', ')}]`)
    return `[${texts.map((one, at) => `input(${at === open ? `rank([3, 2])` : one})`).join(', ')}]`
  })
const attended = (layer: fc.Arbitrary<string>, inputs = matrices(2, 4)): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.tuple(layer, inputs).map(([one, xs]) => `${one}(${xs})`) },
    { weight: 1, arbitrary: inRow(fc.tuple(layer), steps) },
  )

const heads = {
  numHeads: count(4),
  keyDim: fc.oneof({ weight: 9, arbitrary: count(4) }, { weight: 1, arbitrary: fc.constantFrom('0', 'n(0)') }),
}
const biases = { useBias: maybe(fc.constantFrom('true', 'false')) }

// Of two mistakes types may tell one and the run another: options are checked where a layer is made, its input where it is called.
function hasOneMistake(source: string): boolean {
  const wrongOption = /keyDim: (0|n\(0\))/.test(source)
  const wrongInside = /bidirectional\((dense|bidirectional|sequential)/.test(source)
  const wrongInput = source.startsWith('sequential(') && /Attention\(/.test(source)
  // Of several cells of which more than one is wrong, either may be told.
  const wrongCells = source.match(/rnn\(\[gru|dense|bidirectional|returnSequences: true \}\)[,\]]|name: 'a'/g)?.length ?? 0
  if (/rnn\(/.test(source) && (wrongCells > 1 || (wrongCells > 0 && /'f'|convLstm2d/.test(source)))) return false
  return !(wrongOption && wrongInput) && !(wrongInside && /'f'|returnState|null/.test(source))
}

const all: readonly (readonly [name: string, share: number, sources: fc.Arbitrary<string>])[] = [
  [
    'recurrent',
    2,
    called(
      fc.oneof({ weight: 9, arbitrary: recurrent }, { weight: 9, arbitrary: stateful }, { weight: 1, arbitrary: wrongUnits }),
      steps,
    ),
  ],
  [
    'recurrent in a sequential',
    2,
    inRow(
      fc.array(fc.oneof({ weight: 5, arbitrary: recurrent }, { weight: 1, arbitrary: stateful }), { minLength: 1, maxLength: 3 }),
      steps,
    ),
  ],
  ['rnn', 3, called(fc.oneof(stack, both(quietStack)), steps)],
  ['rnn in a sequential', 2, inRow(fc.tuple(fc.oneof(quietStack, both(quietStack)), quietStack), steps)],
  ['spectralNormalization', 2, fc.oneof(called(spectral, steps), inRow(fc.tuple(spectral), steps))],
  ['convLstm2d', 2, fc.oneof(called(convLstm, image), inRow(fc.tuple(convLstm), image))],
  ['bidirectional', 2, called(bidirectional, steps)],
  ['bidirectional in a sequential', 1, inRow(fc.array(bidirectional, { minLength: 1, maxLength: 2 }), steps)],
  ['bidirectional convLstm2d', 1, called(both(convLstm), image)],
  [
    'timeDistributed',
    2,
    fc.oneof(called(stepwise, fc.oneof(steps, image)), inRow(fc.tuple(stepwise, stepwise), fc.oneof(steps, image))),
  ],
  ['attention', 1, attended(record({ useScale: maybe(flag) }).map((options) => `attention(${options})`))],
  [
    'multiHeadAttention',
    2,
    attended(
      record({
        ...heads,
        ...biases,
        valueDim: maybe(count(4)),
        outputShape: maybe(fc.oneof(count(4), fc.constant('undefined'))),
      }).map((options) => `multiHeadAttention(${options})`),
      fc.oneof(matrices(2, 4), grids),
    ),
  ],
  [
    'groupQueryAttention',
    1,
    attended(
      record({ headDim: count(3), numQueryHeads: count(6), numKeyValueHeads: count(3), ...biases }).map(
        (options) => `groupQueryAttention(${options})`,
      ),
    ),
  ],
]

/** Each with its share of the cases. */
export const families = all.map(([name, share, sources]) => [name, share, sources.filter(hasOneMistake)] as const)
