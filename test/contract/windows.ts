import type * as layers from '../../src/dsl/layers/index.js'
import type { Example } from './examples.js'

// Convolutions and poolings along one axis, two and three.

const on = (shape: readonly number[], ...all: Example['options'][]): Example[] =>
  all.map((options) => ({ options, inputs: [shape] }))

type Examples<K extends keyof typeof layers> = { readonly [N in K]: readonly Example[] }

const convolutions: Examples<
  | 'conv1d'
  | 'conv3d'
  | 'depthwiseConv1d'
  | 'depthwiseConv2d'
  | 'separableConv1d'
  | 'separableConv2d'
  | 'conv1dTranspose'
  | 'conv2dTranspose'
  | 'conv3dTranspose'
> = {
  conv1d: on(
    [7, 4],
    { filters: 3, kernelSize: 3 },
    { filters: 2, kernelSize: 3, padding: 'causal', activation: 'tanh' },
    { filters: 2, kernelSize: 3, padding: 'causal', dilationRate: 2, useBias: false },
    { filters: 2, kernelSize: 2, padding: 'causal', strides: 2 },
    { filters: 2, kernelSize: 2, padding: [2, 1], dilationRate: 3 },
    { filters: 4, kernelSize: 3, padding: 1, groups: 2, strides: 2 },
    { filters: 2, kernelSize: 4, padding: 'same', strides: 3, activation: 'softmax' },
  ),
  conv3d: [
    ...on(
      [3, 4, 3, 2],
      { filters: 2, kernelSize: 2 },
      { filters: 2, kernelSize: [1, 2, 3], padding: 'same', strides: [2, 1, 2], activation: 'tanh' },
      {
        filters: 2,
        kernelSize: 2,
        groups: 2,
        padding: [
          [1, 0],
          [0, 0],
          [0, 1],
        ],
      },
      { filters: 1, kernelSize: 2, dilationRate: [2, 1, 2], padding: 1, useBias: false },
    ),
  ],
  depthwiseConv1d: on(
    [6, 2],
    { kernelSize: 3 },
    { kernelSize: 2, depthMultiplier: 2, strides: 2, padding: 'same' },
    { kernelSize: 2, dilationRate: 2, padding: [1, 2], activation: 'tanh' },
  ),
  depthwiseConv2d: on(
    [5, 6, 2],
    { kernelSize: 3 },
    { kernelSize: [2, 3], depthMultiplier: 3, activation: 'tanh', useBias: false },
    { kernelSize: 3, strides: [1, 2], padding: 'same' },
    { kernelSize: [3, 2], strides: [2, 1], padding: 1, depthMultiplier: 2 },
    { kernelSize: 2, dilationRate: [2, 3] },
    { kernelSize: 3, dilationRate: 2, padding: 'same', depthMultiplier: 2 },
    { kernelSize: [2, 3], strides: [2, 1], dilationRate: [1, 2] },
    {
      kernelSize: 2,
      padding: [
        [1, 0],
        [0, 2],
      ],
      strides: 2,
    },
  ),
  separableConv1d: on(
    [6, 2],
    { filters: 3, kernelSize: 3 },
    { filters: 2, kernelSize: 2, depthMultiplier: 2, dilationRate: 2, padding: 'same', useBias: false },
  ),
  separableConv2d: on(
    [5, 4, 2],
    { filters: 3, kernelSize: 3 },
    { filters: 2, kernelSize: 2, depthMultiplier: 2, strides: 2, padding: 'same', activation: 'sigmoid' },
    { filters: 2, kernelSize: [2, 3], dilationRate: [2, 1], padding: 1, useBias: false },
  ),
  conv1dTranspose: on(
    [4, 2],
    { filters: 3, kernelSize: 3 },
    { filters: 2, kernelSize: 3, strides: 2, padding: 'same', outputPadding: 1 },
    { filters: 2, kernelSize: 2, dilationRate: 2, activation: 'tanh' },
  ),
  conv2dTranspose: on(
    [3, 4, 2],
    { filters: 3, kernelSize: 3 },
    { filters: 2, kernelSize: 3, strides: 2, activation: 'tanh' },
    { filters: 2, kernelSize: 2, strides: 3, useBias: false },
    { filters: 2, kernelSize: [3, 2], strides: [2, 1], padding: 'same' },
    { filters: 1, kernelSize: 3, strides: 2, padding: 'same', outputPadding: 0 },
    { filters: 1, kernelSize: [2, 4], strides: 3, padding: 'same', outputPadding: [1, 2] },
    { filters: 2, kernelSize: 2, strides: 3, outputPadding: [2, 0] },
    { filters: 2, kernelSize: 2, dilationRate: [2, 3] },
    { filters: 2, kernelSize: [2, 3], strides: [2, 1], dilationRate: [1, 2], padding: 'same' },
  ),
  conv3dTranspose: on(
    [2, 3, 2, 2],
    { filters: 2, kernelSize: 2 },
    { filters: 1, kernelSize: [1, 2, 3], strides: [1, 2, 2], padding: 'same', activation: 'tanh' },
    { filters: 2, kernelSize: 2, strides: [3, 1, 2], outputPadding: [1, 0, 1], useBias: false },
    { filters: 1, kernelSize: 2, dilationRate: [1, 2, 1] },
  ),
}

const pools1 = on(
  [7, 2],
  {},
  { poolSize: 3, strides: 2, padding: 'same' },
  { poolSize: 3, strides: 1, padding: 1 },
  { poolSize: 4, padding: [0, 2] },
)
const pools3 = on(
  [4, 5, 4, 2],
  {},
  { poolSize: [1, 3, 2], strides: [1, 2, 2], padding: 'same' },
  { poolSize: [2, 3, 2], padding: 1 },
  {
    poolSize: 2,
    strides: 2,
    padding: [
      [1, 0],
      [0, 1],
      [1, 1],
    ],
  },
)
const adaptive1 = on([6, 2], { outputSize: 3 }, { outputSize: 4 }, { outputSize: 1 }, { outputSize: 8 }, { outputSize: 6 })
const adaptive2 = on([4, 6, 2], { outputSize: 2 }, { outputSize: [3, 4] }, { outputSize: [1, 6] })
const adaptive3 = on([2, 3, 4, 2], { outputSize: 2 }, { outputSize: [1, 3, 3] })
const global = (shape: readonly number[]) => on(shape, {}, { keepdims: true })

const poolings: Examples<
  | `${'max' | 'average'}Pooling${'1d' | '3d'}`
  | `adaptive${'Max' | 'Average'}Pooling${'1d' | '2d' | '3d'}`
  | `global${'Max' | 'Average'}Pooling${'1d' | '2d' | '3d'}`
> = {
  maxPooling1d: pools1,
  averagePooling1d: pools1,
  maxPooling3d: pools3,
  averagePooling3d: pools3,
  adaptiveMaxPooling1d: adaptive1,
  adaptiveAveragePooling1d: adaptive1,
  adaptiveMaxPooling2d: adaptive2,
  adaptiveAveragePooling2d: adaptive2,
  adaptiveMaxPooling3d: adaptive3,
  adaptiveAveragePooling3d: adaptive3,
  globalMaxPooling1d: global([5, 3]),
  globalAveragePooling1d: global([5, 3]),
  globalMaxPooling2d: global([3, 4, 2]),
  globalAveragePooling2d: global([3, 4, 2]),
  globalMaxPooling3d: global([2, 3, 2, 2]),
  globalAveragePooling3d: global([2, 3, 2, 2]),
}

export const windows = { ...convolutions, ...poolings }
