import type * as layers from '../../src/dsl/layers/index.js'
import { einsum } from './einsum.js'
import { indices } from './indices.js'
import { merging } from './merging.js'
import { noise } from './noise.js'
import { normalisation } from './normalisation.js'
import { reshaping } from './reshaping.js'
import { windows } from './windows.js'

/** One way to use a layer: its options, and the shapes it is called on. */
export interface Example {
  readonly options: { readonly [option: string]: unknown }
  readonly inputs: readonly (readonly number[])[]
  /** For a layer of ids: how many there are. */
  readonly ids?: number
}

/** Every kind that is exported has examples here: the compiler asks for them, and the test too. */
export const examples: { readonly [K in keyof typeof layers]: readonly Example[] } = {
  ...windows,
  ...einsum,
  ...indices,
  ...merging,
  ...noise,
  ...normalisation,
  ...reshaping,
  activation: ['linear', 'relu', 'sigmoid', 'softmax', 'tanh'].map((activation) => ({
    options: { activation },
    inputs: [[3, 4]],
  })),
  averagePooling2d: [
    { options: {}, inputs: [[4, 6, 2]] },
    { options: { poolSize: 3, strides: 1, padding: 'same' }, inputs: [[4, 5, 2]] },
    { options: { poolSize: [2, 3], strides: [1, 2], padding: 1 }, inputs: [[4, 5, 2]] },
    {
      options: {
        poolSize: 3,
        padding: [
          [1, 0],
          [0, 1],
        ],
      },
      inputs: [[5, 6, 1]],
    },
  ],
  conv2d: [
    { options: { filters: 3, kernelSize: 3 }, inputs: [[5, 4, 2]] },
    { options: { filters: 2, kernelSize: [3, 2], strides: [2, 1], padding: 'same', activation: 'tanh' }, inputs: [[5, 4, 2]] },
    { options: { filters: 2, kernelSize: 3, padding: 1, useBias: false, activation: 'sigmoid' }, inputs: [[4, 4, 2]] },
    {
      options: {
        filters: 2,
        kernelSize: 2,
        strides: 2,
        padding: [
          [1, 0],
          [0, 2],
        ],
      },
      inputs: [[5, 4, 2]],
    },
    { options: { filters: 2, kernelSize: 2, dilationRate: 2 }, inputs: [[5, 6, 2]] },
    { options: { filters: 2, kernelSize: 3, dilationRate: [1, 2], padding: 'same', activation: 'relu' }, inputs: [[4, 7, 1]] },
    {
      options: {
        filters: 2,
        kernelSize: 2,
        dilationRate: 3,
        padding: [
          [2, 1],
          [0, 1],
        ],
      },
      inputs: [[4, 5, 1]],
    },
    { options: { filters: 2, kernelSize: [2, 3], strides: [2, 1], dilationRate: [1, 2] }, inputs: [[5, 6, 1]] },
    { options: { filters: 4, kernelSize: 2, groups: 2, activation: 'softmax' }, inputs: [[3, 3, 4]] },
    { options: { filters: 4, kernelSize: 3, groups: 4, padding: 1, strides: 2 }, inputs: [[4, 4, 4]] },
    { options: { filters: 2, kernelSize: 2, groups: 2, dilationRate: 2 }, inputs: [[4, 4, 2]] },
    { options: { filters: 3, kernelSize: 1, strides: 2 }, inputs: [[5, 5, 3]] },
  ],
  dense: [
    { options: { units: 3 }, inputs: [[4]] },
    { options: { units: 2, useBias: false, activation: 'relu' }, inputs: [[3, 4]] },
    { options: { units: 3, kernelInitializer: 'orthogonal' }, inputs: [[4]] },
    { options: { units: 3, kernelInitializer: 'identity', activation: 'tanh' }, inputs: [[2, 3]] },
    {
      options: { units: 3, activation: 'softmax', kernelInitializer: 'heNormal', biasInitializer: 'glorotUniform' },
      inputs: [[2, 2, 3]],
    },
  ],
  flatten: [
    { options: {}, inputs: [[2, 3, 2]] },
    { options: {}, inputs: [[5]] },
  ],
  maxPooling2d: [
    { options: {}, inputs: [[4, 6, 2]] },
    { options: { poolSize: 3, strides: 2, padding: 'same' }, inputs: [[4, 5, 2]] },
    { options: { poolSize: [2, 3], strides: [1, 2], padding: 1 }, inputs: [[4, 5, 2]] },
    {
      options: {
        poolSize: 2,
        strides: 1,
        padding: [
          [1, 0],
          [0, 1],
        ],
      },
      inputs: [[4, 4, 2]],
    },
  ],
}
