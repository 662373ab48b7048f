// What the compiler says, word for word, of layers of several outputs, of several inputs, and of layers around layers.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Answer, askCompiler } from '../prove/compiler.js'

const preamble = [
  "import { add, dense, embedding, flatten, input, sequential, type AnyModel, type AnySymbolic, type WeightShapes } from '../../src/dsl/index.js'",
  "import { attention, bidirectional, gru, groupQueryAttention, lstm, multiHeadAttention, rnn, simpleRNN, spectralNormalization, timeDistributed } from '../../src/dsl/layers/unlowered.js'",
  'declare const unknown: any',
  'declare const many: ReturnType<typeof tensor>[]',
  'const tensor = () => input([4, 6])',
  'const x = tensor()',
  'const shapeOf = <X extends AnySymbolic>(x: X): X["shape"] => null!',
  'const shapesOf = <const X extends readonly AnySymbolic[]>(x: X): { -readonly [K in keyof X]: X[K]["shape"] } => null!',
  'const stack = <const U extends number>(units: U) => rnn([lstm({ units: 2 }), gru({ units })])',
  'const weightsOf = <M extends AnyModel, W = WeightShapes<M>[keyof WeightShapes<M>]>(m: M): { [N in keyof W]: W[N] } => null!',
  'const cells = <const U extends number>(units: U) => sequential(lstm({ units, returnSequences: true }), gru({ units }))',
].join('\n')

const cases: readonly (readonly [what: string, source: string, says: string])[] = [
  // Several outputs.
  [
    'states stand behind the output',
    'shapesOf(lstm({ units: 3, returnSequences: true, returnState: true })(x))',
    '[[4, 3], [3], [3]]',
  ],
  ['one output where states are left out', 'shapeOf(lstm({ units: 3, returnState: false })(x))', '[3]'],
  ['one output where states are undefined', 'shapeOf(gru({ units: 3, returnState: undefined })(x))', '[3]'],
  ['each has its own type', 'shapeOf(dense({ units: 9 })(lstm({ units: 3, returnState: true })(x)[1]))', '[9]'],
  [
    'a sequential takes one',
    'sequential(x, lstm({ units: 3, returnState: true }))',
    'lstm: output must be one tensor here (was several); leave out returnState, or call the layer on a symbolic tensor',
  ],
  [
    'so does a layer around it',
    'timeDistributed(simpleRNN({ units: 3, returnState: true }))(input([2, 4, 6]))',
    'simpleRNN: output must be one tensor here (was several); leave out returnState, or call the layer on a symbolic tensor',
  ],
  ['a wrong call is quiet behind its error', 'lstm({ units: 3, returnState: true })(unknown)', 'any'],
  [
    'after an earlier mistake nothing lights up',
    'shapeOf(gru({ units: 3 })(dense({ units: 0.5 as never })(unknown as typeof x)))',
    '[3]',
  ],
  [
    'a recurrent layer behind another asks for sequences',
    'sequential(x, gru({ units: 3 }), gru({ units: 3 }))',
    'gru: input must be [time, features] (was [3])',
  ],
  // Several inputs.
  ['the key is the value where it is left out', 'shapeOf(attention()([x, input([5, 6])]))', '[4, 6]'],
  [
    'its depth must then be that of the query',
    'attention()([x, input([5, 7])])',
    'attention: depth must be the same in all inputs (was 6 and 7)',
  ],
  ['of three inputs the depth is the key’s', 'shapeOf(attention()([x, input([5, 7]), input([5, 6])]))', '[4, 7]'],
  [
    'values and keys are as many',
    'attention()([x, input([5, 7]), input([8, 6])])',
    'attention: keys must be the same in all inputs (was 5 and 8)',
  ],
  ['an unknown tensor is quiet', 'shapeOf(attention()([x, unknown]))', 'any'],
  [
    'a name agrees with itself alone',
    "attention()([input([4, 'd']), input([5, 'e'])])",
    "attention: depth must be the same in all inputs (was 'd' and 'e')",
  ],
  ['names go through', "shapeOf(attention()([input(['t', 'd']), input(['s', 'd'])]))", '["t", "d"]'],
  ['four are too many', 'attention()([x, x, x, x])', 'attention: inputs must be 2 or 3 tensors (was 4)'],
  [
    'a sequential gives but one',
    'sequential(x, attention())',
    'attention: inputs must be an array of at least 2 symbolic tensors (was [4, 6])',
  ],
  ['each rank is looked at', 'attention()([x, input([4, 6, 1])])', 'attention: input must be [keys, width] (was [4, 6, 1])'],
  [
    'a name won’t do as depth of a kernel',
    "multiHeadAttention({ numHeads: 2, keyDim: 3 })([input([4, 'd']), input([5, 'e'])])",
    "multiHeadAttention: features must be known to size the weights (was 'd'); use a number",
  ],
  [
    'queries and keys of several axes',
    'shapeOf(multiHeadAttention({ numHeads: 2, keyDim: 3 })([input([7, "h", 6]), input([5, 8])]))',
    '[7, "h", 6]',
  ],
  [
    'keys are equal axis by axis',
    'multiHeadAttention({ numHeads: 2, keyDim: 3 })([x, input([5, 4, 8]), input([5, 3, 8])])',
    'multiHeadAttention: keys must be the same in all inputs (was [5, 4] and [5, 3])',
  ],
  [
    'and as many',
    'multiHeadAttention({ numHeads: 2, keyDim: 3 })([x, input([5, 4, 8]), input([5, 8])])',
    'multiHeadAttention: keys must be the same in all inputs (was [5, 4] and [5])',
  ],
  [
    'at least one axis',
    'multiHeadAttention({ numHeads: 2, keyDim: 3 })([x, input([8])])',
    'multiHeadAttention: input must be [...keys, valueFeatures] (was [8])',
  ],
  [
    'counts are counts',
    'multiHeadAttention({ numHeads: 2, keyDim: 3, valueDim: 0.5 })',
    'multiHeadAttention: valueDim must be a whole number of at least 1 (was 0.5)',
  ],
  [
    'query heads come in groups',
    'groupQueryAttention({ headDim: 2, numQueryHeads: 8, numKeyValueHeads: 3 })([x, x])',
    'groupQueryAttention: numKeyValueHeads must divide numQueryHeads 8 (was 3)',
  ],
  [
    'and nothing is wrong with those that do',
    'shapeOf(groupQueryAttention({ headDim: 2, numQueryHeads: 8, numKeyValueHeads: 4 })([x, x]))',
    '[4, 6]',
  ],
  // Layers around layers.
  [
    'their options are their own',
    'bidirectional(lstm({ units: 3 }), { mergMode: "sum" })',
    "TS2561: Object literal may only specify known properties, but 'mergMode' does not exist in type 'BidirectionalOptions'. Did you mean to write 'mergeMode'?",
  ],
  [
    'and are called by their name',
    'simpleRNN({ units: 3, returnSequence: true })',
    "TS2561: Object literal may only specify known properties, but 'returnSequence' does not exist in type 'SimpleRNNOptions'. Did you mean to write 'returnSequences'?",
  ],
  [
    'both ways with states',
    'shapesOf(bidirectional(lstm({ units: 3, returnSequences: true, returnState: true }))(input([4, 2])))',
    '[[4, 6], [3], [3], [3], [3]]',
  ],
  ['both ways apart', 'shapesOf(bidirectional(lstm({ units: 3 }), { mergeMode: null })(x))', '[[3], [3]]'],
  [
    'apart they stand alone',
    'sequential(x, bidirectional(lstm({ units: 3 }), { mergeMode: null }))',
    'bidirectional: output must be one tensor here (was several); leave out mergeMode: null, or call the layer on a symbolic tensor',
  ],
  [
    'only what takes steps',
    'bidirectional(dense({ units: 3 }))',
    'bidirectional: layer must be a recurrent one (was dense); use simpleRNN, lstm or gru',
  ],
  ['the layer inside speaks', 'bidirectional(gru({ units: 3 }))(input([4]))', 'gru: input must be [time, features] (was [4])'],
  [
    'the last activation of a step is that of all',
    'sequential(x, timeDistributed(dense({ units: 3, activation: "softmax" }))).lastActivation',
    '"softmax"',
  ],
  ['a step has axes', 'timeDistributed(dense({ units: 3 }))(input([4]))', 'timeDistributed: input must be [time, ...] (was [4])'],
  ['a block on steps', 'shapeOf(timeDistributed(cells(5))(input([2, 4, 6])))', '[2, 5]'],
  ['helpers that are generic in units', 'shapeOf(cells(7)(x))', '[7]'],
  [
    'a state may begin as it was',
    "shapeOf(simpleRNN({ units: 3, activation: 'relu', recurrentInitializer: 'identity' })(x))",
    '[3]',
  ],
  // Cells one on top of the other.
  ['the units of the last cell', 'shapeOf(rnn([lstm({ units: 3 }), gru({ units: 5 })])(x))', '[5]'],
  [
    'states in the order of the cells',
    'shapesOf(rnn([lstm({ units: 3 }), gru({ units: 5 })], { returnSequences: true, returnState: true })(x))',
    '[[4, 5], [3], [3], [5]]',
  ],
  [
    'weights by cell',
    'weightsOf(sequential(x, rnn([gru({ units: 3, useBias: false }), gru({ units: 5, useBias: false })])))',
    '{ readonly gruKernel: [6, 9]; readonly gruRecurrentKernel: [3, 9]; readonly gru_1Kernel: [3, 15]; readonly gru_1RecurrentKernel: [5, 15]; }',
  ],
  ['both ways', 'shapeOf(bidirectional(rnn([lstm({ units: 3 }), gru({ units: 5 })]))(x))', '[10]'],
  [
    'a sequential takes one output',
    'sequential(x, rnn([gru({ units: 3 })], { returnState: true }))',
    'rnn: output must be one tensor here (was several); leave out returnState, or call the layer on a symbolic tensor',
  ],
  [
    'only recurrent layers are cells',
    'sequential(x, rnn([gru({ units: 3 }), dense({ units: 3 })]), dense({ units: 3 }))',
    'rnn: layer must be a recurrent one (was dense); use simpleRNN, lstm or gru',
  ],
  [
    'and no cells of cells',
    'rnn([rnn([gru({ units: 3 })])])(x)',
    'rnn: layer must be a recurrent one (was rnn); use simpleRNN, lstm or gru',
  ],
  [
    'sequences are the whole’s',
    'sequential(x, rnn([lstm({ units: 3, returnSequences: true }), gru({ units: 5 })]))',
    'rnn: returnSequences must be an option of rnn itself (was one of lstm in it)',
  ],
  [
    'the cell inside speaks',
    'rnn([gru({ units: 3 }), gru({ units: 3 })])(input([4]))',
    'gru: input must be [time, features] (was [4])',
  ],
  [
    'a name won’t do',
    "sequential(input([4, 'f']), rnn([gru({ units: 3 })]))",
    "gru: features must be known to size the weights (was 'f'); use a number",
  ],
  ['helpers of cells', 'shapeOf(stack(7)(x))', '[7]'],
  // Around a kernel.
  ['shapes are those of the layer', 'shapeOf(spectralNormalization(dense({ units: 3 }))(x))', '[4, 3]'],
  [
    'its last activation as well',
    'sequential(x, flatten(), spectralNormalization(dense({ units: 3, activation: "softmax" }))).lastActivation',
    '"softmax"',
  ],
  [
    'a vector stands beside the weights',
    'weightsOf(sequential(input([4]), spectralNormalization(embedding({ inputDim: 5, outputDim: 3 }))))',
    '{ readonly embeddings: [5, 3]; readonly vectorU: [1, 3]; }',
  ],
  [
    'without a kernel there is nothing to divide',
    'sequential(x, spectralNormalization(flatten()), dense({ units: 3 }))',
    'spectralNormalization: layer must have one kernel, or embeddings (was flatten); use dense, a convolution or embedding',
  ],
  [
    'of two kernels neither is the one',
    'spectralNormalization(lstm({ units: 3 }))',
    'spectralNormalization: layer must have one kernel, or embeddings (was lstm); use dense, a convolution or embedding',
  ],
  [
    'steps are counted',
    'spectralNormalization(dense({ units: 3 }), { powerIterations: 0 })',
    'spectralNormalization: powerIterations must be a whole number of at least 1 (was 0)',
  ],
  [
    'the layer in it speaks',
    'spectralNormalization(dense({ units: 3 }))(input([]))',
    'dense: input must be [..., features] (was [])',
  ],
]

let answers: Answer[] = []
beforeAll(async () => {
  answers = await askCompiler(
    '7.0',
    preamble,
    cases.map(([, source], at) => `const c${at} = ${source}`),
  )
}, 60_000)

describe('the compiler', () => {
  it.each(cases.map((one, at) => [...one, at] as const))('%s: %s', (_, _source, says, at) => {
    const answer = answers[at] as Answer
    expect('type' in answer ? answer.type : answer.error).toBe(says)
  })
})
