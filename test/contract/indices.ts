import type { Example } from './examples.js'

/** Examples of layers of ids, which have no slope along them. */
export const indices = {
  embedding: [
    { options: { inputDim: 5, outputDim: 3 }, inputs: [[4]], ids: 5 },
    {
      options: { inputDim: 3, outputDim: 2, inputLength: [2, null], embeddingsInitializer: 'heNormal' },
      inputs: [[2, 3]],
      ids: 3,
    },
    { options: { inputDim: 7, outputDim: 4 }, inputs: [[]], ids: 7 },
    { options: { inputDim: 2, outputDim: 1, inputLength: 6 }, inputs: [[6]], ids: 2 },
  ],
  categoryEncoding: [
    { options: { numTokens: 4 }, inputs: [[3]], ids: 4 },
    { options: { numTokens: 3, outputMode: 'count' }, inputs: [[2, 5]], ids: 3 },
    { options: { numTokens: 4, outputMode: 'oneHot' }, inputs: [[2, 3]], ids: 4 },
    { options: { numTokens: 3, outputMode: 'oneHot' }, inputs: [[2, 1]], ids: 3 },
    { options: { numTokens: 2, outputMode: 'oneHot' }, inputs: [[]], ids: 2 },
  ],
} as const satisfies { readonly [kind: string]: readonly Example[] }
