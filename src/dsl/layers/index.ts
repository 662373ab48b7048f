export { type Activation, type ActivationOptions, activation } from './activation.js'
export {
  type AdaptiveAveragePooling1d,
  type AdaptiveAveragePooling1dOptions,
  adaptiveAveragePooling1d,
} from './adaptiveAveragePooling1d.js'
export {
  type AdaptiveAveragePooling2d,
  type AdaptiveAveragePooling2dOptions,
  adaptiveAveragePooling2d,
} from './adaptiveAveragePooling2d.js'
export {
  type AdaptiveAveragePooling3d,
  type AdaptiveAveragePooling3dOptions,
  adaptiveAveragePooling3d,
} from './adaptiveAveragePooling3d.js'
export { type AdaptiveMaxPooling1d, type AdaptiveMaxPooling1dOptions, adaptiveMaxPooling1d } from './adaptiveMaxPooling1d.js'
export { type AdaptiveMaxPooling2d, type AdaptiveMaxPooling2dOptions, adaptiveMaxPooling2d } from './adaptiveMaxPooling2d.js'
export { type AdaptiveMaxPooling3d, type AdaptiveMaxPooling3dOptions, adaptiveMaxPooling3d } from './adaptiveMaxPooling3d.js'
export { type Add, type AddOptions, add } from './add.js'
export { type AlphaDropout, type AlphaDropoutOptions, alphaDropout } from './alphaDropout.js'
export { type Average, type AverageOptions, average } from './average.js'
export { type AveragePooling1d, type AveragePooling1dOptions, averagePooling1d } from './averagePooling1d.js'
export { type AveragePooling2d, type AveragePooling2dOptions, averagePooling2d } from './averagePooling2d.js'
export { type AveragePooling3d, type AveragePooling3dOptions, averagePooling3d } from './averagePooling3d.js'
export {
  type BatchNormalization,
  type BatchNormalizationOptions,
  type BatchNormalizationWithAxis,
  batchNormalization,
} from './batchNormalization.js'
export { type CategoryEncoding, type CategoryEncodingOptions, categoryEncoding } from './categoryEncoding.js'
export { type CenterCrop, type CenterCropOptions, centerCrop } from './centerCrop.js'
export { type Concatenate, type ConcatenateOptions, concatenate } from './concatenate.js'
export { type Conv1d, type Conv1dOptions, conv1d } from './conv1d.js'
export { type Conv1dTranspose, type Conv1dTransposeOptions, conv1dTranspose } from './conv1dTranspose.js'
export { type Conv2d, type Conv2dKernelOptions, type Conv2dOptions, conv2d, type KernelSizes2d } from './conv2d.js'
export { type Conv2dTranspose, type Conv2dTransposeOptions, conv2dTranspose } from './conv2dTranspose.js'
export { type Conv3d, type Conv3dOptions, conv3d } from './conv3d.js'
export { type Conv3dTranspose, type Conv3dTransposeOptions, conv3dTranspose } from './conv3dTranspose.js'
export { type Cropping1d, type Cropping1dOptions, cropping1d } from './cropping1d.js'
export { type Cropping2d, type Cropping2dOptions, cropping2d } from './cropping2d.js'
export { type Cropping3d, type Cropping3dOptions, cropping3d } from './cropping3d.js'
export { type Dense, type DenseOptions, type DenseSquare, dense } from './dense.js'
export { type DepthwiseConv1d, type DepthwiseConv1dOptions, depthwiseConv1d } from './depthwiseConv1d.js'
export { type DepthwiseConv2d, type DepthwiseConv2dOptions, depthwiseConv2d } from './depthwiseConv2d.js'
export { type Dot, type DotOptions, dot } from './dot.js'
export { type Dropout, type DropoutOptions, type DropoutWithShape, dropout } from './dropout.js'
export { type EinsumDense, type EinsumDenseOptions, einsumDense } from './einsumDense.js'
export { type Embedding, type EmbeddingOptions, embedding } from './embedding.js'
export { type Flatten, type FlattenOptions, flatten } from './flatten.js'
export { type GaussianDropout, type GaussianDropoutOptions, gaussianDropout } from './gaussianDropout.js'
export { type GaussianNoise, type GaussianNoiseOptions, gaussianNoise } from './gaussianNoise.js'
export {
  type GlobalAveragePooling1d,
  type GlobalAveragePooling1dOptions,
  globalAveragePooling1d,
} from './globalAveragePooling1d.js'
export {
  type GlobalAveragePooling2d,
  type GlobalAveragePooling2dOptions,
  globalAveragePooling2d,
} from './globalAveragePooling2d.js'
export {
  type GlobalAveragePooling3d,
  type GlobalAveragePooling3dOptions,
  globalAveragePooling3d,
} from './globalAveragePooling3d.js'
export { type GlobalMaxPooling1d, type GlobalMaxPooling1dOptions, globalMaxPooling1d } from './globalMaxPooling1d.js'
export { type GlobalMaxPooling2d, type GlobalMaxPooling2dOptions, globalMaxPooling2d } from './globalMaxPooling2d.js'
export { type GlobalMaxPooling3d, type GlobalMaxPooling3dOptions, globalMaxPooling3d } from './globalMaxPooling3d.js'
export { type GroupNormalization, type GroupNormalizationOptions, groupNormalization } from './groupNormalization.js'
export { type LayerNormalization, type LayerNormalizationOptions, layerNormalization } from './layerNormalization.js'
export { type Maximum, type MaximumOptions, maximum } from './maximum.js'
export { type MaxPooling1d, type MaxPooling1dOptions, maxPooling1d } from './maxPooling1d.js'
export { type MaxPooling2d, type MaxPooling2dOptions, maxPooling2d } from './maxPooling2d.js'
export { type MaxPooling3d, type MaxPooling3dOptions, maxPooling3d } from './maxPooling3d.js'
export { type Minimum, type MinimumOptions, minimum } from './minimum.js'
export { type Multiply, type MultiplyOptions, multiply } from './multiply.js'
export { type Permute, type PermuteOptions, permute } from './permute.js'
export { type Prelu, type PreluOptions, prelu } from './prelu.js'
export { type RepeatVector, type RepeatVectorOptions, repeatVector } from './repeatVector.js'
export { type Reshape, type ReshapeOptions, reshape } from './reshape.js'
export { type Resizing, type ResizingOptions, resizing } from './resizing.js'
export { type RmsNormalization, type RmsNormalizationOptions, rmsNormalization } from './rmsNormalization.js'
export { type SeparableConv1d, type SeparableConv1dOptions, separableConv1d } from './separableConv1d.js'
export { type SeparableConv2d, type SeparableConv2dOptions, separableConv2d } from './separableConv2d.js'
export { type Softmax, type SoftmaxOptions, softmax } from './softmax.js'
export { type SpatialDropout1d, type SpatialDropout1dOptions, spatialDropout1d } from './spatialDropout1d.js'
export { type SpatialDropout2d, type SpatialDropout2dOptions, spatialDropout2d } from './spatialDropout2d.js'
export { type SpatialDropout3d, type SpatialDropout3dOptions, spatialDropout3d } from './spatialDropout3d.js'
export { type Subtract, type SubtractOptions, subtract } from './subtract.js'
export { type UnitNormalization, type UnitNormalizationOptions, unitNormalization } from './unitNormalization.js'
export { type UpSampling1d, type UpSampling1dOptions, upSampling1d } from './upSampling1d.js'
export { type UpSampling2d, type UpSampling2dOptions, upSampling2d } from './upSampling2d.js'
export { type UpSampling3d, type UpSampling3dOptions, upSampling3d } from './upSampling3d.js'
export { type ZeroPadding1d, type ZeroPadding1dOptions, zeroPadding1d } from './zeroPadding1d.js'
export { type ZeroPadding2d, type ZeroPadding2dOptions, zeroPadding2d } from './zeroPadding2d.js'
export { type ZeroPadding3d, type ZeroPadding3dOptions, zeroPadding3d } from './zeroPadding3d.js'
