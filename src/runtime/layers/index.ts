import type * as layers from '../../dsl/layers/index.js'
import { activation } from './activation.js'
import { adaptiveAveragePooling1d } from './adaptiveAveragePooling1d.js'
import { adaptiveAveragePooling2d } from './adaptiveAveragePooling2d.js'
import { adaptiveAveragePooling3d } from './adaptiveAveragePooling3d.js'
import { adaptiveMaxPooling1d } from './adaptiveMaxPooling1d.js'
import { adaptiveMaxPooling2d } from './adaptiveMaxPooling2d.js'
import { adaptiveMaxPooling3d } from './adaptiveMaxPooling3d.js'
import { add } from './add.js'
import { alphaDropout } from './alphaDropout.js'
import { average } from './average.js'
import { averagePooling1d } from './averagePooling1d.js'
import { averagePooling2d } from './averagePooling2d.js'
import { averagePooling3d } from './averagePooling3d.js'
import { batchNormalization } from './batchNormalization.js'
import { categoryEncoding } from './categoryEncoding.js'
import { centerCrop } from './centerCrop.js'
import { concatenate } from './concatenate.js'
import { conv1d } from './conv1d.js'
import { conv1dTranspose } from './conv1dTranspose.js'
import { conv2d } from './conv2d.js'
import { conv2dTranspose } from './conv2dTranspose.js'
import { conv3d } from './conv3d.js'
import { conv3dTranspose } from './conv3dTranspose.js'
import { cropping1d } from './cropping1d.js'
import { cropping2d } from './cropping2d.js'
import { cropping3d } from './cropping3d.js'
import { dense } from './dense.js'
import { depthwiseConv1d } from './depthwiseConv1d.js'
import { depthwiseConv2d } from './depthwiseConv2d.js'
import { dot } from './dot.js'
import { dropout } from './dropout.js'
import { einsumDense } from './einsumDense.js'
import { embedding } from './embedding.js'
import { flatten } from './flatten.js'
import type { Forward } from './forward.js'
import { gaussianDropout } from './gaussianDropout.js'
import { gaussianNoise } from './gaussianNoise.js'
import { globalAveragePooling1d } from './globalAveragePooling1d.js'
import { globalAveragePooling2d } from './globalAveragePooling2d.js'
import { globalAveragePooling3d } from './globalAveragePooling3d.js'
import { globalMaxPooling1d } from './globalMaxPooling1d.js'
import { globalMaxPooling2d } from './globalMaxPooling2d.js'
import { globalMaxPooling3d } from './globalMaxPooling3d.js'
import { groupNormalization } from './groupNormalization.js'
import { layerNormalization } from './layerNormalization.js'
import { maximum } from './maximum.js'
import { maxPooling1d } from './maxPooling1d.js'
import { maxPooling2d } from './maxPooling2d.js'
import { maxPooling3d } from './maxPooling3d.js'
import { minimum } from './minimum.js'
import { multiply } from './multiply.js'
import { permute } from './permute.js'
import { prelu } from './prelu.js'
import { repeatVector } from './repeatVector.js'
import { reshape } from './reshape.js'
import { resizing } from './resizing.js'
import { rmsNormalization } from './rmsNormalization.js'
import { separableConv1d } from './separableConv1d.js'
import { separableConv2d } from './separableConv2d.js'
import { softmax } from './softmax.js'
import { spatialDropout1d } from './spatialDropout1d.js'
import { spatialDropout2d } from './spatialDropout2d.js'
import { spatialDropout3d } from './spatialDropout3d.js'
import { subtract } from './subtract.js'
import { unitNormalization } from './unitNormalization.js'
import { upSampling1d } from './upSampling1d.js'
import { upSampling2d } from './upSampling2d.js'
import { upSampling3d } from './upSampling3d.js'
import { zeroPadding1d } from './zeroPadding1d.js'
import { zeroPadding2d } from './zeroPadding2d.js'
import { zeroPadding3d } from './zeroPadding3d.js'

/** Every kind of layer that is exported; the compiler asks for a forward pass of each. */
export type LayerKind = keyof typeof layers

// A table of functions over different options: each is only ever called with those of its own kind.
// biome-ignore lint/suspicious/noExplicitAny: see above
const forwards: { readonly [K in LayerKind]: Forward<any> } = {
  activation,
  adaptiveAveragePooling1d,
  adaptiveAveragePooling2d,
  adaptiveAveragePooling3d,
  adaptiveMaxPooling1d,
  adaptiveMaxPooling2d,
  adaptiveMaxPooling3d,
  add,
  alphaDropout,
  average,
  averagePooling1d,
  averagePooling2d,
  averagePooling3d,
  batchNormalization,
  categoryEncoding,
  centerCrop,
  concatenate,
  conv1d,
  conv1dTranspose,
  conv2d,
  conv2dTranspose,
  conv3d,
  conv3dTranspose,
  cropping1d,
  cropping2d,
  cropping3d,
  dense,
  depthwiseConv1d,
  depthwiseConv2d,
  dot,
  dropout,
  einsumDense,
  embedding,
  flatten,
  gaussianDropout,
  gaussianNoise,
  globalAveragePooling1d,
  globalAveragePooling2d,
  globalAveragePooling3d,
  globalMaxPooling1d,
  globalMaxPooling2d,
  globalMaxPooling3d,
  groupNormalization,
  layerNormalization,
  maximum,
  maxPooling1d,
  maxPooling2d,
  maxPooling3d,
  minimum,
  multiply,
  permute,
  prelu,
  repeatVector,
  reshape,
  resizing,
  rmsNormalization,
  separableConv1d,
  separableConv2d,
  softmax,
  spatialDropout1d,
  spatialDropout2d,
  spatialDropout3d,
  subtract,
  unitNormalization,
  upSampling1d,
  upSampling2d,
  upSampling3d,
  zeroPadding1d,
  zeroPadding2d,
  zeroPadding3d,
}

/** The forward pass of a kind of layer. */
export function forwardOf(kind: string): Forward<unknown> {
  return forwards[kind as LayerKind]
}
