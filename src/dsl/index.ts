export type { EncodingMode } from '../types/encode.js'
export { ShapeError } from '../types/message.js'
export type { Dim, Shape } from '../types/shape.js'
export type { BothSides } from '../types/steps.js'
export { type ActivationName, activationNames, type LastActivation } from './activations.js'
export type { Axes } from './axes.js'
export { type ParamCount, paramCount } from './counts.js'
export { binaryLabels, classIds, type Labels } from './data/labels.js'
export { type NDArray, ndarray } from './data/ndarray.js'
export { oneHot } from './data/oneHot.js'
export { type GivenWeights, weights } from './data/weights.js'
export type { EntryInput, EntrySizes, UnknownEntry } from './entries.js'
export { type Flops, flops } from './flops.js'
export * from './formula/index.js'
export { frozen } from './frozen.js'
export {
  type InitializerName,
  initializerNames,
  type KernelInitializerName,
  kernelInitializerNames,
  type MatrixInitializerName,
  matrixInitializerNames,
} from './initializers.js'
export { fromJSON, type LayerJSON, type ModelJSON, toJSON } from './json.js'
export type { AnyLayer, Layer, MergeLayer } from './layer.js'
export * from './layers/index.js'
export {
  binaryCrossentropy,
  categoricalCrossentropy,
  type LossDescription,
  meanSquaredError,
  sparseCategoricalCrossentropy,
} from './losses/losses.js'
export type { LossName } from './losses/rules.js'
export type { MetricName } from './metrics.js'
export {
  type AnyModel,
  type Chain,
  type Graph,
  type InputShape,
  type Model,
  type ModelOver,
  model,
  type OutputShape,
  type WithName,
} from './model.js'
export { named } from './named.js'
export {
  type AdamDescription,
  type AdamOptions,
  adam,
  type OptimizerDescription,
  type SgdDescription,
  type SgdOptions,
  sgd,
} from './optimizers.js'
export { type Parallel, type ParallelMerge, type ParallelOptions, parallel } from './parallel.js'
export { type Residual, type ResidualOptions, residual } from './residual.js'
export { type Block, type BlockOptions, sequential } from './sequential.js'
export { type Shared, type SharedOptions, shared } from './shared.js'
export { type AnySymbolic, input, type SymbolicTensor } from './symbolic.js'
export { type LayerShapes, type UnknownWeights, type WeightShapes, weightShapes } from './weights.js'
export type { Padding1d, Padding2d, Padding3d, PerAxis2d, PerAxis3d, UnevenPadding } from './windows.js'
