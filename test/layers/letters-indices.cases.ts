// Sources of layers whose sizes come from options and, where the input has names, from names.
import * as fc from 'fast-check'
import { sourceOf } from '../prove/case.js'
import { namedEinsum } from '../prove/rules/einsum.js'

const size = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 9 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom("'t'", "'h'", "'12*t'", 'n(3)', 'either(2, 3)') },
)
const shape = fc.oneof(
  { weight: 9, arbitrary: fc.array(size, { maxLength: 3 }).map((sizes) => `[${sizes.join(', ')}]`) },
  { weight: 1, arbitrary: fc.constant('rank([4, 3])') },
)
const count = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 20_000 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('n(5)', 'either(4, 9)', '0', '1.5', '-2', 'n(0)') },
)

const embedding = fc
  .record({
    inputDim: count,
    outputDim: count,
    more: fc.constantFrom(
      '',
      ", name: 'words'",
      ", embeddingsInitializer: 'heNormal'",
      ', inputLength: 4',
      ', inputLength: [null, 3]',
    ),
    // What stands behind it reads its shape.
    behind: fc.constantFrom('', ', flatten()', ', dense({ units: 3 })'),
    shape,
    called: fc.boolean(),
  })
  .map(({ inputDim, outputDim, more, behind, shape, called }) => {
    // One mistake a case: types and run time may tell either of two.
    const rest = /^[1-9]\d*$/.test(inputDim) && /^[1-9]\d*$/.test(outputDim) ? more : more.replace(/, inputLength.*/, '')
    const layer = `embedding({ inputDim: ${inputDim}, outputDim: ${outputDim}${rest} })`
    return called ? `${layer}(input(${shape}))` : `sequential(input(${shape}), ${layer}${behind})`
  })

const encoding = fc.record({ mode: fc.constantFrom('', 'oneHot', 'multiHot', 'count'), shape }).map(({ mode, shape }) => {
  const options = mode === '' ? '{ numTokens: 5 }' : `{ numTokens: 5, outputMode: '${mode}' }`
  return `categoryEncoding(${options})(input(${shape}))`
})

const still = fc
  .tuple(
    fc.constantFrom('dropout', 'alphaDropout'),
    fc.constantFrom('[1, null]', '[12, 1]', '[null]', '[n(3), null]', 'either([1], [1, 1])', 'undefined'),
    shape,
  )
  .map(([kind, noiseShape, x]) => `${kind}({ rate: 0.5, noiseShape: ${noiseShape} })(input(${x}))`)

const spatial = fc
  .tuple(fc.constantFrom('spatialDropout1d', 'spatialDropout2d', 'centerCrop'), shape)
  .map(([kind, x]) => `${kind}(${kind === 'centerCrop' ? '{ height: 3, width: 4 }' : '{ rate: 0.5 }'})(input(${x}))`)

/** As `families` of recurrent layers. */
export const lettersAndIndices: readonly (readonly [name: string, share: number, sources: fc.Arbitrary<string>])[] = [
  ['einsumDense', 4, namedEinsum.map((one) => sourceOf(one))],
  ['embedding', 2, embedding],
  ['categoryEncoding', 1, encoding],
  ['noise of a shape', 1, still],
  ['kept ranks', 1, spatial],
]
