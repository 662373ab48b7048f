import { expect, it } from 'vitest'
import { hover } from '../../scripts/types/editor.mjs'

// What an editor shows over results: shapes, and not the names of the types they are computed with.

const source = `import { adam, compile, dense, init, input, ndarray, sequential, type WeightShapes } from 'shapeproof'
const net = sequential(input([6]), dense({ units: 4 }), dense({ units: 3, activation: 'softmax' }))
const trainer = compile(net, { loss: 'sparseCategoricalCrossentropy', optimizer: adam() })
declare const n: number
const x = ndarray([1], [n, 6])
`
const over = (line: string): string => hover(source + line).replace(/\s+/g, ' ')

it('of predict', () => {
  expect(over('const /*|*/scores = await trainer.predict(x)')).toBe('const scores: NDArray<[number, 3], "float32">')
})

it('of weights', () => {
  const shapes = 'readonly dense: { readonly kernel: [6, 4]; readonly bias: [4]; };'
  expect(over('declare const /*|*/shapes: WeightShapes<typeof net>')).toContain(shapes)
  expect(over('const { /*|*/weights } = await init(net)')).toContain(
    'readonly dense: { readonly kernel: Tensor<[6, 4], "float32">;',
  )
})
